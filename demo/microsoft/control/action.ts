import { html, type Html } from "../http/html.js";

/** A form with one button. */
export function action(
  operation: string,
  label: string,
  fields: Record<string, string>,
  back: string,
  bad = false,
): Html {
  return html`<form method="post" action="/control/${operation}">
    ${Object.entries({ ...fields, back }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button ${bad ? { html: 'class="bad"' } : null}>${label}</button>
  </form>`;
}
