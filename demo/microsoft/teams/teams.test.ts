import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE, TEAMS_WEB_CLIENT_ID } from "../registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../server.js";
import { control } from "../testing/client.js";

/* How it plays Teams is shown with the tab in its frame, in test/browser; here is what it takes and gives over HTTP. */

let microsoft: PretendMicrosoft;

beforeAll(async () => {
  microsoft = await startMicrosoft({ tabUrl: "http://localhost:4999/" });
});
beforeEach(() => {
  microsoft.directory.reset();
});
afterAll(() => microsoft.close());

const get = (path: string, init: RequestInit = {}) => fetch(`${microsoft.url}${path}`, { redirect: "manual", ...init });
const settingsOf = async (path: string): Promise<unknown> => {
  const page = await (await get(path)).text();
  return JSON.parse(/<script type="application\/json" id="settings">([^<]*)</.exec(page)?.[1] ?? "null");
};

describe("the page that plays Teams", () => {
  it("frames the tab, for Adele unless somebody else is named", async () => {
    expect(await settingsOf("/teams")).toMatchObject({
      tabUrl: "http://localhost:4999/",
      person: { id: PEOPLE.adele, tenantId: CONTOSO_TENANT_ID, displayName: "Adele Vance" },
    });
    expect(await settingsOf(`/teams?person=${FABRIKAM_TENANT_ID}/${PEOPLE.nestor}`)).toMatchObject({
      person: { id: PEOPLE.nestor },
    });
    expect(await settingsOf("/teams?person=nobody/at-all")).toMatchObject({ person: { id: PEOPLE.adele } });
  });

  it("is not broken by what people are called", async () => {
    const name = "</script><script>alert(1)</script>";
    microsoft.directory.rename({ personId: PEOPLE.alex, displayName: name });
    const path = `/teams?person=${CONTOSO_TENANT_ID}/${PEOPLE.alex}`;

    expect(await settingsOf(path)).toMatchObject({ person: { displayName: name } });
    expect(await (await get(path)).text()).not.toContain(name);
  });

  it("keeps what was chosen while somebody else is picked", async () => {
    const asked = "/teams/person?theme=dark&find=alex";
    expect(await (await get(asked)).text()).toContain("Alex Wilber");

    const picked = await get(asked, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ pick: `${CONTOSO_TENANT_ID}/${PEOPLE.alex}` }),
    });

    const person = encodeURIComponent(`${CONTOSO_TENANT_ID}/${PEOPLE.alex}`);
    expect([picked.status, picked.headers.get("location")]).toEqual([303, `/teams?theme=dark&person=${person}`]);
  });

  it("is at one origin alone, the one that the tab trusts", async () => {
    const port = new URL(microsoft.url).port;
    const answer = await fetch(`http://localhost:${port}/teams?theme=dark`, { redirect: "manual" });

    expect(answer.headers.get("location")).toBe(`${microsoft.url}/teams?theme=dark`);
  });

  it.each(["/teams/nothing.js", "/teams/host.js/more", "/teams/constructor"])("has nothing at %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("the token that Teams gives", () => {
  const token = (tenantId: string, personId: string) => control(microsoft, "teams-token", { tenantId, personId });

  it("is the person's, asked for by Teams itself", async () => {
    const { json } = await token(CONTOSO_TENANT_ID, PEOPLE.alex);

    expect(decodeJwt((json as { access_token: string }).access_token)).toMatchObject({
      oid: PEOPLE.alex,
      tid: CONTOSO_TENANT_ID,
      azp: TEAMS_WEB_CLIENT_ID,
      scp: "access_as_user",
    });
  });

  it.each([
    ["somebody who is blocked", CONTOSO_TENANT_ID, PEOPLE.johanna],
    ["somebody of another tenant", FABRIKAM_TENANT_ID, PEOPLE.alex],
    ["nobody", CONTOSO_TENANT_ID, "nobody"],
    ["no tenant", "nowhere", PEOPLE.alex],
  ])("is refused to %s", async (_who, tenantId, personId) => {
    expect(await token(tenantId, personId)).toMatchObject({ status: 400, json: { error: "interaction_required" } });
  });
});
