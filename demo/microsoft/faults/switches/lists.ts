import type { FaultInput } from "../fault.js";
import { inFives, members, type Switch } from "./switch.js";

/** A group's list comes five people a page, and this happens to page 2. */
const onPageTwo =
  (action: FaultInput["action"], more: Partial<FaultInput> = {}): Switch["faults"] =>
  (group) => [{ path: members(group), page: 2, ...more, action }, inFives(group)];

const HALF_READ = "The list is half read: who is on page 1 may be added, nobody may be disabled.";
const NOT_FOLLOWED = `The product does not go there and sends no token. ${HALF_READ}`;

export const LISTS = {
  "page-two-fails": {
    title: "Page 2 answers 500",
    expect: HALF_READ,
    faults: onPageTwo({ kind: "STATUS", status: 500 }),
  },
  "page-two-malformed": {
    title: "Page 2 is not quite JSON",
    expect: HALF_READ,
    faults: onPageTwo({ kind: "MALFORMED" }),
  },
  "page-two-html": {
    title: "Page 2 is a proxy’s sign-in page with status 200",
    expect: HALF_READ,
    faults: onPageTwo({ kind: "STATUS", status: 200, body: "HTML" }),
  },
  "page-two-empty": {
    title: "Page 2 is a 200 without a body",
    expect: HALF_READ,
    faults: onPageTwo({ kind: "STATUS", status: 200, body: "EMPTY" }),
  },
  "page-two-cut-off": {
    title: "Page 2 breaks off in the middle",
    expect: HALF_READ,
    faults: onPageTwo({ kind: "TRUNCATE" }),
  },
  "page-two-without-value": {
    title: "Page 2 has no value",
    expect: HALF_READ,
    faults: onPageTwo({ kind: "NO_VALUE" }),
  },
  "page-two-value-null": {
    title: "Page 2 has a value that is null",
    expect: HALF_READ,
    faults: onPageTwo({ kind: "VALUE_NULL" }),
  },
  "ends-early": {
    title: "The list ends after five people, as if that were all",
    expect:
      "It looks whole, so only the brake and the look at each person can tell: the run is held or calls the list doubtful, and disables nobody.",
    faults: (group) => [{ path: members(group), page: 1, action: { kind: "NEXT_LINK", to: "LOST" } }, inFives(group)],
  },
  "lacks-three": {
    title: "Three people are missing from a list that looks whole",
    expect: "The look at each of them finds them in the group: the list was wrong, and this run disables nobody.",
    faults: (group) => [{ path: members(group), page: 1, action: { kind: "DROP_ROWS", count: 3 } }],
  },
  loop: {
    title: "Page 2 leads to itself",
    expect: `The circle is noticed at once. ${HALF_READ}`,
    faults: onPageTwo({ kind: "NEXT_LINK", to: "ITSELF" }),
  },
  "other-host": {
    title: "Page 2 leads to another host",
    expect: NOT_FOLLOWED,
    faults: onPageTwo({ kind: "NEXT_LINK", to: "OTHER_HOST" }),
  },
  "other-port": {
    title: "Page 2 leads to another port of Graph",
    expect: NOT_FOLLOWED,
    faults: onPageTwo({ kind: "NEXT_LINK", to: "OTHER_PORT" }),
  },
  redirect: {
    title: "Page 2 is redirected to another host",
    expect: NOT_FOLLOWED,
    faults: onPageTwo({ kind: "REDIRECT" }),
  },
  "empty-page": {
    title: "The first page is empty and leads on",
    expect: "That is allowed: the run goes on and succeeds.",
    faults: (group) => [{ path: members(group), page: 1, action: { kind: "EMPTY_PAGE" } }],
  },
  duplicates: {
    title: "Everybody comes twice",
    expect: "One user each: the run succeeds and changes nothing.",
    faults: (group) => [{ path: members(group), action: { kind: "DUPLICATE_ROWS" } }],
  },
  "page-expires-once": {
    title: "The link to page 2 has expired, once",
    expect: "The list is begun anew and the run succeeds.",
    faults: onPageTwo({ kind: "STATUS", status: 400, code: "Directory_ExpiredPageToken" }, { times: 1 }),
  },
  "page-expires": {
    title: "The link to page 2 has always expired",
    expect: `The list is begun anew once, and then given up. ${HALF_READ}`,
    faults: onPageTwo({ kind: "STATUS", status: 400, code: "Directory_ExpiredPageToken" }),
  },
} satisfies Readonly<Record<string, Switch>>;
