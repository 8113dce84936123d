import { randomBytes } from "node:crypto";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { MongoClient } from "mongodb";
import { DryMongoBinary, MongoMemoryServer } from "mongodb-memory-server";
import { startMongo } from "../demo/mongo/server.js";

export interface TestDatabase {
  /** Ends in the name of a database that nobody else uses. */
  readonly uri: string;
  /** Which server this is, in words for the run's output. */
  readonly server: string;
  close(): Promise<void>;
}

/**
 * A database for one test file: the server of MONGODB_URI, else a mongod that is on the machine already, else the
 * embedded server in this process. Nothing is ever downloaded in the middle of a test run.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `rollcall_test_${randomBytes(6).toString("hex")}`;
  const given = process.env.MONGODB_URI;
  if (given) return onServer(given, name, "the server of MONGODB_URI", () => Promise.resolve());

  const binary = await mongodOnThisMachine();
  if (binary) {
    const mongod = await MongoMemoryServer.create({ binary: { systemBinary: binary, checkMD5: false } });
    return onServer(mongod.getUri(), name, `mongod at ${binary}`, async () => {
      await mongod.stop();
    });
  }

  const embedded = await startMongo({ port: 0 });
  return onServer(embedded.uri, name, "the embedded server (demo/mongo)", () => embedded.close());
}

function onServer(server: string, name: string, words: string, stop: () => Promise<void>): TestDatabase {
  console.log(`database: ${words}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    uri: url.href,
    server: words,
    async close() {
      const client = await MongoClient.connect(url.href);
      await client.db(name).dropDatabase();
      await client.close();
      await stop();
    },
  };
}

async function mongodOnThisMachine(): Promise<string | null> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, "mongod");
    if (folder && (await canRun(path))) return path;
  }
  // Looks into the caches of mongodb-memory-server and never fetches anything.
  const options = DryMongoBinary.getEnsuredOptions();
  return (await DryMongoBinary.locateBinary(options).catch(() => undefined)) ?? null;
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
