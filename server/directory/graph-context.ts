import type { BatchContext } from "./graph-batch.js";
import type { GraphTokens } from "./graph-tokens.js";
import type { Log } from "./transport.js";

/** What every method of one tenant's directory shares. */
export interface GraphContext extends BatchContext {
  readonly tenantId: string;
  readonly tokens: GraphTokens;
  readonly log: Log;
}
