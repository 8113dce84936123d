export type Cell = string | number | null;

/** Without it Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * What spreadsheets run as a formula (OWASP, "CSV injection"): also in the full width of East Asian keyboards, and behind
 * what some of them strip first: spaces, quotes, what nobody sees. Names come from a directory others write.
 */
const runs = /^(?:[\s\p{C}"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n\0])/u;

/** A table as spreadsheets open it: UTF-8 with a byte order mark, RFC 4180, and no cell that is run as a formula. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cellText).join(",") + "\r\n").join("");
}

function cellText(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const inert = runs.test(cell ?? "") ? `'${cell ?? ""}` : (cell ?? "");
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Hands the table to the browser as a download. `name`: without the ending. */
export function downloadCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  const address = URL.createObjectURL(new Blob([toCsv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  // The download has taken its copy by the next turn in every browser; a page that stays open for weeks keeps none
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
