import type { CommandStartedEvent } from "mongodb";
import { afterAll, beforeAll } from "vitest";
import type { PlannedChange } from "../server/core/changes.js";
import type { HeldPerson } from "../server/core/hold.js";
import { connectStore, type Store } from "../server/store/connection.js";
import type { Clock, NewUser, SyncDisable } from "../server/use-cases/ports.js";
import { testDatabase } from "./database.js";

export interface TestStore extends Store {
  /** A second connection to the same database, as another process has it. */
  another(): Promise<Store>;
  /** The commands that the first connection sends to MongoDB while this is done. */
  commandsOf(work: () => Promise<unknown>): Promise<readonly CommandStartedEvent[]>;
}

/** A store over a database of its own; `close` takes both away. */
export async function testStore(now: Clock): Promise<TestStore> {
  const database = await testDatabase();
  const uri = new URL(database.uri);
  uri.searchParams.set("monitorCommands", "true");
  const connect = () => connectStore({ uri: uri.href, now, log: () => undefined });
  const first = await connect();
  const others: Store[] = [];
  return {
    ...first,
    async another() {
      const other = await connect();
      others.push(other);
      return other;
    },
    async commandsOf(work) {
      const sent: CommandStartedEvent[] = [];
      const note = (event: CommandStartedEvent) => sent.push(event);
      first.db.client.on("commandStarted", note);
      await work();
      first.db.client.off("commandStarted", note);
      return sent;
    },
    async close() {
      for (const other of others) await other.close();
      await first.close();
      await database.close();
    },
  };
}

/** The store of a test file that needs no other clock than the real one. */
export let store: TestStore;

export function thisFileHasItsStore(): void {
  beforeAll(async () => {
    store = await testStore(() => new Date());
  });
  afterAll(() => store.close());
}

/** Somebody to create; a user who came by a group where a test does not say otherwise. */
export function newUser(directoryId: string | null, fields: Partial<NewUser> = {}): NewUser {
  return {
    directoryId,
    displayName: `Person ${directoryId ?? "without directory id"}`,
    givenName: null,
    surname: null,
    email: directoryId === null ? null : `${directoryId}@contoso.com`,
    userPrincipalName: null,
    jobTitle: null,
    department: null,
    role: "EMPLOYEE",
    origin: "SYNC",
    managedBy: "GROUPS",
    directoryState: "ENABLED",
    groupIds: [],
    ...fields,
  };
}

/** Somebody for the sync to disable, because they left the groups where a test does not say otherwise. */
export function leaver(directoryId: string, fields: Partial<SyncDisable> = {}): SyncDisable {
  return { directoryId, reason: "LEFT_GROUPS", approved: false, managedBy: "GROUPS", ...fields };
}

/** What a run sets out to do to somebody; a disable where a test does not say otherwise. */
export function plannedChange(directoryId: string, fields: Partial<PlannedChange> = {}): PlannedChange {
  return {
    directoryId,
    displayName: `Person ${directoryId}`,
    action: "DISABLE",
    reason: "LEFT_GROUPS",
    before: { status: "ACTIVE" },
    after: { status: "DISABLED" },
    ...fields,
  };
}

/** Somebody on a hold since its beginning, to be disabled where a test does not say otherwise. */
export function held(directoryId: string, fields: Partial<HeldPerson> = {}): HeldPerson {
  return {
    directoryId,
    displayName: `Person ${directoryId}`,
    action: "DISABLE",
    reason: "LEFT_GROUPS",
    groupIds: ["sales"],
    since: 1,
    ...fields,
  };
}

/** How many commands of each name were sent. */
export function commandsPer(sent: readonly CommandStartedEvent[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { commandName } of sent) counts[commandName] = (counts[commandName] ?? 0) + 1;
  return counts;
}
