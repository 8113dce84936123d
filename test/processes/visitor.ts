import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Answer } from "../world.js";

const TabConfig = z.object({ clientId: z.string(), scope: z.string(), authorizeUrl: z.string(), tokenUrl: z.string() });

/** A person with a browser's manners but no browser: redirects by hand, one cookie, PKCE. */
export interface Visitor {
  ask(query: string, variables?: object): Promise<Answer>;
  /** Follows the consent link and answers Microsoft's page; the words of the page it ends on. */
  answerConsent(link: string, answer: "accept" | "cancel"): Promise<string>;
}

/** Signs somebody in as the tab does: authorize with PKCE, pick the person, redeem the code. */
export async function signIn(appUrl: string, person: { tenantId: string; personId: string }): Promise<Visitor> {
  const config = TabConfig.parse(await (await fetch(`${appUrl}/config.json`)).json());
  const verifier = randomBytes(32).toString("base64url");
  const redirectUri = `${appUrl}/`;
  const authorize = new URL(config.authorizeUrl.replace("{tenant}", person.tenantId));
  authorize.search = new URLSearchParams({
    client_id: config.clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: `openid profile offline_access ${config.scope}`,
    state: randomBytes(16).toString("base64url"),
    nonce: randomBytes(16).toString("base64url"),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();
  const pick = `${person.tenantId}/${person.personId}`;

  const picked = await postForm(authorize.href, { pick });
  const code = new URL(locationOf(picked)).searchParams.get("code") ?? "";
  const redeemed = await postForm(
    config.tokenUrl.replace("{tenant}", person.tenantId),
    {
      client_id: config.clientId,
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    },
    { origin: appUrl },
  );
  const { access_token: token } = z.object({ access_token: z.string() }).parse(await redeemed.json());

  return {
    async ask(query, variables = {}) {
      const response = await fetch(`${appUrl}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as Pick<Answer, "data" | "errors">;
      return { status: response.status, data, errors };
    },
    async answerConsent(link, answer) {
      const start = await fetch(link, { redirect: "manual" });
      const page = locationOf(start);
      const asked = await postForm(page, { pick });
      const cookie = asked.headers
        .getSetCookie()
        .map((text) => text.split(";")[0])
        .join("; ");
      const answered = await postForm(page, { answer }, { cookie });
      const back = await fetch(locationOf(answered));
      return (await back.text())
        .replace(/<style.*?<\/style>|<[^>]+>/gs, " ")
        .replace(/\s+/g, " ")
        .trim();
    },
  };
}

function postForm(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" });
}

function locationOf(response: Response): string {
  const location = response.headers.get("location");
  if (!location) throw new Error(`Expected a redirect from ${response.url.split("?")[0]}, got ${response.status}.`);
  return location;
}
