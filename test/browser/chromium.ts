import { accessSync, constants } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const INSTALLED = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** Nothing of a browser's own may leave this machine, and nothing of a test may reach past it. */
const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-lcd-text",
  "--disable-partial-raster",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

export interface TestBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The browser of CHROME_PATH, else one that is installed, else the one in the npm package. None: the tests fail. */
export async function startBrowser(): Promise<TestBrowser> {
  const installed = process.env.CHROME_PATH ?? findInstalled();
  if (installed) {
    const browser = await chromium.launch({ executablePath: installed, args: ARGS });
    return { browser, close: () => browser.close() };
  }
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No browser found: install Chrome or Chromium, or set CHROME_PATH.");
  return startPackaged();
}

/**
 * The headless Chromium that ships inside an npm package, unpacked with its libraries and fonts into a folder of its
 * own. It needs nothing of the machine: the two variables make it bring its own libraries and must be set before the
 * import, and without a fonts file naming its fonts it dies at the first text field.
 */
export async function startPackaged(): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-chromium-"));
  const outside = { ...process.env };
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  const libraries = process.env.LD_LIBRARY_PATH ?? "";
  process.env = outside;

  const fonts = join(folder, "rollcall-fonts.conf");
  await writeFile(fonts, `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`);
  const env = { ...outside, TMPDIR: folder, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts };
  const browser = await chromium.launch({ executablePath, args: ARGS, env: withoutUndefined(env) });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function findInstalled(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...folders.flatMap((folder) => INSTALLED.map((name) => join(folder, name))), MAC_CHROME];
  return candidates.find(canRun) ?? null;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
