import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { makeSplitter, readRequest } from "../demo/mongo/wire.js";

export interface DatabaseCommand {
  /** E.g. "insert". */
  readonly name: string;
  readonly collection: string;
}

export interface CommandCounter {
  /** The same database, by a way on which every command is written down. */
  readonly uri: string;
  /** In the order they were sent, over all connections. */
  readonly commands: DatabaseCommand[];
  close(): Promise<void>;
}

const WRITES = new Set(["insert", "update", "delete", "findAndModify", "bulkWrite"]);

export const isWrite = ({ name }: DatabaseCommand): boolean => WRITES.has(name);

/**
 * Stands between a client and its database and reads along. On the wire, because that is what a database has to do,
 * whatever the driver makes of our calls.
 */
export async function countCommands(databaseUri: string): Promise<CommandCounter> {
  const commands: DatabaseCommand[] = [];
  const target = new URL(databaseUri);
  const sockets = new Set<Socket>();

  const server = createServer({ noDelay: true }, (client) => {
    const database = connect({ host: target.hostname, port: Number(target.port || 27017), noDelay: true });
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
      one.pipe(other);
    }
    const split = makeSplitter();
    client.on("data", (chunk) => {
      for (const message of split(chunk)) commands.push(commandOf(readRequest(message).body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const uri = new URL(databaseUri);
  uri.hostname = "127.0.0.1";
  uri.port = String((server.address() as AddressInfo).port);
  // Of a replica set the driver would go on to its members, past us.
  uri.searchParams.set("directConnection", "true");
  return {
    uri: uri.href,
    commands,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A command's name is the first field of its document, and its collection the value; a getMore's has a field of its own. */
function commandOf(body: Readonly<Record<string, unknown>>): DatabaseCommand {
  const [name = "", value] = Object.entries(body)[0] ?? [];
  const collection = name === "getMore" ? body.collection : value;
  return { name, collection: typeof collection === "string" ? collection : "" };
}
