import { z } from "zod";
import { segmentsOf } from "../http/exchange.js";
import { GraphProblem } from "./errors.js";

export const VERSION = "/v1.0";

/** The one address at Graph that takes POST. */
export const isBatchPath = (path: string): boolean => `/${(segmentsOf(path) ?? []).join("/")}` === `${VERSION}/$batch`;

const MOST_PARTS = 20;

const BatchBody = z.object({
  requests: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      method: z.string().transform((method) => method.toUpperCase()),
      url: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
});

export type BatchPart = z.infer<typeof BatchBody>["requests"][number];

export interface PartReply {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/** Reads a $batch; a fault of the envelope fails all of it, a fault of a part only that part. */
export function readBatch(body: string): BatchPart[] {
  const refuse = (message: string): GraphProblem => new GraphProblem(400, "BadRequest", message);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw refuse(
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
  const batch = BatchBody.safeParse(value);
  if (!batch.success) throw refuse("Invalid batch payload format.");
  const { requests } = batch.data;
  if (requests.length === 0) throw refuse("Invalid batch payload format.");
  if (requests.length > MOST_PARTS)
    throw refuse(`Number of batch request steps exceeds the maximum value of ${String(MOST_PARTS)}.`);
  const ids = new Set(requests.map(({ id }) => id.toLowerCase()));
  if (ids.size < requests.length) throw refuse("Request ids must be unique within a batch.");
  const unknown = requests.flatMap(({ dependsOn = [] }) => dependsOn).find((id) => !ids.has(id.toLowerCase()));
  if (unknown !== undefined) throw refuse(`A request depends on '${unknown}', which is not in the batch.`);
  return requests;
}

/** Runs the parts; one whose dependency failed answers 424. Answers come in another order than the questions: nothing promises one. */
export async function runBatch(
  parts: readonly BatchPart[],
  run: (part: BatchPart) => Promise<PartReply>,
): Promise<PartReply[]> {
  const replies = new Map<string, PartReply>();
  const waiting = [...parts];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ dependsOn = [] }) => dependsOn.every((id) => replies.has(id)));
    const [part] = waiting.splice(Math.max(ready, 0), 1);
    if (!part) break;
    const failed = ready < 0 || part.dependsOn?.some((id) => (replies.get(id)?.status ?? 500) >= 400) === true;
    replies.set(part.id, failed ? failedDependency(part.id) : await run(part));
  }
  return otherOrder([...replies.values()]);
}

function failedDependency(id: string): PartReply {
  return {
    id,
    status: 424,
    headers: {},
    body: { error: { code: "FailedDependency", message: "A request this one depends on has failed." } },
  };
}

/** Never the order of the questions, yet the same each time: what is second comes first, and the first comes last. */
function otherOrder<T>(list: readonly T[]): T[] {
  const [first, ...others] = list;
  return first === undefined
    ? []
    : [...others.filter((_, index) => index % 2 === 0), ...others.filter((_, index) => index % 2 === 1), first];
}
