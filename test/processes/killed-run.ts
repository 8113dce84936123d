import { chosenGroup } from "../builders.js";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { startMicrosoft, type PretendMicrosoft } from "../../demo/microsoft/server.js";
import { DEFAULT_SETTINGS, type User } from "../../server/core/model.js";
import { type Run } from "../../server/core/run.js";
import { connectStore, type Store } from "../../server/store/connection.js";
import { runScheduled } from "../../server/use-cases/run-sync.js";
import { testDatabase } from "../database.js";
import { newUser } from "../store.js";
import { workerOver } from "../worker.js";
import { askAt, eventually, freePort, type Ask } from "../world.js";
import { isWrite, proxyOf, type Command, type DatabaseProxy, type Rule } from "./database-proxy.js";
import { serverEnv, SOURCE_SERVER, startServer, type ServerProcess } from "./server.js";

/* A run in a process of its own, killed at an exact command to its database, as often as wanted, from the same start. */

export interface KilledRuns {
  readonly microsoft: PretendMicrosoft;
  readonly store: Store;
  readonly accountId: string;
  /** What lies between the servers and the database. */
  readonly proxy: DatabaseProxy;
  /** One more server; it is stopped at the end unless it was before. `args` go before the program. */
  serve(how?: { readonly args: readonly string[]; readonly env: Record<string, string> }): Promise<Serving>;
  /** Stops all servers. */
  stopServers(): Promise<void>;
  /** Forgets everything that was done since the start. */
  fromTheStart(): Promise<void>;
  /** What ran since the start, newest first. */
  runs(): Promise<readonly Run[]>;
  /** When all of them have ended, and given their lease back. */
  ended(): Promise<readonly Run[]>;
  endState(): Promise<EndState>;
  /** A run to its end in this process, to prepare what the killed one finds. */
  runHere(): Promise<void>;
  /** The same with a clock six minutes ahead, for which the lease of a killed process has run out. */
  runHereLater(): Promise<void>;
  /** What is stored and in the directory now is where each run begins. */
  keepStart(): Promise<void>;
  /** The run that nobody disturbs: what it asks of the database, in order, and how it ends. */
  undisturbed(start: StartRun): Promise<{ readonly commands: readonly Command[]; readonly end: EndState }>;
  /** Kills the process at this point of the run, and lets another one heal. */
  killedAt(start: StartRun, point: KillPoint): Promise<EndState>;
  close(): Promise<void>;
}

export interface Serving {
  readonly server: ServerProcess;
  /** Asks as Adele. */
  readonly ask: Ask;
}

/** The request of Adele's that starts the run. */
export interface StartRun {
  readonly query: string;
  readonly variables?: object;
  /** The collection whose first write takes the request on; killed before it, there was no request. */
  readonly takenOnIn: string;
}

/** The n-th command (from 1) of its kind that the process sends. */
export interface KillPoint extends Command {
  readonly nth: number;
  /** Before it is carried out, or right after. */
  readonly when: "BEFORE" | "AFTER";
}

/** Everything that must not depend on whether somebody pulled the plug, in lines without ids and moments of rows. */
export interface EndState {
  readonly users: readonly string[];
  readonly hold: readonly string[];
  /** Who was in which group when it was last read to its end. */
  readonly reads: readonly string[];
  readonly settings: readonly string[];
  /** Changes that came about, over all runs: `DISABLE Person 1`. Twice the same would show. */
  readonly done: readonly string[];
  /** People whom an approval did not touch. */
  readonly dropped: readonly string[];
  /** What the history says that is not so; must be empty. */
  readonly untrue: readonly string[];
}

/** The lines in which one end differs from another: `+` for those that only `after` has. */
export function differences(before: EndState, after: EndState): readonly string[] {
  return Object.entries(before).flatMap(([part, lines]: [string, readonly string[]]) => {
    const others = after[part as keyof EndState];
    const only = (sign: string, these: readonly string[], those: readonly string[]) =>
      these
        .filter((line, n) => countOf(those, line) < countOf(these.slice(0, n + 1), line))
        .map((line) => `${sign} ${part}: ${line}`);
    return [...only("-", lines, others), ...only("+", others, lines)];
  });
}

const countOf = (lines: readonly string[], line: string): number => lines.filter((one) => one === line).length;

/** The lease of a killed process runs out after five minutes; who heals has a clock that is six ahead. */
const SIX_MINUTES_MS = 6 * 60_000;

/** An hour from one run to the next, whenever the first was: no run begins by itself in the middle of a test. */
const HOURLY = { args: [], env: { SYNC_INTERVAL_SECONDS: "3600" } };

const KEPT = ["users", "syncSettings", "groupMembers", "runs", "changes", "holds", "heldPeople", "previews", "leases"];

export async function killedRuns(): Promise<KilledRuns> {
  const [microsoft, database] = await Promise.all([startMicrosoft(), testDatabase()]);
  const connect = (now: () => Date) => connectStore({ uri: database.uri, now, log: () => undefined });
  const late = () => new Date(Date.now() + SIX_MINUTES_MS);
  const [store, lateStore] = await Promise.all([connect(() => new Date()), connect(late)]);
  const proxy = await proxyOf(database.uri);
  const accountId = await openAccount(store, microsoft);
  const kept = new Map<string, object[]>();
  const servers: ServerProcess[] = [];

  const runHere = () => runScheduled(workerOver(store, microsoft.url), accountId);
  const runHereLater = () => runScheduled(workerOver(lateStore, microsoft.url, { now: late }), accountId);
  const runs = async (): Promise<readonly Run[]> => {
    const before = new Set((kept.get("runs") ?? []).map((row) => String(Reflect.get(row, "_id"))));
    return (await store.runs.page(accountId, { filter: {}, first: 100, after: null })).runs.filter(
      ({ id }) => !before.has(id),
    );
  };

  async function fromTheStart(): Promise<void> {
    await store.db.collection("jobs").deleteMany({});
    for (const [name, rows] of kept) {
      await store.db.collection(name).deleteMany({});
      if (rows.length > 0) await store.db.collection(name).insertMany(rows);
    }
  }

  async function serve({ args, env }: NonNullable<Parameters<KilledRuns["serve"]>[0]> = HOURLY): Promise<Serving> {
    const port = await freePort();
    const server = startServer(
      [...args, ...SOURCE_SERVER],
      serverEnv({ port, mongoUri: proxy.uri, microsoftUrl: microsoft.url, env }),
    );
    servers.push(server);
    await server.listening;
    await eventually(
      () => fetch(`http://localhost:${port}/readyz`),
      (ready) => ready.status === 200,
    );
    return {
      server,
      async ask(query, variables = {}) {
        const token = await microsoft.tokenFor({ tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele });
        return askAt(`http://localhost:${port}`, token, query, variables);
      },
    };
  }

  async function stopServers(): Promise<void> {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  }

  async function ended(): Promise<readonly Run[]> {
    const all = await eventually(runs, (some) => some.length > 0 && some.every((run) => run.status !== "RUNNING"));
    // The lease is given back right after the run has ended
    await eventually(
      () => store.leases.isHeld(accountId),
      (held) => !held,
    );
    return all;
  }

  async function endState(): Promise<EndState> {
    const [hold, settings, after] = [
      await store.holds.open(accountId),
      await store.settings.get(accountId),
      await runs(),
    ];
    const groupIds = settings.groups.map((group) => group.id);
    const reads = await store.groupMembers.lastReads(accountId, groupIds);
    const changes = await Promise.all(after.map((run) => historyOf(store, accountId, run)));
    const names = (outcome: string) =>
      changes.flatMap(({ rows }) =>
        rows.filter((row) => row.outcome === outcome).map((row) => `${row.action} ${row.displayName}`),
      );
    return {
      users: (await store.users.all(accountId)).map(lasting).sort(),
      hold: hold
        ? [`because ${hold.because.join()}`, `approved: ${hold.approval !== null}`, ...namesOn(hold.people)]
        : [],
      reads: reads.flatMap(({ groupId, personIds }) => personIds.map((id) => `${groupId} ${id}`)),
      settings: [`settled: ${settings.settledAt !== null}`, `version ${settings.version}`],
      done: names("DONE").sort(),
      dropped: [...new Set(names("DROPPED"))].sort(),
      untrue: [
        ...changes.flatMap(({ untrue }) => untrue),
        ...((await lateStore.leases.isHeld(accountId)) ? ["the lease is held"] : []),
      ],
    };
  }

  return {
    microsoft,
    store,
    accountId,
    proxy,
    runHere,
    runHereLater,
    serve,
    stopServers,
    fromTheStart,
    runs,
    ended,
    endState,

    async keepStart() {
      for (const name of KEPT) kept.set(name, await store.db.collection(name).find().toArray());
    },

    async undisturbed({ query, variables }) {
      await fromTheStart();
      const { server, ask } = await serve();
      const commands: Command[] = [];
      proxy.watch(async (command, pass) => {
        if (isOfTheRun(command)) commands.push(command);
        await pass();
      });
      await ask(query, variables);
      await ended();
      proxy.watch(null);
      await server.stop();
      return { commands, end: await endState() };
    },

    async killedAt({ query, variables }, point) {
      await fromTheStart();
      const { server, ask } = await serve();
      const { rule, underWay } = killAt(point, () => server.child.kill("SIGKILL"));
      proxy.watch(rule);
      await ask(query, variables).catch(() => "nobody answers any more");
      await eventually(
        () => Promise.resolve(server.child.signalCode),
        (signal) => signal === "SIGKILL",
      );
      await underWay();
      proxy.watch(null);
      await runHereLater();
      return endState();
    },

    async close() {
      proxy.watch(null);
      await stopServers();
      await Promise.all([store.close(), lateStore.close(), proxy.close()]);
      await Promise.all([microsoft.close(), database.close()]);
    },
  };
}

/** The queue looks for work at its own times; only what it is given belongs to the run. */
const isOfTheRun = (command: Command): boolean => command.collection !== "jobs" || command.name === "insert";

function killAt(point: KillPoint, kill: () => void): { rule: Rule; underWay: () => Promise<unknown> } {
  const passed: Promise<void>[] = [];
  let seen = 0;
  let dead = false;
  const rule: Rule = async (command, pass) => {
    if (dead) return;
    const isIt = command.name === point.name && command.collection === point.collection && ++seen === point.nth;
    if (isIt && point.when === "BEFORE") {
      dead = true;
      return kill();
    }
    const done = pass();
    passed.push(done);
    await done;
    if (isIt) {
      dead = true;
      kill();
    }
  };
  return { rule, underWay: () => Promise.allSettled(passed) };
}

async function openAccount(store: Store, microsoft: PretendMicrosoft): Promise<string> {
  microsoft.directory.grantConsent({ tenantId: CONTOSO_TENANT_ID });
  const now = new Date();
  const consent = { state: "GRANTED", checkedAt: now, grantedAt: now } as const;
  const account = await store.accounts.create({ tenantId: CONTOSO_TENANT_ID, name: "Contoso", consent });
  const id = account?.id ?? "";
  const adele = { displayName: "Adele Vance", role: "ADMIN", origin: "MANUAL", managedBy: "ADMIN" } as const;
  await store.users.create(id, [newUser(PEOPLE.adele, adele)]);
  return id;
}

/** Turns automatic import on for one group, as an admin who has seen its preview. */
export async function chooseGroup({ store, accountId }: KilledRuns, groupId: string): Promise<void> {
  const before = await store.settings.get(accountId);
  await store.settings.save(accountId, before.version, {
    ...DEFAULT_SETTINGS,
    enabled: true,
    disableLeavers: true,
    groups: [chosenGroup(groupId, { displayName: "Team" })],
  });
}

const lasting = (user: User): string =>
  [
    user.displayName,
    user.status,
    user.disabledBy,
    user.disabledReason,
    user.disableApproved && "approved",
    user.managedBy,
    user.directoryState,
    user.directoryId,
    ...user.groupIds,
  ]
    .filter(Boolean)
    .join(" ");

const namesOn = (people: readonly { readonly action: string; readonly displayName: string }[]) =>
  people.map(({ action, displayName }) => `${action} ${displayName}`).sort();

/** The rows of a run, and where they contradict what it says of itself. */
async function historyOf(store: Store, accountId: string, run: Run) {
  const { changes: rows } = await store.changes.page(accountId, run.id, { actions: null, first: 1000, after: null });
  const count = (action: string) => rows.filter((row) => row.action === action && row.outcome === "DONE").length;
  const told = { added: "CREATE", reenabled: "REENABLE", updated: "UPDATE", disabled: "DISABLE" } as const;
  const untrue = Object.entries(told).flatMap(([field, action]) => {
    const said = run.counts[field as keyof typeof told];
    return said === count(action) ? [] : [`${run.trigger} says ${field} ${said} and has ${count(action)}`];
  });
  return {
    rows,
    untrue: [
      ...untrue,
      ...(run.status === "RUNNING" ? [`${run.trigger} is running for ever`] : []),
      ...rows.filter((row) => row.outcome === "PLANNED").map((row) => `${row.displayName} is only planned`),
    ],
  };
}

/**
 * Where to kill: at the first write, and after each one from there on. In between, what a process leaves behind is the
 * same. Progress is written by the clock, at any place.
 */
export function writePoints(commands: readonly Command[], { takenOnIn }: StartRun): readonly KillPoint[] {
  const seen = new Map<string, number>();
  const points = commands.map((command): KillPoint => {
    const kind = `${command.name} ${command.collection}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return { ...command, nth: seen.get(kind) ?? 0, when: "AFTER" };
  });
  const isProgress = ({ name, collection }: Command) => name === "update" && collection === "runs";
  const writes = points.filter((point) => isWrite(point) && !isProgress(point));
  return writes.slice(writes.findIndex((point) => point.collection === takenOnIn));
}
