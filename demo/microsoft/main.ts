import { join } from "node:path";
import { startMicrosoft } from "./server.js";

/** The pretend Microsoft as a process of its own: PRETEND_PORT (4100), DATA_DIR (.data), TAB_URL (http://localhost:4000/), EXIT_WITH_PARENT=1 to end with the caller's stdin. */
const port = Number(process.env.PRETEND_PORT ?? "4100");
const dataFile = join(process.env.DATA_DIR ?? ".data", "microsoft.json");

try {
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error("PRETEND_PORT must be a port number.");
  const microsoft = await startMicrosoft({
    port,
    dataFile,
    ...(process.env.TAB_URL ? { tabUrl: process.env.TAB_URL } : {}),
  });
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await microsoft.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => void end());
  if (process.env.EXIT_WITH_PARENT === "1") process.stdin.resume().once("end", () => void end());
  console.log(`Pretend Microsoft: ${microsoft.url} (control page)`);
} catch (error) {
  console.error(`The pretend Microsoft cannot start: ${wordsFor(error)}`);
  process.exit(1);
}

function wordsFor(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `port ${String(port)} is in use; set PRETEND_PORT to a free one.`;
  if (code === "EACCES") return `no permission for port ${String(port)} or ${dataFile}.`;
  return error instanceof Error ? error.message : String(error);
}
