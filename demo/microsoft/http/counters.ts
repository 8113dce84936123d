import type { State } from "../state/model.js";

export interface CountedRequest {
  method: string;
  host: string;
  /** With its query for Graph; without it elsewhere, where queries carry codes and states. */
  path: string;
  status: number;
}

/** What was asked of the pretend Microsoft; tests hold the product's promises against it. */
export interface Counters {
  /** The last ones, oldest first; at most KEPT. */
  requests: CountedRequest[];
  total: number;
  /** HTTP requests to Graph; a $batch counts as one. */
  graphRequests: number;
  /** Parts within $batch requests. */
  batchParts: CountedRequest[];
  /** Requests and $batch parts at Graph that would have written; kept over restarts. Must stay 0. */
  readonly writes: number;
  /** Forgets everything but `writes`. */
  clear(): void;
}

const KEPT = 20_000;

export function makeCounters(state: State): Counters {
  return {
    requests: [],
    total: 0,
    graphRequests: 0,
    batchParts: [],
    get writes() {
      return state.writes;
    },
    clear() {
      this.requests = [];
      this.batchParts = [];
      this.total = 0;
      this.graphRequests = 0;
    },
  };
}

export function remember(list: CountedRequest[], request: CountedRequest): void {
  list.push(request);
  if (list.length > KEPT) list.splice(0, KEPT / 2);
}
