import { page, type Reply } from "../http/exchange.js";
import { html, type Html } from "../http/html.js";
import type { SignedIn } from "../identity/authority.js";
import { CLIENT_ID } from "../registration.js";
import { CHOICES } from "./choices.js";
import { STYLE } from "./style.js";

/** The pretend Teams: a bar with what it tells the tab, and the tab as Teams frames it. */
export function hostPage(tabUrl: string, who: SignedIn, query: URLSearchParams): Reply {
  const { tenant, person } = who;
  const id = `${tenant.id}/${person.id}`;
  const { displayName, userPrincipalName } = person;
  const settings = {
    tabUrl,
    clientId: CLIENT_ID,
    person: { id: person.id, tenantId: tenant.id, displayName, userPrincipalName },
  };
  const content = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Pretend Teams</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <header>
          <b>Pretend Teams</b>
          <form name="bar">
            <input type="hidden" name="person" value="${id}" />
            ${Object.entries(CHOICES).map(([name, choice]) => choiceField(name, choice, query.get(name)))}
            <label
              >Deep link <input name="subPageId" value="${query.get("subPageId") ?? ""}" placeholder="settings"
            /></label>
            <button>Open</button>
          </form>
          <p>
            Signed in as <bdi>${displayName}</bdi> of ${tenant.name}.
            <a href="/teams/person?${query.toString()}">Somebody else</a>
            <a href="/?tenant=${tenant.id}">Control page</a>
          </p>
          <p id="said" role="status"></p>
          <p id="link" hidden>Link to share: <a></a></p>
        </header>
        <main><iframe title="Rollcall" allow="clipboard-write *"></iframe></main>
        <script type="application/json" id="settings">
          ${{ html: scriptSafe(settings) }}
        </script>
        <script type="module" src="/teams/host.js"></script>
      </body>
    </html>`;
  return page(200, content.html);
}

function choiceField(
  name: string,
  { label, options }: { readonly label: string; readonly options: Readonly<Record<string, string>> },
  chosen: string | null,
): Html {
  const rows = Object.entries(options).map(
    ([value, words]) =>
      html`<option value="${value}" ${value === chosen ? { html: "selected" } : null}>${words}</option>`,
  );
  return html`<label
    >${label}
    <select name="${name}">
      ${rows}
    </select></label
  >`;
}

/** Names can hold what would end the script element. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
