import { answers, members, needsNewToken, type Switch } from "./switch.js";

const NOBODY = "Nobody is disabled, and the next good run makes up for it.";

export const AVAILABILITY = {
  slow: {
    title: "Every answer of Graph takes three seconds",
    expect: "The run takes longer, shows how far it is, and succeeds.",
    faults: () => [{ action: { kind: "DELAY", ms: 3_000 } }],
  },
  down: {
    title: "Graph answers 503 to everything",
    expect: `The run fails after a few tries and says that Microsoft does not answer. ${NOBODY}`,
    faults: () => [answers(503, {})],
  },
  hiccup: {
    title: "Lists of members answer 503 twice, then work",
    expect: "The run waits a few seconds and succeeds.",
    faults: (group) => [answers(503, { path: members(group), times: 2 })],
  },
  proxy: {
    title: "Lists of members answer 502 with a proxy’s page",
    expect: `The run fails, or is partial when another group could be read. ${NOBODY}`,
    faults: (group) => [answers(502, { path: members(group) }, { body: "HTML" })],
  },
  throttled: {
    title: "Graph throttles everything and says to wait 0 seconds",
    expect: `A few tries, a second apart at least, never a storm; then the run ends. ${NOBODY}`,
    faults: () => [answers(429, {}, { retryAfter: 0 })],
  },
  "throttled-in-words": {
    title: "Graph throttles three times and says to wait “soon”",
    expect: "The run waits as it thinks right, longer each time, and succeeds.",
    faults: (group) => [answers(429, { path: members(group), times: 3 }, { retryAfter: "soon" })],
  },
  "throttled-briefly": {
    title: "Graph throttles twice for 2.5 seconds",
    expect: "The run waits as long as it was told and succeeds.",
    faults: (group) => [answers(429, { path: members(group), times: 2 }, { retryAfter: 2.5 })],
  },
  "throttled-for-a-while": {
    title: "Graph throttles everything for half a minute, and says so",
    expect: "The run waits, says until when, and succeeds. Who looks for people meanwhile is told when to try again.",
    faults: () => [answers(429, { forSeconds: 30 }, { retryAfter: 30 })],
  },
  "throttled-for-a-day": {
    title: "Graph says to come back tomorrow",
    expect: `The run gives up at once instead of waiting, and says when it will be tried again. ${NOBODY}`,
    faults: () => [answers(429, {}, { retryAfter: 86_400 })],
  },
  hangs: {
    title: "Lists of members never answer",
    expect: `Each try is given up after half a minute, and the run after a few tries. ${NOBODY}`,
    faults: (group) => [{ path: members(group), action: { kind: "HANG" } }],
  },
  drips: {
    title: "Lists of members trickle in, ten bytes a second",
    expect: `As if they never answered. ${NOBODY}`,
    faults: (group) => [{ path: members(group), action: { kind: "DRIP", everyMs: 100 } }],
  },
  "breaks-twice": {
    title: "The connection breaks twice, then holds",
    expect: "The run tries again and succeeds.",
    faults: (group) => [{ path: members(group), times: 2, action: { kind: "RESET" } }],
  },
  breaks: {
    title: "The connection breaks at every list of members",
    expect: `The run fails after a few tries. ${NOBODY}`,
    faults: (group) => [{ path: members(group), action: { kind: "RESET" } }],
  },
  "sign-in-down": {
    title: "The token endpoint answers 503, and the present token is dead",
    expect: `The run fails and says that Microsoft’s sign-in service does not answer. Settings stay. ${NOBODY}`,
    faults: () => [answers(503, { host: "login", path: "/*/oauth2/v2.0/token" }), needsNewToken],
  },
} satisfies Readonly<Record<string, Switch>>;
