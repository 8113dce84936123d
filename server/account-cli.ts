import { parseArgs } from "node:util";
import { ConfigError, loadEnvFile, readConfig, type Config } from "./config.js";
import type { Account } from "./core/model.js";
import { problemWords } from "./core/problem-words.js";
import { createDirectories } from "./directory/graph-directory.js";
import { microsoftFetch } from "./microsoft-fetch.js";
import { isForOperator } from "./start-errors.js";
import { connectStore, type Store } from "./store/connection.js";
import { closeAccount } from "./use-cases/close-account.js";
import { createAccount } from "./use-cases/create-account.js";
import { adminByObjectId, nameAdminByOperator, removeAdmin } from "./use-cases/name-admin.js";
import type { Directories } from "./use-cases/ports.js";

/** `npm run account -- ...`: what an operator does with accounts, with the settings of the server. */
const USAGE = `Usage:
  npm run account -- list
  npm run account -- create       --tenant <tenant id> --admin <object id> --name "Contoso"
  npm run account -- invite       --tenant <tenant id>
  npm run account -- add-admin    --tenant <tenant id> --admin <object id>
  npm run account -- remove-admin --tenant <tenant id> --admin <object id>
  npm run account -- close        --tenant <tenant id>`;

const OPTIONS = { name: { type: "string" }, tenant: { type: "string" }, admin: { type: "string" } } as const;
type Option = keyof typeof OPTIONS;

interface Given {
  readonly name: string;
  readonly tenant: string;
  readonly admin: string;
}

interface Command {
  readonly takes: readonly Option[];
  run(means: Means, given: Given): Promise<number>;
}

interface Means {
  readonly store: Store;
  readonly config: Config;
  readonly directories: Directories;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  list: { takes: [], run: list },
  create: { takes: ["name", "tenant", "admin"], run: create },
  invite: { takes: ["tenant"], run: invite },
  "add-admin": { takes: ["tenant", "admin"], run: withAccount(addAdmin) },
  "remove-admin": { takes: ["tenant", "admin"], run: withAccount(takeAdmin) },
  close: { takes: ["tenant"], run: withAccount(close) },
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const RULES: Readonly<Record<Option, (value: string) => string | null>> = {
  name: (value) => (value.trim() === "" ? "--name is missing" : null),
  tenant: (value) => (GUID.test(value) ? null : "--tenant must be a tenant id (a GUID)"),
  admin: (value) => (GUID.test(value) ? null : "--admin must be the object id of a person in that tenant (a GUID)"),
};

/** Whoever types a command waits for it; a server would wait for ever. */
const MONGODB_WITHIN_MS = 10_000;
/** Long enough to find its way through a company's mail, short enough not to lie about. */
const INVITE_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

const HAS_ACCOUNT = "This tenant has an account already; `list` shows it.";

const now = () => new Date();

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
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const command = positionals.length === 1 ? COMMANDS[positionals[0] ?? ""] : undefined;
  if (!command) return fail(USAGE);

  const { name = "", tenant = "", admin = "" } = values;
  const wrong = command.takes.flatMap((option) => RULES[option]({ name, tenant, admin }[option]) ?? []);
  if (wrong.length > 0) return fail([...wrong, USAGE].join("\n"));
  return withMeans((means) =>
    command.run(means, { name: name.trim(), tenant: tenant.toLowerCase(), admin: admin.toLowerCase() }),
  );
}

async function list({ store }: Means): Promise<number> {
  const accounts = await store.accounts.list();
  if (accounts.length === 0) console.log("There is no account yet.");
  else console.log("account                   tenant                                consent  name");
  for (const { id, tenantId, name, consent, closedAt } of accounts)
    console.log(`${id}  ${tenantId}  ${consent.state}  ${name}${closedAt ? " (closed)" : ""}`);
  return 0;
}

async function create({ store, directories, config }: Means, { name, tenant, admin }: Given): Promise<number> {
  const created = await createAccount({ ...store, directories }, { name, tenantId: tenant, adminId: admin });
  if (!created.ok) return fail(created.problem.code === "ACCOUNT_EXISTS" ? HAS_ACCOUNT : problemWords(created.problem));
  console.log(`Account ${created.value.id} is open. Its administrator signs in at ${signInLink(config, tenant)}`);
  return 0;
}

async function invite({ store, config }: Means, { tenant }: Given): Promise<number> {
  const account = await store.accounts.byTenant(tenant);
  if (account && !account.closedAt && (await store.users.admins(account.id)).length > 0) return fail(HAS_ACCOUNT);

  const { code, expiresAt } = await store.invites.create(tenant, INVITE_DAYS * DAY_MS);
  console.log(`Send this link to somebody who administers that directory (a Global Administrator or Privileged Role
Administrator). It opens one account, once, until ${expiresAt.toISOString().slice(0, 10)}, and is shown only here:
${signInLink(config, tenant)}&invite=${code}`);
  return 0;
}

async function addAdmin({ store, directories }: Means, account: Account, { admin }: Given): Promise<number> {
  const person = await adminByObjectId(directories, account.tenantId, admin);
  if (!person.ok) return fail(problemWords(person.problem));
  await nameAdminByOperator(store, account, person.value);
  console.log(`They are an admin of ${account.name} now, and can sign in.`);
  return 0;
}

async function takeAdmin({ store }: Means, account: Account, { admin }: Given): Promise<number> {
  const removed = await removeAdmin(store, account, admin);
  if (!removed.ok) return fail(problemWords(removed.problem));
  console.log(`${removed.value.displayName} is no admin of ${account.name} any more. They stay as a user.`);
  return 0;
}

async function close({ store }: Means, account: Account): Promise<number> {
  await closeAccount({ ...store, now }, account);
  console.log(`${account.name} is closed: nobody gets in, and the sync is off. People and history are kept.
create or invite opens it again.`);
  return 0;
}

/** For what is done to an account in use. */
function withAccount(work: (means: Means, account: Account, given: Given) => Promise<number>): Command["run"] {
  return async (means, given) => {
    const account = await means.store.accounts.byTenant(given.tenant);
    if (!account || account.closedAt) return fail("This tenant has no open account; `list` shows those there are.");
    return work(means, account, given);
  };
}

function signInLink(config: Config, tenant: string): string {
  return `${config.publicUrl}/?tenant=${tenant}`;
}

async function withMeans(work: (means: Means) => Promise<number>): Promise<number> {
  const config = readConfig();
  const log = () => undefined;
  const signal = AbortSignal.timeout(MONGODB_WITHIN_MS);
  const { mongoUri: uri, historyDays } = config;
  const store = await connectStore({ uri, historyDays, now, log, signal }).catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (!store) return fail(`MongoDB did not answer within ${MONGODB_WITHIN_MS / 1000} seconds. Nothing was done.`);

  const { clientId, credentials, simulatorUrl } = config;
  const fetch = microsoftFetch({ simulatorUrl });
  try {
    return await work({ store, config, directories: createDirectories({ clientId, credentials, fetch, now, log }) });
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
