import { spawn } from "node:child_process";
import { once } from "node:events";
import { MongoMemoryServer } from "mongodb-memory-server";

/* `npm run test:mongod`: `npm test` on a real MongoDB, which mongodb-memory-server downloads unless it has it already. */

const mongod = await MongoMemoryServer.create().catch((error: unknown) => {
  console.error(`There is no mongod: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
console.log(`mongod ${mongod.instanceInfo?.instance.binaryOpts.version ?? ""} at ${mongod.getUri()}`);
const run = spawn(process.execPath, ["test/run.mjs", ...process.argv.slice(2)], {
  env: { ...process.env, MONGODB_URI: mongod.getUri() },
  stdio: "inherit",
});
const [code] = (await once(run, "exit")) as [number | null];
await mongod.stop();
process.exitCode = code ?? 1;
