import type { BatchContext } from "./graph-batch.js";
import type { GraphTokens } from "./graph-tokens.js";
import type { Log } from "./transport.js";

/** A read that may be told to stop; it then ends as DIRECTORY_UNREACHABLE. */
export interface Stoppable {
  readonly signal?: AbortSignal;
}

/** What every method of one tenant's directory shares. */
export interface GraphContext extends BatchContext {
  readonly tenantId: string;
  readonly tokens: GraphTokens;
  readonly log: Log;
}
