import { failure } from "../errors.js";
import type { Doc } from "../values.js";
import type { Command } from "./command.js";

/** Wire version 17 is MongoDB 6.0: clients then send only what that version understood. */
const WIRE_VERSION = 17;
const VERSION = "6.0.0";

/** A standalone without setName: drivers then send no transaction numbers and retry no writes. */
export function helloReply(): Doc {
  return {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  };
}

export const hello: Command = {
  fields:
    "helloOk client compression topologyVersion maxAwaitTimeMS loadBalanced speculativeAuthenticate saslSupportedMechs backpressure hostInfo".split(
      " ",
    ),
  run: helloReply,
};

const nothing = (...fields: string[]): Command => ({ fields, run: () => ({}) });

export const ping = nothing();
export const endSessions = nothing();

export const buildInfo: Command = {
  fields: [],
  run: () => ({
    version: VERSION,
    versionArray: VERSION.split(".").map(Number).concat(0),
    modules: [],
    gitVersion: "embedded",
    bits: 64,
    maxBsonObjectSize: 16 * 1024 * 1024,
  }),
};

export const serverStatus: Command = {
  fields: [],
  run: (_command, { database }) => ({
    version: VERSION,
    process: "rollcall embedded database",
    pid: process.pid,
    uptime: Math.floor(process.uptime()),
    localTime: new Date(),
    storageEngine: { name: "rollcall-log", persistent: true },
    catalogStats: { collections: database.collections.size },
    mem: { resident: Math.round(process.memoryUsage.rss() / 1024 / 1024) },
  }),
};

export const connectionStatus: Command = {
  fields: ["showPrivileges"],
  run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
};

/** There are no users: a client that insists on one learns why instead of waiting. */
export const authenticate: Command = {
  fields: ["mechanism", "payload", "options", "conversationId", "autoAuthorize"],
  run() {
    throw failure(
      "AuthenticationFailed",
      "Authentication failed: the embedded database has no users, connect without a name",
    );
  },
};
