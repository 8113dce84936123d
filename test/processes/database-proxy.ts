import { createConnection, createServer, type AddressInfo, type Socket } from "node:net";
import { makeSplitter, readRequest, writeReply } from "../../demo/mongo/wire.js";

/** What somebody asks of the database: `{ name: "update", collection: "users" }`. */
export interface Command {
  readonly name: string;
  readonly collection: string;
}

/**
 * Stands between a process and its database. `pass` carries the command out and ends when the database has done it; the
 * answer reaches the process when the rule has ended. A rule that does not pass it on answers itself, or not at all.
 */
export type Rule = (command: Command, pass: () => Promise<void>) => Promise<object | void>;

export interface DatabaseProxy {
  /** Where a process finds the database through this proxy. */
  readonly uri: string;
  /** From now on each command goes by this rule; null lets all pass. */
  watch(rule: Rule | null): void;
  close(): Promise<void>;
}

const WRITES: readonly string[] = ["insert", "update", "delete", "findAndModify"];
export const isWrite = ({ name }: Command): boolean => WRITES.includes(name);

/** Refuses a command as MongoDB does when its primary has stepped down. */
export const NOT_PRIMARY = { ok: 0, code: 10107, codeName: "NotWritablePrimary", errmsg: "not primary" };
/** As it does when a disk is full. */
export const DISK_FULL = { ok: 0, code: 14031, codeName: "OutOfDiskSpace", errmsg: "no space left" };

/** A proxy of one MongoDB, a test's own: it speaks the wire protocol and understands every command that goes through. */
export async function proxyOf(databaseUri: string): Promise<DatabaseProxy> {
  const database = new URL(databaseUri);
  const sockets = new Set<Socket>();
  let rule: Rule | null = null;

  const server = createServer({ noDelay: true }, (client) => {
    const upstream = createConnection(Number(database.port || 27017), database.hostname);
    const waiting = new Map<number, (reply: Buffer) => void>();
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }

    const splitReplies = makeSplitter();
    upstream.on("data", (chunk) => {
      for (const reply of splitReplies(chunk)) {
        const asked = waiting.get(reply.readInt32LE(8));
        if (asked) asked(reply);
        else client.write(reply);
      }
    });

    const splitRequests = makeSplitter();
    client.on("data", (chunk) => {
      for (const message of splitRequests(chunk)) {
        const request = readRequest(message);
        const command = commandIn(request.body);
        if (!rule || !command) {
          upstream.write(message);
          continue;
        }
        let reply: Buffer | undefined;
        const pass = async (): Promise<void> => {
          reply = await new Promise<Buffer>((resolve) => {
            waiting.set(request.id, resolve);
            upstream.write(message);
          });
          waiting.delete(request.id);
        };
        rule(command, pass).then(
          (answer) => {
            const sent = answer ? writeReply(request, { ...answer }, 1) : reply;
            if (sent && client.writable) client.write(sent);
          },
          () => client.destroy(),
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const own = new URL(databaseUri);
  own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  own.searchParams.set("directConnection", "true");
  return {
    uri: own.href,
    watch: (next) => void (rule = next),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Null for what concerns no collection: greetings, pings, the end of a session. */
function commandIn(body: Readonly<Record<string, unknown>>): Command | null {
  const [name = ""] = Object.keys(body);
  const collection = name === "getMore" ? body.collection : body[name];
  return typeof collection === "string" ? { name, collection } : null;
}
