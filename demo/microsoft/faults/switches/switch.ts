import type { FaultInput } from "../fault.js";

/** A fault that a person turns on and off, with what they should then see. */
export interface Switch {
  readonly title: string;
  /** What the product should do. */
  readonly expect: string;
  /** For one group, or "*" for every one. The first is what it is about; the others make it felt in the next run. */
  readonly faults: (group: string) => readonly [FaultInput, ...FaultInput[]];
}

type Aim = Omit<FaultInput, "action">;
type Status = Omit<Extract<FaultInput["action"], { kind: "STATUS" }>, "kind" | "status">;

/** The lists of members of a group, direct and transitive. */
export const members = (group: string): string => `/v1.0/groups/${group}/*members`;

/** Five people a page, so that a small group has a second page as well. */
export const inFives = (group: string): FaultInput => ({
  path: members(group),
  action: { kind: "SHORT_PAGES", rows: 5 },
});

export const answers = (status: number, aim: Aim, more: Status = {}): FaultInput => ({
  ...aim,
  action: { kind: "STATUS", status, ...more },
});

/** The token endpoint, when it is asked for an app token: sign-ins go on. */
export const appTokens: Aim = { host: "login", path: "/*/oauth2/v2.0/token", body: "grant_type=client_credentials" };

/** The token endpoint, when a person comes back from the sign-in page. */
export const signIns: Aim = { host: "login", path: "/*/oauth2/v2.0/token", body: "grant_type=authorization_code" };

/** The app's token lives for an hour; one 401 makes the product ask for a new one now. */
export const needsNewToken: FaultInput = answers(401, { times: 1 });
