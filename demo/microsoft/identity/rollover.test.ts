import { decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLIENT_ID, CONTOSO_TENANT_ID, PEOPLE } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import {
  appToken,
  ask,
  authorizeUrl,
  GRAPH,
  LOGIN,
  newPkce,
  pick,
  postForm,
  redeem,
  redirectedWith,
  type Answer,
} from "../testing/client.js";

let microsoft: PretendMicrosoft;

beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.directory.grantConsent();
});
afterEach(() => microsoft.close());

const publishedKids = async (): Promise<string[]> => {
  const { json } = await ask(microsoft, `${LOGIN}/common/discovery/v2.0/keys`);
  return (json.keys as { kid: string }[]).map(({ kid }) => kid);
};
const newKid = async (): Promise<string> =>
  decodeProtectedHeader(await microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele })).kid ?? "";
const usersWith = ({ json }: Answer): Promise<Answer> =>
  ask(microsoft, `${GRAPH}/users?$top=1`, { headers: { authorization: `Bearer ${String(json.access_token)}` } });

async function signIn(): Promise<Answer> {
  const { verifier, challenge } = newPkce();
  const picked = await pick(microsoft, authorizeUrl(challenge), CONTOSO_TENANT_ID, PEOPLE.adele);
  return redeem(microsoft, redirectedWith(picked).get("code") ?? "", verifier);
}
const refresh = ({ json }: Answer): Promise<Answer> =>
  postForm(
    microsoft,
    `${LOGIN}/organizations/oauth2/v2.0/token`,
    { client_id: CLIENT_ID, grant_type: "refresh_token", refresh_token: String(json.refresh_token) },
    { origin: "http://localhost:4000" },
  );

describe("a key rollover", () => {
  it.each([
    ["keeps the old key published, and its tokens good", false],
    ["withdraws the old key, and with it its tokens", true],
  ])("%s; nobody is signed out", async (_what, removeOld) => {
    const [before, oldKid, token, adele] = [
      await publishedKids(),
      await newKid(),
      await appToken(microsoft),
      await signIn(),
    ];

    await microsoft.rollKeys({ removeOld });

    const kid = await newKid();
    expect(before).not.toContain(kid);
    expect((await publishedKids()).sort()).toEqual(
      [...before.filter((each) => !removeOld || each !== oldKid), kid].sort(),
    );
    expect((await usersWith(token)).status).toBe(removeOld ? 401 : 200);
    expect((await usersWith(await appToken(microsoft))).status).toBe(200);
    expect((await refresh(adele)).status).toBe(200);
  });
});
