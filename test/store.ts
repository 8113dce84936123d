import { connectStore, type Store } from "../server/store/connection.js";
import type { Clock, NewUser } from "../server/use-cases/ports.js";
import { testDatabase } from "./database.js";

export interface TestStore extends Store {
  /** A second connection to the same database, as another process has it. */
  another(): Promise<Store>;
}

/** A store over a database of its own; `close` takes both away. */
export async function testStore(now: Clock): Promise<TestStore> {
  const database = await testDatabase();
  const connect = () => connectStore({ uri: database.uri, now, log: () => undefined });
  const store = await connect();
  const others: Store[] = [];
  return {
    ...store,
    async another() {
      const other = await connect();
      others.push(other);
      return other;
    },
    async close() {
      for (const other of others) await other.close();
      await store.close();
      await database.close();
    },
  };
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
