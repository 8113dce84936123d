import { failure } from "../errors.js";
import type { Doc } from "../values.js";
import type { Command } from "./command.js";

/** Wire version 17 is MongoDB 6.0: clients then send only what that version understood. */
const WIRE_VERSION = 17;
const VERSION = { version: "6.0.0", versionArray: [6, 0, 0, 0] };
const LARGEST = { maxBsonObjectSize: 16 * 1024 * 1024, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 };

export const ok = (): Doc => ({});

/** A standalone without setName: drivers then send no transaction numbers and retry no writes. */
export const hello = (): Doc => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  ...LARGEST,
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: WIRE_VERSION,
});

export const buildInfo = (): Doc => ({ ...VERSION, modules: [], gitVersion: "embedded", bits: 64, ...LARGEST });

export const serverStatus: Command = (_command, { database }) => ({
  ...VERSION,
  process: "rollcall embedded database",
  pid: process.pid,
  uptime: Math.floor(process.uptime()),
  catalogStats: { collections: database.collections.size },
  mem: { resident: Math.round(process.memoryUsage.rss() / 1024 / 1024) },
});

/** There are no users: a client that insists on one learns why instead of waiting. */
export const authenticate: Command = () => {
  throw failure("AuthenticationFailed", "the embedded database has no users, connect without a name");
};
