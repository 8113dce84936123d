import { answers, appTokens, inFives, members, needsNewToken, signIns, type Switch } from "./switch.js";

const OURS =
  "The run fails and says that Rollcall’s own set-up is broken, not the customer’s consent. Nobody is disabled.";
const CONSENT = "The run fails or is partial and asks for the consent anew. Nobody is disabled.";

const tokenRefused =
  (status: number, aadsts: number): Switch["faults"] =>
  () => [answers(status, appTokens, { aadsts }), needsNewToken];

export const CREDENTIALS = {
  "secret-expired": {
    title: "The client secret has expired (AADSTS7000222)",
    expect: OURS,
    faults: tokenRefused(401, 7000222),
  },
  "secret-wrong": {
    title: "The client secret is wrong (AADSTS7000215)",
    expect: OURS,
    faults: tokenRefused(401, 7000215),
  },
  "tenant-unknown": {
    title: "The tenant does not exist (AADSTS90002)",
    expect: OURS,
    faults: tokenRefused(400, 90002),
  },
  "blocked-by-policy": {
    title: "Conditional Access blocks the application (AADSTS53003)",
    expect: "The run fails and says why. Nobody is disabled.",
    faults: tokenRefused(400, 53003),
  },
  "sign-in-refused": {
    title: "Conditional Access refuses people’s sign-ins (AADSTS53003)",
    expect: "Whoever signs in from now on reads why, and can try again. Nobody else notices.",
    faults: () => [answers(400, signIns, { aadsts: 53003 })],
  },
  "sign-in-unassigned": {
    title: "Whoever signs in is not assigned to Rollcall (AADSTS50105)",
    expect: "Whoever signs in from now on reads that an admin has to assign them. Nobody else notices.",
    faults: () => [answers(400, signIns, { aadsts: 50105 })],
  },
  "token-dies": {
    title: "The token dies in the middle of a list, once",
    expect: "One new token, and the run succeeds.",
    faults: (group) => [answers(401, { path: members(group), page: 2, times: 1 }), inFives(group)],
  },
  "tokens-refused": {
    title: "Graph refuses every token with 401",
    expect: "One new token, then the run fails. Nobody is disabled.",
    faults: () => [answers(401, {})],
  },
  forbidden: {
    title: "Page 2 answers 403",
    expect: CONSENT,
    faults: (group) => [answers(403, { path: members(group), page: 2 }), inFives(group)],
  },
} satisfies Readonly<Record<string, Switch>>;
