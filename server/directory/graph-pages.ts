import { ok, problem, type Result } from "../core/result.js";
import type { Clock } from "../use-cases/ports.js";
import { isGraphAddress } from "./graph-address.js";
import type { Ask, GraphRequest } from "./graph-ask.js";
import { brokenAnswer, isRecord, type GraphFailure } from "./graph-problems.js";

/** 2 million rows at 999 a page: a chain longer than that does not end. */
const MOST_PAGES = 2_000;

/** Longest a whole list may take, in milliseconds; page tokens do not live much longer either. */
export const READ_LIMIT_MS = 20 * 60_000;

export interface Page {
  readonly rows: readonly unknown[];
  /** The link to the next page, to be sent back as it came; null on the last page. */
  readonly next: string | null;
  readonly count: number | null;
}

/** How a list ended. Incomplete is a value: nobody can take half a list for the whole by forgetting a catch. */
export type ListEnd =
  | { readonly outcome: "COMPLETE" }
  | { readonly outcome: "INCOMPLETE"; readonly failure: GraphFailure; readonly pages: number };

/** One page of a list, or why it cannot be believed. */
export async function readPage(ask: Ask, request: GraphRequest): Promise<Result<Page, GraphFailure>> {
  const answer = await ask(request);
  return answer.ok ? pageIn(answer.value) : answer;
}

function pageIn(body: unknown): Result<Page, GraphFailure> {
  const { value: rows, "@odata.nextLink": next, "@odata.count": count } = isRecord(body) ? body : {};
  if (!Array.isArray(rows)) return problem(brokenAnswer("A page of Microsoft Graph came without its rows."));
  // Only a link that is absent says that this was the last page; null or an empty one may be a link that got lost.
  if (next !== undefined && (typeof next !== "string" || next === "")) {
    return problem(brokenAnswer("A page of Microsoft Graph has a link to the next page that is none."));
  }
  return ok({ rows, next: next ?? null, count: typeof count === "number" ? count : null });
}

/**
 * Reads a list from its first page to its end, handing on the rows page by page. `firstPage` is the body of the first
 * page where that one has come already, as part of a batch.
 */
export async function readPages(
  ask: Ask,
  request: GraphRequest,
  options: {
    readonly onRows: (rows: readonly unknown[]) => void;
    readonly now: Clock;
    readonly firstPage?: unknown;
  },
): Promise<ListEnd> {
  const deadline = request.deadline ?? new Date(options.now().getTime() + READ_LIMIT_MS);
  const seen = new Set<string>();

  for (let url = request.url, pages = 0; ; pages += 1) {
    const incomplete = (failure: GraphFailure): ListEnd => ({ outcome: "INCOMPLETE", failure, pages });

    if (seen.has(url)) return incomplete(brokenAnswer("The pages of Microsoft Graph lead round in a circle."));
    if (pages >= MOST_PAGES) return incomplete(brokenAnswer("The pages of Microsoft Graph do not end."));
    if (options.now() > deadline) return incomplete(brokenAnswer("Reading from Microsoft Graph took too long."));
    if (request.signal?.aborted) return incomplete({ kind: "STOPPED" });
    seen.add(url);

    const came = pages === 0 && "firstPage" in options;
    const page = came ? pageIn(options.firstPage) : await readPage(ask, { ...request, url, deadline });
    if (!page.ok) return incomplete(page.problem);

    options.onRows(page.value.rows);
    if (page.value.next === null) return { outcome: "COMPLETE" };
    url = page.value.next;
  }
}

/** A next link that may be given to a caller: one that leads on within Graph. */
export function leadsOn(page: Page): boolean {
  return page.next === null || isGraphAddress(page.next);
}
