import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where the trial keeps everything that is to outlast it. */
export const dataDir = (): string => resolve(process.env.DATA_DIR ?? `${ROOT}.data`);
