import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CONTOSO_TENANT_ID, GROUPS as GROUP_IDS } from "../../demo/microsoft/registration.js";
import { createMessenger } from "../../server/notices/messenger.js";
import { connectStore, type Store } from "../../server/store/connection.js";
import { runScheduled } from "../../server/use-cases/run-sync.js";
import { tellAllAdmins, type TellAdminsDeps } from "../../server/use-cases/tell-admins.js";
import { chosenGroup } from "../builders.js";
import { startMailServer, type MailServer } from "../mail-server.js";
import { ENABLE, STATUS, UPDATE_ACCOUNT } from "../operations.js";
import { startWebhookServer, type WebhookServer } from "../webhook-server.js";
import { workerOf } from "../worker.js";
import { eventually, startConnectedWorld, type Ask, type World } from "../world.js";
import { startRun } from "../sync-steps.js";

/* Who is told, when, and how often: with a real mail server and a real web server, and days that pass in a moment. */

const FROM = "Rollcall <rollcall@app.example>";
const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes; see core/trouble.ts. */
const LONGEST_PAUSE = 6 * HOUR;

let mailServer: MailServer;
let webServer: WebhookServer;
let answer: (response: ServerResponse) => void;
let world: World & { readonly adele: Ask };
let otherStore: Store;
let accountId: string;

beforeAll(async () => {
  [mailServer, webServer] = await Promise.all([startMailServer(), startWebhookServer((response) => answer(response))]);
  world = await startConnectedWorld({ config: { mail: { url: mailServer.url, from: FROM } } });
  otherStore = await connectStore({ uri: world.databaseUri, now: world.now, log: () => undefined });
  accountId = (await world.store.accounts.byTenant(CONTOSO_TENANT_ID))?.id ?? "";
  await world.adele(ENABLE, { input: { groupIds: [GROUP_IDS.legal] } });
  await eventually(status, (now) => now?.lastRun !== null && now?.currentRun === null);
  // The runs are the tests': one that begins by itself would be in their way once an hour.
  await world.store.db.collection("jobs").deleteMany({ repeatInterval: { $type: "string" } });
});
afterAll(async () => {
  await otherStore.close();
  await world.close();
  await Promise.all([mailServer.close(), webServer.close()]);
});

beforeEach(async () => {
  answer = (response) => response.end("thanks");
  await setReceivers({ emails: ["it@contoso.com", "lead@contoso.com"], webhook: webServer.url });
  mailServer.mails.length = 0;
  webServer.posts.length = 0;
  world.logged.length = 0;
});
/** Everything is well again, and whatever was told is forgotten. */
afterEach(async () => {
  answer = (response) => response.end();
  await heal();
  await look();
  await setReceivers(null);
});

const status = async () => (await world.adele(STATUS)).data?.syncStatus;
const setReceivers = async (receivers: object | null) =>
  (await world.adele(UPDATE_ACCOUNT, { input: { receivers } })).data?.updateAccountSettings;
const withdrawConsent = () =>
  world.microsoft.directory.withdrawConsent({ tenantId: CONTOSO_TENANT_ID, how: "REMOVED" });

/** The consent is back, and the pause that its loss brought is over. */
async function heal(): Promise<void> {
  world.microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
  world.passMinutes(LONGEST_PAUSE);
  await run();
}

/** An hourly run, to its end. */
const run = (clientSecret?: string) => runScheduled(workerOf(world, clientSecret ? { clientSecret } : {}), accountId);

const logged: object[] = [];
const teller = (store: Store = world.store): TellAdminsDeps => {
  const log = (event: object) => void logged.push(event);
  const stopping = new AbortController().signal;
  const mail = { url: mailServer.url, from: FROM };
  const messenger = createMessenger({ mail, loopback: true, log, signal: stopping });
  return { ...store, messenger, now: world.now, publicUrl: world.url, log, stopping };
};
/** A worker's look at every account, to its end. */
const look = (store?: Store) => tellAllAdmins(teller(store));

const told = () => [mailServer.mails.length, webServer.posts.length];
const posts = () => webServer.posts.map(({ body }) => JSON.parse(body) as Record<string, string>);

describe("a consent that is withdrawn", () => {
  it("is told at once, when the run that met it ends: one mail to all receivers, one post", async () => {
    withdrawConsent();

    await startRun(world.adele);

    await eventually(
      () => Promise.resolve(told()),
      ([mails, posted]) => mails === 1 && posted === 1,
    );
    const [mail] = mailServer.mails;
    const link = `${world.url}/settings?tenant=${CONTOSO_TENANT_ID}`;
    expect(mail?.to).toEqual(["it@contoso.com", "lead@contoso.com"]);
    expect(mail?.headers).toContain("Subject: Rollcall may no longer read your directory: Contoso");
    expect(mail?.body).toContain("Nobody was disabled");
    expect(mail?.body).toContain("Press Review permissions");
    expect(mail?.body).toContain(link);
    expect(posts()).toEqual([
      {
        kind: "CONSENT_LOST",
        account: "Contoso",
        tenantId: CONTOSO_TENANT_ID,
        message: expect.stringContaining("Nobody was disabled") as string,
        nextStep: expect.stringContaining("Review permissions") as string,
        link,
        at: expect.any(String) as string,
      },
    ]);
    await eventually(
      () => Promise.resolve(world.logged.filter((line) => line.includes("were told")).length),
      (lines) => lines === 2,
    );
    expect(world.logged.join("")).not.toMatch(/key=1|it@contoso/);
  });

  it("is told again after a day and then every week, and in between not however often somebody looks", async () => {
    withdrawConsent();
    const after = async (minutes: number) => {
      world.passMinutes(minutes);
      await run();
      await look();
      await look();
      return told();
    };

    const times = [await after(0), await after(HOUR), await after(22 * HOUR), await after(HOUR), await after(DAY)];
    const weeks = [await after(6 * DAY - HOUR), await after(HOUR), await after(7 * DAY), await after(DAY)];

    expect(times).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 2],
      [2, 2],
    ]);
    expect(weeks).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
      [4, 4],
    ]);
  });

  it("is told by one of several workers that see it at the same moment", async () => {
    withdrawConsent();
    await run();

    await Promise.all([look(), look(otherStore), look(), look(otherStore)]);
    world.passMinutes(DAY);
    const once = told();
    await Promise.all([look(), look(otherStore), look(), look(otherStore)]);

    expect([once, told()]).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it("is new when it was given back in between", async () => {
    withdrawConsent();
    await run();
    await look();

    await heal();
    await look();
    const healed = told();
    withdrawConsent();
    await run();
    await look();

    expect([healed, told()]).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it("is told at once to whoever becomes a receiver while it lasts, and to nobody else again", async () => {
    withdrawConsent();
    await run();
    await look();

    await setReceivers({ emails: ["new@contoso.com"], webhook: webServer.url });
    await setReceivers({ emails: ["new@contoso.com"], webhook: webServer.url });
    await look();
    await look();

    expect(mailServer.mails.map((mail) => mail.to)).toEqual([
      ["it@contoso.com", "lead@contoso.com"],
      ["new@contoso.com"],
    ]);
  });

  it("is told to nobody where nobody is set, and of accounts that were closed", async () => {
    withdrawConsent();
    await run();

    await setReceivers(null);
    await look();
    await setReceivers({ emails: ["it@contoso.com"], webhook: null });
    await world.store.accounts.update(accountId, { closedAt: world.now() });
    await look();
    const nobody = told();
    await world.store.accounts.update(accountId, { closedAt: null });
    await look();

    expect([nobody, told()]).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});

describe("other states that need a person", () => {
  const legal = chosenGroup(GROUP_IDS.legal, { displayName: "Legal" });

  /** Chooses a new group beside Legal, without the run that an admin would start. With people in it, leavers go. */
  async function choose(displayName: string, memberIds: string[] = []): Promise<{ readonly id: string }> {
    const { id } = world.microsoft.directory.createGroup({ displayName, memberIds });
    const { version, ...settings } = await world.store.settings.get(accountId);
    const groups = [legal, chosenGroup(id, { displayName })];
    await world.store.settings.save(accountId, version, { ...settings, groups, disableLeavers: memberIds.length > 0 });
    return { id };
  }

  it("are told too: a run that was held, once however many hours it lasts", async () => {
    const { directory } = world.microsoft;
    const people = Array.from({ length: 8 }, (_, i) => directory.hire({ displayName: `Team Person ${i}` }).id);
    const team = await choose("Team", people);
    await run();
    await look();
    const before = told();

    for (const memberId of people) directory.removeFromGroup({ groupId: team.id, memberId });
    for (let hours = 0; hours < 3; hours++, world.passMinutes(HOUR)) {
      await run();
      await look();
    }
    const held = [...posts()];
    for (const memberId of people) directory.addToGroup({ groupId: team.id, memberId });

    expect(before).toEqual([0, 0]);
    expect(held).toMatchObject([
      { kind: "HELD", account: "Contoso", link: expect.stringContaining("/automatic-import") as string },
    ]);
    expect(mailServer.mails).toHaveLength(1);
    expect(mailServer.mails[0]?.headers).toContain("Subject: A run was held back: Contoso");
  });

  it("are told too: a group that is gone, whose name can forge no header", async () => {
    const { directory } = world.microsoft;
    const group = await choose("Sales\r\nBcc: eve@evil.example\r\n\r\nHello");
    directory.deleteGroup({ groupId: group.id });

    await run();
    await look();

    const [mail] = mailServer.mails;
    expect(posts()).toMatchObject([{ kind: "GROUP_MISSING", message: expect.stringContaining("Sales Bcc") as string }]);
    expect(mail?.headers).toContain("Subject: A chosen group is missing: Contoso");
    expect(mail?.headers.filter((header) => header.startsWith("Bcc"))).toEqual([]);
    expect([mail?.to, mail?.body]).toEqual([
      ["it@contoso.com", "lead@contoso.com"],
      expect.not.stringMatching(/^Bcc/m),
    ]);
    directory.restoreGroup({ groupId: group.id });
  });

  it("are told too: credentials that Microsoft refuses", async () => {
    await run("not-the-secret");
    await look();

    expect(posts()).toMatchObject([{ kind: "CREDENTIALS_REFUSED", account: "Contoso" }]);
    expect(mailServer.mails[0]?.headers).toContain("Subject: Microsoft refuses Rollcall's credentials: Contoso");
  });
});

describe("a receiver that cannot be reached", () => {
  it("is tried again by itself, after pauses, and logged once; the other one is not told twice", async () => {
    answer = (response) => response.writeHead(500).end();
    logged.length = 0;
    withdrawConsent();
    await run();
    await look();

    await look();
    const atOnce = told();
    world.passMinutes(1);
    await look();
    const aMinuteLater = told();
    answer = (response) => response.end();
    world.passMinutes(2);
    await look();
    world.passMinutes(HOUR);
    await look();

    expect([atOnce, aMinuteLater, told()]).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
    const failures = logged.filter((event) => "level" in event);
    expect(failures).toEqual([
      expect.objectContaining({ level: "warn", accountId, channel: "WEBHOOK", because: "it answered 500" }),
    ]);
    expect(JSON.stringify(logged)).not.toContain("key=1");
  });

  it("does not delay the run that found what it is told of", async () => {
    answer = () => undefined; // never
    withdrawConsent();
    const before = (await status())?.lastRun as { id: string } | null;

    await startRun(world.adele);
    await eventually(
      () => Promise.resolve(told()),
      ([mails, posted]) => mails === 1 && posted === 1,
    );
    const ended = await eventually(status, (now) => now?.currentRun === null, 2000);

    expect(ended?.lastRun).toMatchObject({ status: "FAILED" });
    expect((ended?.lastRun as { id: string }).id).not.toBe(before?.id);
  });
});

describe("a server without any run", () => {
  it("tells by itself, looking regularly, and of what lasts not twice", async () => {
    const mail = { url: mailServer.url, from: FROM };
    const other = await startConnectedWorld({ tellEveryMs: 50, config: { mail } });
    const { id = "", consent } = (await other.store.accounts.byTenant(CONTOSO_TENANT_ID)) ?? {};
    await other.adele(UPDATE_ACCOUNT, { input: { receivers: { emails: ["it@contoso.com"] } } });

    if (consent) await other.store.accounts.update(id, { consent: { ...consent, state: "LOST" } });
    await eventually(
      () => Promise.resolve(mailServer.mails.length),
      (mails) => mails > 0,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    await other.close();

    expect(mailServer.mails).toHaveLength(1);
  });
});
