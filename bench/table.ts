import { arch, cpus, platform } from "node:os";
import type { Row } from "./bench.js";

const HEAD = ["id", "what, by which reference", "ours", "reference", "ratio", "aim", ""] as const;

export interface NamedRow extends Row {
  readonly id: string;
}

/** The table as Markdown, so that it can be kept as it was printed. `judged` is off where the numbers mean nothing. */
export function table(rows: readonly NamedRow[], judged: boolean): string {
  const cells = rows.map(({ id, what, ours, reference, value, aim }) => [
    id,
    what,
    ours,
    reference,
    value.toFixed(Number.isInteger(value) ? 0 : 2),
    `≤ ${aim}`,
    judged ? verdict(value, aim) : "not judged",
  ]);
  const widths = HEAD.map((head, column) =>
    Math.max(...[head, ...cells.map((row) => row[column] ?? "")].map((text) => text.length)),
  );
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(HEAD), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}

/** What it was measured on; a ratio should not depend on it, and sometimes does. */
export function machine(): string {
  return `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "an unknown kind"}`;
}

const verdict = (value: number, aim: number): string => (value <= aim ? "ok" : "over");
