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
  dir?: string;
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
    socket.on("close", () => sockets.delete(socket));
    serve(socket, context);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port ?? 0, "127.0.0.1", resolve);
    });
  } catch (error) {
    await database.close();
    throw error;
  }
  const sweep = setInterval(() => {
    if (removeExpired(database, Date.now()) > 0) database.flush().catch(reportTrouble);
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

function reportTrouble(error: unknown): void {
  process.stderr.write(`embedded database: ${error instanceof Error ? error.message : String(error)}\n`);
}

/** Answers one connection's requests in their order. Whatever cannot be read closes this connection and no other. */
function serve(socket: Socket, context: Context): void {
  const split = makeSplitter();
  let last = Promise.resolve();
  let replies = 0;
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    try {
      for (const message of split(chunk)) {
        const request = readRequest(message);
        last = last.then(async () => {
          const reply = await answer(request.body, context);
          if (!request.quiet && socket.writable) socket.write(writeReply(request, reply, ++replies));
        });
        last.catch(() => socket.destroy());
      }
    } catch {
      socket.destroy();
    }
  });
}

async function answer(body: Doc, context: Context): Promise<Doc> {
  try {
    return await runCommand(body, context);
  } catch (error) {
    const { message, code, codeName, extra } = asFailure(error);
    return { ok: 0, errmsg: message, code, codeName, ...extra };
  }
}
