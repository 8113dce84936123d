import { setTimeout as wait } from "node:timers/promises";
import mongoose, { type Connection, type mongo } from "mongoose";
import type { Clock, Stores } from "../use-cases/ports.js";
import { accountIndexes, accountStore } from "./accounts.js";
import { auditIndexes, auditStore } from "./audit.js";
import { changeIndexes, changeStore } from "./changes.js";
import { conflictIndexes, conflictStore } from "./conflicts.js";
import { consentTripIndexes, consentTripStore } from "./consent-trips.js";
import { groupMemberIndexes, groupMemberStore } from "./group-members.js";
import { holdIndexes } from "./hold-row.js";
import { holdStore } from "./holds.js";
import { buildIndexes, IndexError } from "./indexes.js";
import { inviteIndexes, inviteStore } from "./invites.js";
import { keepTrying } from "./keep-trying.js";
import { leaseIndexes, leaseStore } from "./leases.js";
import { previewIndexes, previewStore } from "./previews.js";
import { noticeIndexes, noticeStore } from "./notices.js";
import { runIndexes, runStore } from "./runs.js";
import { settingsIndexes, settingsStore } from "./settings.js";
import { userIndexes } from "./user-row.js";
import { userStore } from "./users.js";

export interface Store extends Stores {
  /** The database of this connection, for the job queue: one driver and one pool for the whole process. */
  readonly db: mongo.Db;
  /** True when MongoDB answers now; never throws and never takes longer than about two seconds. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly uri: string;
  readonly now: Clock;
  readonly log: (event: object) => void;
  /** How many days the history (runs, changes, decided holds, the trail) is kept; 400 where not said. */
  readonly historyDays?: number | null;
  /** Ends the trying of a process that is told to stop before MongoDB was ever there. */
  readonly signal?: AbortSignal;
}

const READY_WITHIN_MS = 2000;
const DEFAULT_DATABASE = "rollcall";
/** A year, and a month to look back from its end. */
const HISTORY_DAYS = 400;

const INDEXES = [
  ...accountIndexes,
  ...userIndexes,
  ...settingsIndexes,
  ...groupMemberIndexes,
  ...runIndexes,
  ...changeIndexes,
  ...holdIndexes,
  ...auditIndexes,
  ...conflictIndexes,
  ...previewIndexes,
  ...leaseIndexes,
  ...consentTripIndexes,
  ...inviteIndexes,
  ...noticeIndexes,
];

/**
 * Connects and builds the indexes. While MongoDB is away it keeps trying and says so in the log; it rejects only for
 * what time does not mend: a URI that is none, or an index that cannot be had.
 */
export function connectStore(options: StoreOptions): Promise<Store> {
  const { log, now, signal } = options;
  const connect = async () => {
    const store = storeOver(await open(options), now, options.historyDays ?? HISTORY_DAYS);
    if (!signal?.aborted) return store;
    await store.close(); // nobody waits for it any more
    throw new DOMException("This operation was aborted", "AbortError");
  };
  return keepTrying(connect, { log, signal, passes: (error) => !(error instanceof IndexError || isBadUri(error)) });
}

async function open({ uri, log }: StoreOptions): Promise<Connection> {
  const connection = mongoose.createConnection();
  // Without a listener a failing connection would end the process; what failed is told by whoever tries again.
  connection.on("error", () => undefined);
  try {
    await connection.openUri(uri, {
      appName: "rollcall",
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      ...(!namesDatabase(uri) && { dbName: DEFAULT_DATABASE }),
      writeConcern: { w: "majority" },
      serverSelectionTimeoutMS: 3000,
      connectTimeoutMS: 3000,
    });
    await buildIndexes(databaseOf(connection), INDEXES);
  } catch (error) {
    await connection.close(true);
    throw isBadUri(error) ? new BadUriError() : error;
  }
  connection.on("disconnected", () => log({ level: "warn", msg: "MongoDB is away; it is waited for" }));
  connection.on("reconnected", () => log({ level: "info", msg: "MongoDB is back" }));
  return connection;
}

function storeOver(connection: Connection, now: Clock, historyDays: number): Store {
  const db = databaseOf(connection);
  return {
    accounts: accountStore(connection, now),
    users: userStore(connection, now),
    settings: settingsStore(connection),
    groupMembers: groupMemberStore(connection),
    runs: runStore(connection, now, historyDays),
    changes: changeStore(connection, now, historyDays),
    holds: holdStore(connection, now, historyDays),
    audit: auditStore(connection, now, historyDays),
    conflicts: conflictStore(connection, now),
    previews: previewStore(connection, now),
    leases: leaseStore(connection, now),
    consentTrips: consentTripStore(connection, now),
    invites: inviteStore(connection, now),
    notices: noticeStore(connection),
    db,
    ready: () => answers(db),
    async close() {
      // Going away is not news when we ourselves go.
      connection.removeAllListeners("disconnected");
      await connection.close();
    },
  };
}

async function answers(db: mongo.Db): Promise<boolean> {
  const tooLate = new AbortController();
  const ping = db.command({ ping: 1 }).then(
    () => true,
    () => false,
  );
  const late = wait(READY_WITHIN_MS, false, { signal: tooLate.signal }).catch(() => false);
  return Promise.race([ping, late]).finally(() => tooLate.abort());
}

function databaseOf(connection: Connection): mongo.Db {
  if (!connection.db) throw new Error("The MongoDB connection is closed");
  return connection.db;
}

/** The driver's own words may repeat parts of the URI, and a URI holds a password: so these are ours. */
class BadUriError extends Error {
  override readonly name = "BadUriError";

  constructor() {
    super("MONGODB_URI is not a MongoDB connection string (mongodb://host:port/database)");
  }
}

/** By name: the driver's parser is a package of its own, whose classes are not the driver's. */
const BAD_URI = new Set(["MongoParseError", "MongoInvalidArgumentError", "MongoRuntimeError"]);

function isBadUri(error: unknown): boolean {
  return error instanceof Error && (error instanceof BadUriError || BAD_URI.has(error.name));
}

function namesDatabase(uri: string): boolean {
  return /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/.test(uri);
}
