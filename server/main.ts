import "reflect-metadata";
import { fileURLToPath } from "node:url";
import { startApp, type App } from "./app.js";
import { ConfigError, forgetSecrets, loadEnvFile, readConfig, type Config } from "./config.js";
import { endOnCrash } from "./crash.js";
import { createLog } from "./log.js";
import { isForOperator, listenWords } from "./start-errors.js";

/** From server/ (run by tsx) and from dist/server/ (built) alike, the tab is built to dist/tab. */
const TAB_FOLDER = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "../dist/tab" : "../tab", import.meta.url));

let log = createLog("info");
endOnCrash(() => log);

const config = configOrExit();
log = createLog(config.logLevel, secretsOf(config));
if (config.simulatorUrl)
  log.warn(
    "MICROSOFT_SIMULATOR_URL is set: this server believes a pretend Microsoft. Anybody there can be anybody here.",
  );

const app = await appOrExit(config);
let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
if (config.exitWithParent) process.stdin.once("end", () => void stop()).resume();
log.info({ port: app.port, publicUrl: config.publicUrl }, "listening");

app.started.then(
  () => log.info("ready"),
  (error: unknown) => {
    if (stopping) return;
    if (isForOperator(error)) console.error(error.message);
    else log.fatal({ err: error }, "cannot start");
    process.exit(1);
  },
);

function configOrExit(): Config {
  try {
    loadEnvFile();
    const config = readConfig();
    forgetSecrets();
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function secretsOf({ credentials, mongoUri, dataKeys, mail }: Config): string[] {
  const proofs = credentials.map((each) => (each.kind === "SECRET" ? each.secret : each.privateKey));
  return [...proofs, mongoUri, ...dataKeys.map((key) => key.toString("base64")), ...(mail ? [mail.url] : [])];
}

async function appOrExit(config: Config): Promise<App> {
  try {
    return await startApp({ config, log, now: () => new Date(), tabFolder: TAB_FOLDER });
  } catch (error) {
    const words = listenWords(error, config.port);
    if (words === null) throw error;
    console.error(words);
    process.exit(1);
  }
}

/** Once, however often it is told: npm hands a Ctrl-C on that the terminal has sent here already. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info("stopping");
  await app.stop();
  process.exit(0);
}
