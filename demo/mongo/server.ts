import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { runCommand } from "./commands/index.js";
import type { Context } from "./commands/command.js";
import { makeCursors } from "./cursors.js";
import { openDatabase } from "./database.js";
import { asFailure } from "./errors.js";
import { removeExpired } from "./expire.js";
import type { Doc } from "./values.js";
import { makeSplitter, readRequest, writeReply } from "./wire.js";

export interface MongoOptions {
  /** 0 or absent: any free port */
  port?: number;
  /** absent: memory only, for tests */
  dir?: string | undefined;
  /** the size from which its file is written anew; bytes */
  rewriteAbove?: number;
}

export interface RunningMongo {
  /** mongodb://127.0.0.1:port */
  uri: string;
  port: number;
  /** ends all connections, brings everything to disk and frees the folder */
  close(): Promise<void>;
}

const SWEEP_MS = 5_000;
const TURNS_TO_HEAR = 10;

/** Starts the embedded database on 127.0.0.1. Rejects when the port is taken, the folder is held or its data is damaged. */
export async function startMongo(options: MongoOptions): Promise<RunningMongo> {
  const database = openDatabase(options.dir, options.rewriteAbove);
  const context: Context = { database, cursors: makeCursors() };
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    // Whatever cannot be read closes this connection and no other
    serve(socket, context).catch(() => socket.destroy());
  });
  try {
    await once(server.listen(options.port ?? 0, "127.0.0.1"), "listening");
  } catch (error) {
    await database.close();
    throw error;
  }
  const sweep = setInterval(() => {
    removeExpired(database, Date.now());
    // What could not be stored is there again, and tried again
    database.flush().catch(() => undefined);
  }, SWEEP_MS).unref();
  const { port } = server.address() as AddressInfo;
  return {
    uri: `mongodb://127.0.0.1:${port}`,
    port,
    async close() {
      clearInterval(sweep);
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await database.close();
      // A client in this process hears of it some turns later; what it asks before that, the driver (7.9) never answers
      for (let turn = 0; turn < TURNS_TO_HEAR; turn++) await nextTurn();
    },
  };
}

/** Answers one connection's requests in their order. */
async function serve(socket: Socket, context: Context): Promise<void> {
  const split = makeSplitter();
  let replies = 0;
  for await (const chunk of socket)
    for (const message of split(chunk as Buffer)) {
      const request = readRequest(message);
      const reply = await runCommand(request.body, context).catch(refusal);
      if (!request.quiet && socket.writable) socket.write(writeReply(request, reply, ++replies));
    }
}

function refusal(error: unknown): Doc {
  const { message, code, codeName, extra } = asFailure(error);
  return { ok: 0, errmsg: message, code, codeName, ...extra };
}
