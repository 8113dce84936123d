import { parseArgs } from "node:util";
import { ConfigError, loadEnvFile, readConfig } from "./config.js";
import { problemWords } from "./core/words.js";
import { createDirectories } from "./directory/graph-directory.js";
import { microsoftFetch } from "./microsoft-fetch.js";
import { isForOperator } from "./start-errors.js";
import { connectStore, type Store } from "./store/connection.js";
import { createAccount } from "./use-cases/create-account.js";

/** `npm run account -- create|list`: what an operator does with accounts, with the settings of the server. */
const USAGE = `Usage:
  npm run account -- list
  npm run account -- create --name "Contoso" --tenant <tenant id> --admin <object id>`;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whoever types a command waits for it; a server would wait for ever. */
const MONGODB_WITHIN_MS = 10_000;

process.exit(await exitCode());

async function exitCode(): Promise<number> {
  try {
    loadEnvFile();
    return await main(process.argv.slice(2));
  } catch (error) {
    if (isUsageError(error)) return fail(USAGE);
    if (error instanceof ConfigError || isForOperator(error)) return fail(error.message);
    throw error;
  }
}

async function main(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: { type: "string" }, tenant: { type: "string" }, admin: { type: "string" } },
  });
  const command = positionals[0];
  if (positionals.length !== 1 || (command !== "list" && command !== "create")) return fail(USAGE);
  if (command === "list") return withStore(list);

  const { name = "", tenant = "", admin = "" } = values;
  const wrong = [
    ...(name.trim() === "" ? ["--name is missing"] : []),
    ...(GUID.test(tenant) ? [] : ["--tenant must be a tenant id (a GUID)"]),
    ...(GUID.test(admin) ? [] : ["--admin must be the object id of a person in that tenant (a GUID)"]),
  ];
  if (wrong.length > 0) return fail([...wrong, USAGE].join("\n"));
  return withStore((store) => create(store, name.trim(), tenant.toLowerCase(), admin.toLowerCase()));
}

async function list(store: Store): Promise<number> {
  const accounts = await store.accounts.list();
  if (accounts.length > 0) console.log("account                   tenant                                consent  name");
  for (const { id, tenantId, name, consent } of accounts) console.log(`${id}  ${tenantId}  ${consent.state}  ${name}`);
  if (accounts.length === 0) console.log("There is no account yet.");
  return 0;
}

async function create(store: Store, name: string, tenantId: string, adminId: string): Promise<number> {
  const config = readConfig();
  const fetch = microsoftFetch({ simulatorUrl: config.simulatorUrl });
  const { clientId, credentials } = config;
  const directories = createDirectories({ clientId, credentials, fetch, now: () => new Date(), log: () => undefined });

  const created = await createAccount({ ...store, directories }, { name, tenantId, adminId });
  if (!created.ok)
    return fail(
      created.problem.code === "ACCOUNT_EXISTS"
        ? "This tenant has an account already; `list` shows it."
        : problemWords(created.problem),
    );
  console.log(
    `Account ${created.value.id} is open. Its administrator signs in at ${config.publicUrl}/?tenant=${tenantId}`,
  );
  return 0;
}

async function withStore(work: (store: Store) => Promise<number>): Promise<number> {
  const signal = AbortSignal.timeout(MONGODB_WITHIN_MS);
  const connecting = connectStore({ uri: readConfig().mongoUri, now: () => new Date(), log: () => undefined, signal });
  const store = await connecting.catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (!store) return fail(`MongoDB did not answer within ${MONGODB_WITHIN_MS / 1000} seconds. Nothing was done.`);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

function isUsageError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
