import { z } from "zod";
import { readInput } from "../control/read-input.js";

/** Goes into a header as it is. */
const headerText = z
  .string()
  .max(500)
  .regex(/^[\x20-\x7e]*$/, "only printable ASCII can be sent");
const count = (least: number) => z.number().int().min(least).max(1_000_000);

const answersInstead = [
  z.strictObject({
    kind: z.literal("STATUS"),
    /** Below 400 only with a `body` of HTML or EMPTY: 200 and HTML is a proxy's sign-in page. */
    status: z.number().int().min(200).max(599),
    /** ERROR (when absent) is the body that Graph or the token endpoint has for this status, `code` or `aadsts`. */
    body: z.enum(["ERROR", "HTML", "EMPTY"]).default("ERROR"),
    /** Graph's error code where the usual one of the status is not meant, e.g. "Directory_ExpiredPageToken". */
    code: z.string().max(100).optional(),
    /** The number of the token endpoint's error, e.g. 7000222. */
    aadsts: z.number().int().positive().optional(),
    /** The header as it is sent: 5, 2.128, -1, 0, "soon". `inSeconds` writes an HTTP date, in the past when negative. */
    retryAfter: z.union([z.number(), headerText, z.strictObject({ inSeconds: z.number() })]).optional(),
  }),
  /** A 302 to a foreign host, unless `to` says where. */
  z.strictObject({ kind: z.literal("REDIRECT"), to: headerText.optional() }),
  /** Never answers; the connection stays open until either side closes it. */
  z.strictObject({ kind: z.literal("HANG") }),
  z.strictObject({ kind: z.literal("RESET") }),
] as const;

const changesTheQuestion = [
  z.strictObject({ kind: z.literal("DELAY"), ms: count(1) }),
  /** Pages of lists hold at most so many rows, whatever $top asks for: legal, and makes small groups have many pages. */
  z.strictObject({ kind: z.literal("SHORT_PAGES"), rows: count(1) }),
] as const;

/** These change a 200 and count only when there was something to change. */
const spoilsTheAnswer = [
  z.strictObject({ kind: z.literal("DRIP"), everyMs: count(1).default(100) }),
  /** Headers promise more than the body has, and the connection breaks. */
  z.strictObject({ kind: z.literal("TRUNCATE") }),
  z.strictObject({ kind: z.literal("MALFORMED") }),
  z.strictObject({ kind: z.literal("NO_VALUE") }),
  z.strictObject({ kind: z.literal("VALUE_NULL") }),
  /** Where the link to the next page leads. LOST and NULL need a page that has one; the others any page of a list. */
  z.strictObject({
    kind: z.literal("NEXT_LINK"),
    to: z.enum(["LOST", "NULL", "ITSELF", "FIRST_PAGE", "OTHER_HOST", "OTHER_PORT"]),
  }),
  /** An empty page whose nextLink leads to the rows it should have held. */
  z.strictObject({ kind: z.literal("EMPTY_PAGE") }),
  /** Every row of the page twice. */
  z.strictObject({ kind: z.literal("DUPLICATE_ROWS") }),
  /** People missing from an otherwise whole page: these ids, or the first `count`. */
  z.strictObject({ kind: z.literal("DROP_ROWS"), count: count(1).default(1), ids: z.array(z.string()).optional() }),
  /** A list that ends at once with nobody in it; its $count says 0. */
  z.strictObject({ kind: z.literal("EMPTY_LIST") }),
  /** These fields of people are null; all but the id when absent, as without User.Read.All. */
  z.strictObject({ kind: z.literal("FIELDS_NULL"), fields: z.array(z.string()).min(1).optional() }),
] as const;

const Action = z.discriminatedUnion("kind", [...answersInstead, ...changesTheQuestion, ...spoilsTheAnswer]);

/** Something that goes wrong on purpose: which requests it hits, how often, and what happens to them. */
const Fault = z
  .strictObject({
    /** Made up when absent; a fault of the same name is replaced. */
    name: z
      .string()
      .regex(/^[\w.:-]{1,60}$/, "a name has letters, digits and . : - _")
      .optional(),
    host: z.enum(["graph", "login"]).default("graph"),
    method: z.enum(["GET", "POST"]).optional(),
    /**
     * E.g. "/v1.0/groups/<id>/*members": `*` stands for anything within one segment, a last `**` for whatever follows.
     * With a path, parts of a $batch are hit like requests of their own; without one, only whole requests.
     */
    path: z.string().startsWith("/").max(1_000).optional(),
    /** Which page of a list, from 1. */
    page: count(1).optional(),
    /** A part of the query, decoded. */
    query: z.string().min(1).max(1_000).optional(),
    /** A part of the body, as it came; "grant_type=client_credentials" hits app tokens and no sign-in. */
    body: z.string().min(1).max(1_000).optional(),
    /** Only requests of this tenant: of its token at Graph, of its address at login. */
    tenantId: z.string().max(100).optional(),
    /** Lets the first ones pass. */
    skip: count(0).default(0),
    /** Hits so many, then it is over; for ever when absent. */
    times: count(1).optional(),
    /** Is over after so many seconds of the clock. */
    forSeconds: z.number().positive().max(1e9).optional(),
    action: Action,
  })
  .refine(({ host, path }) => host === "login" || path === undefined || /^\/v1\.0(\/|$)/i.test(path), {
    path: ["path"],
    message: "paths of Graph begin with /v1.0",
  })
  .refine(({ action }) => action.kind !== "STATUS" || action.status >= 400 || action.body !== "ERROR", {
    path: ["action", "body"],
    message: "a status below 400 has no error as its body; use HTML or EMPTY",
  });

export type Action = z.infer<typeof Action>;
export type Fault = z.infer<typeof Fault>;
/** As it is written, with what may be left out left out. */
export type FaultInput = z.input<typeof Fault>;

/** Throws a ControlProblem that names every field it does not understand. */
export const parseFault = (input: unknown): Fault => readInput(Fault, input);
