import { parseArgs } from "node:util";
import { ConfigError, readConfig } from "./config.js";
import { problemWords } from "./core/words.js";
import { createDirectories } from "./directory/graph-directory.js";
import { microsoftFetch } from "./microsoft-fetch.js";
import { connectStore, type Store } from "./store/connection.js";
import { createAccount } from "./use-cases/create-account.js";

/** `npm run account -- create|list`: what an operator does with accounts, with the settings of the server. */
const USAGE = `Usage:
  npm run account -- list
  npm run account -- create --name "Contoso" --tenant <tenant id> --admin <object id>`;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError || isUsageError(error))) throw error;
  console.error(error instanceof ConfigError ? error.message : USAGE);
  process.exitCode = 1;
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
  for (const { id, tenantId, name, consent } of accounts) console.log(`${id}  ${tenantId}  ${consent.state}  ${name}`);
  if (accounts.length === 0) console.log("There is no account yet.");
  return 0;
}

async function create(store: Store, name: string, tenantId: string, adminId: string): Promise<number> {
  const config = readConfig();
  const fetch = microsoftFetch({ simulatorUrl: config.simulatorUrl });
  const { clientId, clientSecret } = config;
  const directories = createDirectories({ clientId, clientSecret, fetch, now: () => new Date(), log: () => undefined });

  const created = await createAccount({ ...store, directories }, { name, tenantId, adminId });
  if (!created.ok) return fail(problemWords(created.problem));
  console.log(
    `Account ${created.value.id} is open. Its administrator signs in at ${config.publicUrl}/?tenant=${tenantId}`,
  );
  return 0;
}

async function withStore(work: (store: Store) => Promise<number>): Promise<number> {
  const store = await connectStore({
    uri: readConfig().mongoUri,
    now: () => new Date(),
    log: (event) => console.error("msg" in event ? event.msg : event),
  });
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
