import "reflect-metadata";
import { fileURLToPath } from "node:url";
import { startApp, type App } from "./app.js";
import { ConfigError, readConfig, type Config } from "./config.js";
import { createLog } from "./log.js";

/** From server/ (run by tsx) and from dist/server/ (built) alike, the tab is built to dist/tab. */
const TAB_FOLDER = fileURLToPath(
  new URL(import.meta.url.includes("/dist/") ? "../tab" : "../dist/tab", import.meta.url),
);

const config = configOrExit();
const log = createLog(config.logLevel);
if (config.simulatorUrl)
  log.warn(
    "MICROSOFT_SIMULATOR_URL is set: this server believes a pretend Microsoft. Anybody there can be anybody here.",
  );

const app = await appOrExit(config);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(app));
if (config.exitWithParent) process.stdin.once("end", () => void stop(app)).resume();
log.info({ port: app.port, publicUrl: config.publicUrl }, "listening");

app.started.then(
  () => log.info("ready"),
  (error: unknown) => {
    log.fatal({ err: error }, "cannot start");
    process.exit(1);
  },
);

function configOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function appOrExit(config: Config): Promise<App> {
  try {
    return await startApp({ config, log, now: () => new Date(), tabFolder: TAB_FOLDER });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    console.error(`Port ${config.port} is in use. Stop what uses it, or set PORT to another one.`);
    process.exit(1);
  }
}

async function stop(app: App): Promise<void> {
  log.info("stopping");
  await app.stop();
  process.exit(0);
}
