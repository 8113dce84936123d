import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, GROUPS as GROUP_IDS } from "../../demo/microsoft/registration.js";
import { CHECK_CONSENT, CONNECTION, GROUPS, UPDATE_ACCOUNT } from "../operations.js";
import { startConnectedWorld, type Ask, type World } from "../world.js";

let world: World & { readonly adele: Ask };

beforeAll(async () => {
  world = await startConnectedWorld();
});
afterAll(() => world.close());

const check = async () => (await world.adele(CHECK_CONSENT)).data?.checkConsent?.connection;

interface Group {
  id: string;
  displayName: string;
  kind: string;
  dynamic: boolean;
  memberCount: number | null;
  choosable: boolean;
  obstacle: string | null;
}
const groups = async (variables: object) =>
  ((await world.adele(GROUPS, variables)).data?.directoryGroups?.nodes ?? []) as Group[];

describe("the connection", () => {
  it("tells which permissions it needs and what for, and where they are approved", async () => {
    const { data } = await world.adele(CONNECTION);

    expect(data?.tenantConnection).toMatchObject({
      state: "GRANTED",
      tenantName: "Contoso",
      consentUrl: `${world.url}/consent/start?tenant=${CONTOSO_TENANT_ID}`,
      permissions: [{ name: "User.Read.All" }, { name: "GroupMember.Read.All" }],
    });
  });

  it.each(["PERMISSION_REMOVED", "REMOVED", "DISABLED"] as const)(
    "notices a consent that ended (%s), and one that is back",
    async (how) => {
      const { directory } = world.microsoft;

      directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how });
      const lost = await check();
      directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });

      expect([lost, await check()]).toMatchObject([{ state: "LOST" }, { state: "GRANTED" }]);
    },
  );

  it("needs both permissions", async () => {
    const { directory } = world.microsoft;

    directory.withdrawConsent({
      tenantId: CONTOSO_TENANT_ID,
      how: "PERMISSION_REMOVED",
      permission: "GroupMember.Read.All",
    });
    const half = await check();
    directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
    await check();

    expect(half).toMatchObject({ state: "LOST" });
  });
});

describe("the groups to choose from", () => {
  it("are found by the words of their names, with kind and size", async () => {
    const [legal] = await groups({ search: "Legal" });

    const members = world.microsoft.directory.memberIds(GROUP_IDS.legal).length;
    expect(legal).toMatchObject({ id: GROUP_IDS.legal, displayName: "Legal", memberCount: members, choosable: true });
  });

  it("say why one whose members are hidden cannot be chosen", async () => {
    const [board] = await groups({ search: "Board" });

    expect(board).toMatchObject({ choosable: false, obstacle: expect.stringContaining("hidden") as string });
  });

  it("come page by page, each once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const connection: { nodes: Group[]; pageInfo: { endCursor: string | null } } = (
        await world.adele(GROUPS, { first: 7, after })
      ).data?.directoryGroups as never;
      seen.push(...connection.nodes.map((group) => group.id));
      after = connection.pageInfo.endCursor;
    } while (after);

    const all = world.microsoft.directory.groups(CONTOSO_TENANT_ID).map((group) => group.id);
    expect(seen.sort()).toEqual(all.sort());
  });
});

describe("the help contact", () => {
  const set = async (helpContact: unknown) =>
    (await world.adele(UPDATE_ACCOUNT, { input: { helpContact } })).data?.updateAccountSettings;

  it("is one line of text, can be taken back, and stays when it is not named", async () => {
    const line = await set("  IT desk,\nroom 4 🎈 ");
    const untouched = (await world.adele(UPDATE_ACCOUNT, { input: {} })).data?.updateAccountSettings;

    expect([line, untouched, await set(null)]).toMatchObject([
      { account: { helpContact: "IT desk, room 4 🎈" } },
      { account: { helpContact: "IT desk, room 4 🎈" } },
      { account: { helpContact: null } },
    ]);
  });

  it("of more than 200 characters is a problem in words", async () => {
    expect(await set("x".repeat(201))).toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("the receivers of notices", () => {
  const set = async (input: object) => (await world.adele(UPDATE_ACCOUNT, { input })).data?.updateAccountSettings;
  const webhook = "https://hooks.contoso.example/";

  it("are nobody at first, and mails are not to be had where the operator set no mail server", async () => {
    expect(await set({})).toMatchObject({
      account: { receivers: { emails: [], webhook: null }, mailAvailable: false },
    });
  });

  it("can be set, stay when they are not named, and can be taken back", async () => {
    const changed = await set({ receivers: { emails: [" it@contoso.com ", "IT@contoso.com"], webhook } });
    const untouched = await set({ helpContact: "it" });
    const halved = await set({ receivers: { emails: ["it@contoso.com"] } });

    expect([changed, untouched, halved, await set({ receivers: null })]).toMatchObject([
      { account: { receivers: { emails: ["IT@contoso.com"], webhook } } },
      { account: { receivers: { emails: ["IT@contoso.com"], webhook } } },
      { account: { receivers: { emails: ["it@contoso.com"], webhook: null } } },
      { account: { receivers: { emails: [], webhook: null } } },
    ]);
  });

  it("that cannot be right are a problem in words, and nothing else of the request is done", async () => {
    await set({ helpContact: "before" });

    const refused = [
      await set({ helpContact: "after", receivers: { emails: ["it@contoso.com\r\nBcc: eve@evil.example"] } }),
      await set({ helpContact: "after", receivers: { webhook: "http://10.0.0.1/" } }),
      await set({ helpContact: "x".repeat(201), receivers: { webhook } }),
    ];

    expect(refused).toMatchObject([
      { code: "INVALID_INPUT", message: expect.stringContaining("no mail address") as string },
      { code: "INVALID_INPUT", message: "The webhook must be an https address." },
      { code: "INVALID_INPUT" },
    ]);
    expect(await set({})).toMatchObject({ account: { helpContact: "before", receivers: { webhook: null } } });
  });
});
