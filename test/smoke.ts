import { spawn } from "node:child_process";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTOSO_TENANT_ID, GROUPS, PEOPLE } from "../demo/microsoft/registration.js";
import { ROOT } from "../demo/paths.js";
import {
  APPROVE,
  CANDIDATES,
  CONNECTION,
  DISABLE,
  HOLD,
  IMPORT,
  OPEN_ACCOUNT,
  REJECT,
  RUNS,
  START_RUN,
  STATUS,
  UNDO,
  UPDATE_ACCOUNT,
  USERS,
  VIEWER,
} from "./operations.js";
import { freePorts, startTrial } from "./processes/trial.js";
import { signIn } from "./processes/visitor.js";
import { enable } from "./sync-steps.js";
import * as world from "./world.js";

/*
 * `npm run smoke`: the story of the README over HTTP, against processes started as `npm start` starts them, with ports
 * and a folder of their own. Every step is printed; the exit code is 0 only if each came true.
 */
const SECONDS_THAT_ARE_AN_HOUR = 8;

let passed = 0;
let failed = 0;

/** One step of the story. The next ones stand on it, so the first that is not true ends the run. */
async function step<T>(words: string, work: () => Promise<T>): Promise<T> {
  try {
    const value = await work();
    passed++;
    console.log(`ok      ${words}`);
    return value;
  } catch (error) {
    failed++;
    console.log(`FAILED  ${words}\n        ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}

function expect(truth: boolean, seen: unknown): void {
  if (!truth) throw new Error(`Not as told; seen: ${JSON.stringify(seen).slice(0, 600)}`);
}

/** Looks as often as the rate limits let one person, whose mutations are counted more strictly. */
const LOOK_EVERY_MS = 500;
const START_EVERY_MS = 3000;
function eventually<T>(
  look: () => Promise<T>,
  wanted: (seen: T) => boolean,
  withinMs = 20_000,
  everyMs = LOOK_EVERY_MS,
): Promise<T> {
  return world.eventually(look, wanted, withinMs, everyMs);
}

const contoso = (personId: string) => ({ tenantId: CONTOSO_TENANT_ID, personId });
const refusal = (answer: world.Answer) =>
  answer.errors?.[0]?.extensions?.refusal as Record<string, unknown> | undefined;
const rows = <T>(answer: world.Answer, field: string, list: string) => (answer.data?.[field]?.[list] ?? []) as T[];

const folder = await mkdtemp(join(tmpdir(), "rollcall-smoke-"));
const ports = await freePorts();
const env = { SYNC_INTERVAL_SECONDS: String(SECONDS_THAT_ARE_AN_HOUR) };
let stop = (): Promise<unknown> => Promise.resolve();

try {
  await story();
} catch {
  process.exitCode = 1; // the step has said what was not true
} finally {
  await stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);

async function story(): Promise<void> {
  let trial = await step("npm start prints one address", () => startTrial(folder, ports, env));
  stop = () => trial.interrupt();
  console.log(`        after ${(trial.startedAfterMs / 1000).toFixed(1)} s`);
  const control = (operation: string, body: object) =>
    fetch(`${trial.controlUrl}/control/${operation}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }).then((response) => response.json() as Promise<{ id: string }>);
  const look = (what: string) => fetch(`${trial.controlUrl}/control/${what}`).then((response) => response.json());

  await step("the server says that it is ready", async () => {
    const ready = await fetch(`${trial.url}/readyz`);
    expect(ready.status === 200, await ready.text());
  });

  let adele = await step("Contoso's directory admin signs in with Microsoft", () =>
    signIn(trial.url, contoso(PEOPLE.adele)),
  );
  await step("and is told that there is no account, which she may open", async () => {
    const seen = refusal(await adele.ask(VIEWER));
    expect(seen?.reason === "NO_ACCOUNT" && seen.mayOpenAccount === true, seen);
  });
  await step("which waits for the consent", async () => {
    const { data } = await adele.ask(OPEN_ACCOUNT);
    expect(data?.openAccount?.code === "CONSENT_MISSING", data);
  });
  const consentLink = `${trial.url}/consent/start?tenant=${CONTOSO_TENANT_ID}&return=/`;
  await step("she cancels on Microsoft's page, and reads that nothing was changed", async () => {
    const words = await adele.answerConsent(consentLink, "cancel");
    expect(words.includes("Nothing was approved"), words);
  });
  await step("she approves the two permissions, and is thanked and led back", async () => {
    const words = await adele.answerConsent(consentLink, "accept");
    expect(words.includes("Thank you") && words.includes("Back to Rollcall"), words);
  });
  await step("she opens the account and is connected", async () => {
    const { data } = await adele.ask(OPEN_ACCOUNT);
    const connection = (await adele.ask(CONNECTION)).data?.tenantConnection;
    expect(data?.openAccount?.__typename === "AccountOpened" && connection?.state === "GRANTED", [data, connection]);
  });

  const picked = await step("she ticks ten people over two searches and two pages", async () => {
    const importable = (answer: world.Answer) =>
      rows<{ directoryId: string; importable: boolean }>(answer, "candidates", "nodes").filter((who) => who.importable);
    const first = await adele.ask(CANDIDATES, { search: "an", first: 20 });
    const cursor = (first.data?.candidates?.pageInfo as { endCursor: string }).endCursor;
    const second = await adele.ask(CANDIDATES, { search: "an", first: 20, after: cursor });
    const other = await adele.ask(CANDIDATES, { search: "Alex Wilber" });
    const taken = [
      ...importable(first).slice(0, 5),
      ...importable(second).slice(0, 4),
      ...importable(other).slice(0, 1),
    ];
    const ids = [...new Set(taken.map((who) => who.directoryId))];
    expect(ids.length === 10 && ids.includes(PEOPLE.alex), ids);
    return ids;
  });
  await step("adds them, and sees a result per person", async () => {
    const results = rows<{ outcome: string }>(
      await adele.ask(IMPORT, { input: { directoryIds: picked } }),
      "importUsers",
      "results",
    );
    expect(results.length === 10 && results.every((row) => row.outcome === "ADDED"), results);
  });

  const users = async (variables: object = {}) =>
    rows<{ directoryId: string; displayName: string; status: string }>(
      await adele.ask(USERS, { first: 500, ...variables }),
      "users",
      "nodes",
    );
  const status = async () => (await adele.ask(STATUS)).data?.syncStatus;
  const hold = async () =>
    (await adele.ask(HOLD, { first: 200 })).data?.hold as {
      readonly version: number;
      readonly toDisable: number;
      readonly approvedBy: string | null;
      readonly people: { readonly nodes: readonly object[] };
    } | null;
  const lastRun = async () => (await status())?.lastRun as { id: string; status: string; trigger: string } | null;
  const peopleOf = async (groupId: string) =>
    (
      (await look(`people?groupId=${groupId}&limit=1000`)) as {
        id: string;
        accountEnabled: boolean;
        userType: string;
      }[]
    )
      .filter((who) => who.accountEnabled && who.userType === "Member")
      .map((who) => who.id);

  await step("she enables automatic import for two groups, and all their people become users", async () => {
    const groupIds = [GROUPS.sales, GROUPS.legal];
    const wanted = (await Promise.all(groupIds.map(peopleOf))).flat();
    await enable((query, variables) => adele.ask(query, variables), { groupIds, disableLeavers: true });
    await eventually(users, (here) =>
      wanted.every((id) => here.some((one) => one.directoryId === id && one.status === "ACTIVE")),
    );
    expect(wanted.length > 20, wanted.length);
  });
  await step(
    "one person is hired into a group and another removed; after Run now one is here and the other disabled",
    async () => {
      const nina = await control("hire", { displayName: "Nina Newcomer", groupIds: [GROUPS.sales] });
      const others = new Set([...picked, ...(await peopleOf(GROUPS.sales))]);
      const leaver = (await peopleOf(GROUPS.legal)).find((id) => !others.has(id)) ?? "";
      await control("remove-from-group", { groupId: GROUPS.legal, memberId: leaver });
      await eventually(
        () => adele.ask(START_RUN),
        (answer) => answer.data?.startRun?.__typename === "RunStarted",
        20_000,
        START_EVERY_MS,
      );
      const statusOf = (here: Awaited<ReturnType<typeof users>>, id: string) =>
        here.find((one) => one.directoryId === id)?.status;
      await eventually(users, (here) => statusOf(here, nina.id) === "ACTIVE" && statusOf(here, leaver) === "DISABLED");
    },
  );
  const leave = async (groupId: string, memberIds: readonly string[]) => {
    for (const memberId of memberIds) await control("remove-from-group", { groupId, memberId });
  };
  const holdWith = (people: number) =>
    eventually(hold, (open) => open !== null && open.toDisable === people && open.approvedBy === null, 60_000);
  const activeAmong = async (ids: readonly string[]) =>
    (await users()).filter((one) => ids.includes(one.directoryId) && one.status === "ACTIVE").length;
  const [legal, sales] = [await peopleOf(GROUPS.legal), await peopleOf(GROUPS.sales)];
  const ofOneGroup = (ids: readonly string[], other: readonly string[]) =>
    ids.filter((id) => !other.includes(id) && !picked.includes(id) && id !== PEOPLE.adele).slice(0, ids.length * 0.7);
  const leavers = ofOneGroup(legal, sales);
  await step(
    "most of a group leaves at once: the run is held, nobody is disabled, and the list names them",
    async () => {
      await leave(GROUPS.legal, leavers);
      const open = await holdWith(leavers.length);
      expect((await activeAmong(leavers)) === leavers.length && open?.people.nodes.length === leavers.length, open);
    },
  );
  await step("she rejects the list: they stay, out of the groups' hands", async () => {
    const version = (await hold())?.version;
    const rejected = (await adele.ask(REJECT, { version })).data?.rejectHold;
    expect(rejected?.people === leavers.length && (await hold()) === null, rejected);
    expect((await activeAmong(leavers)) === leavers.length, await users());
  });
  const others = ofOneGroup(sales, legal);
  await step("most of another group leaves: held again, and she approves exactly this list", async () => {
    await leave(GROUPS.sales, others);
    const version = (await holdWith(others.length))?.version;
    const approved = (await adele.ask(APPROVE, { version })).data?.approveHold;
    expect(approved?.__typename === "HoldApproved", approved);
    await eventually(
      () => activeAmong(others),
      (active) => active === 0,
      60_000,
    );
  });
  await step("she undoes the run that carried it out, and all of them are back", async () => {
    const approvals = await adele.ask(RUNS, { filter: { triggers: ["APPROVAL"] } });
    const [run] = rows<{ id: string; counts: { disabled: number } }>(approvals, "runs", "nodes");
    await eventually(
      () => adele.ask(UNDO, { runId: run?.id }),
      (answer) => answer.data?.undoRun?.__typename === "RunUndone",
      60_000,
      START_EVERY_MS,
    );
    await eventually(
      () => activeAmong(others),
      (active) => active === others.length,
      60_000,
    );
    expect(run?.counts.disabled === others.length, run);
  });
  await step("runs start by themselves", async () => {
    const first = await eventually(lastRun, (run) => run?.trigger === "SCHEDULE", 60_000);
    await eventually(lastRun, (run) => run?.trigger === "SCHEDULE" && run.id !== first?.id, 60_000);
  });

  const before = (await users()).length;
  await step("Ctrl-C stops all of it, cleanly", async () => {
    const { code, tookMs } = await trial.interrupt();
    console.log(`        within ${(tookMs / 1000).toFixed(1)} s`);
    const alive = await Promise.all(
      Object.values(ports as unknown as Record<string, string>).map((port) =>
        fetch(`http://127.0.0.1:${port}/`).then(
          () => port,
          () => null,
        ),
      ),
    );
    expect(code === 0 && alive.every((port) => port === null), [code, alive]);
  });
  trial = await step("a second start finds everything still there", () => startTrial(folder, ports, env));
  console.log(`        after ${(trial.startedAfterMs / 1000).toFixed(1)} s`);
  await step("the account, its users and its schedule among it", async () => {
    adele = await signIn(trial.url, contoso(PEOPLE.adele));
    const known = await lastRun();
    expect((await users()).length === before, before);
    await eventually(lastRun, (run) => run?.trigger === "SCHEDULE" && run.id !== known?.id, 60_000);
  });
  await step("she disables automatic import, and no run starts any more", async () => {
    await adele.ask(DISABLE);
    await eventually(status, (now) => now?.currentRun === null);
    const last = await lastRun();
    await new Promise((resolve) => setTimeout(resolve, (SECONDS_THAT_ARE_AN_HOUR + 2) * 1000));
    expect((await lastRun())?.id === last?.id, await lastRun());
  });

  await adele.ask(UPDATE_ACCOUNT, { input: { helpContact: "it@contoso.example" } });
  await step("an employee imported by hand signs in and reads how they came in and who administers", async () => {
    const viewer = (await (await signIn(trial.url, contoso(PEOPLE.alex))).ask(VIEWER)).data?.viewer;
    const { user, admins } = viewer as { user: { origin: string }; admins: { displayName: string }[] };
    expect(user.origin === "MANUAL" && admins[0]?.displayName === "Adele Vance", viewer);
  });
  await step("so does one that came by a group", async () => {
    const nina = (await users({ search: "Nina Newcomer" }))[0]?.directoryId ?? "";
    const viewer = (await (await signIn(trial.url, contoso(nina))).ask(VIEWER)).data?.viewer;
    expect((viewer?.user as { origin?: string } | undefined)?.origin === "SYNC", viewer);
  });
  await step("a guest imported by hand signs in by the account's own link", async () => {
    await adele.ask(IMPORT, { input: { directoryIds: [PEOPLE.priyaAtContoso] } });
    const viewer = (await (await signIn(trial.url, contoso(PEOPLE.priyaAtContoso))).ask(VIEWER)).data?.viewer;
    expect((viewer?.user as { displayName?: string } | undefined)?.displayName === "Priya Raman", viewer);
  });
  await step("who was not imported is refused with name, reason and whom to ask", async () => {
    const seen = refusal(await (await signIn(trial.url, contoso(PEOPLE.lee))).ask(VIEWER));
    expect(
      seen?.reason === "NOT_IMPORTED" && seen.signedInAs === "Lee Gu" && seen.helpContact === "it@contoso.example",
      seen,
    );
  });
  await step("so is who was disabled", async () => {
    const [gone] = await users({ filter: { status: "DISABLED" } });
    const seen = refusal(await (await signIn(trial.url, contoso(gone?.directoryId ?? ""))).ask(VIEWER));
    expect(seen?.reason === "DISABLED" && seen.signedInAs === gone?.displayName, seen);
  });
  await step("nothing was ever written to the directory", async () => {
    const counters = (await look("counters")) as { writes: number; graphRequests: number };
    expect(counters.writes === 0, counters);
  });
  await step("it stops once more, and everything it kept is in its one folder", async () => {
    const { code } = await trial.interrupt();
    stop = () => Promise.resolve();
    await Promise.all(["microsoft.json", "data.key", "mongo"].map((name) => access(join(folder, name))));
    expect(code === 0, code);
  });
  await step("npm run reset forgets it", async () => {
    const code = await new Promise((resolve) =>
      spawn(process.execPath, ["--import", "tsx", join(ROOT, "demo/reset.ts")], {
        cwd: ROOT,
        env: { ...process.env, DATA_DIR: folder },
        stdio: "ignore",
      }).once("exit", resolve),
    );
    const isGone = await access(folder).then(
      () => false,
      () => true,
    );
    expect(code === 0 && isGone, [code, isGone]);
  });
}
