import type { Access } from "./access.js";
import type { GraphQuery } from "./query-options.js";

/** One GET at Graph, alone or as a part of a $batch. */
export interface GraphRequest extends GraphQuery {
  access: Access;
  /** With the version, as it came: "/v1.0/users". */
  path: string;
  /** Decoded, behind the version: ["users", "adele.vance@contoso.example"]. */
  segments: readonly string[];
}
