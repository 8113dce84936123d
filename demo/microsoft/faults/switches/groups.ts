import { answers, members, type Switch } from "./switch.js";

export const GROUPS = {
  "group-gone": {
    title: "A group answers 404",
    expect:
      "The first run disables nobody. Fifty minutes later the group counts as missing: its people are kept as they are, and the rest goes on.",
    faults: (group) => [answers(404, { path: `/v1.0/groups/${group}/**` })],
  },
  "group-lags": {
    title: "A group answers 404 once, as a new one does",
    expect: "That run disables nobody; the next one finds the group.",
    faults: (group) => [answers(404, { path: `/v1.0/groups/${group}/**`, times: 1 })],
  },
  "group-empty": {
    title: "A group reads as empty",
    expect: "The run is held or calls the list doubtful. Nobody is disabled.",
    faults: (group) => [
      { path: members(group), action: { kind: "EMPTY_LIST" } },
      { path: `/v1.0/groups/${group}/members/$count`, action: { kind: "EMPTY_LIST" } },
    ],
  },
  "ids-only": {
    title: "Of the members only the ids can be read",
    expect: "Nobody is created and nobody is disabled; the health of the import names the group.",
    faults: (group) => [{ path: members(group), action: { kind: "FIELDS_NULL" } }],
  },
  "enabled-unreadable": {
    title: "Whether members are enabled cannot be read",
    expect: "Unknown is not blocked: these people are neither created nor disabled.",
    faults: (group) => [{ path: members(group), action: { kind: "FIELDS_NULL", fields: ["accountEnabled"] } }],
  },
  "people-not-found": {
    title: "Everybody who is asked for alone answers 404",
    expect: "Take somebody out of a group: they are not disabled before a run fifty minutes later finds the same.",
    faults: () => [
      answers(404, { path: "/v1.0/users/*/**" }),
      answers(404, { path: "/v1.0/directory/deletedItems/*" }),
    ],
  },
  "paths-unreadable": {
    title: "Through which groups somebody is in another one answers 500",
    expect: "“Why?” says that Microsoft did not tell, and shows the rest. No run asks for it.",
    faults: () => [answers(500, { path: "/v1.0/users/*/memberOf" })],
  },
  "people-unreadable": {
    title: "Everybody who is asked for alone answers 500",
    expect: "Take somebody out of a group: they wait for a run that can look at them.",
    faults: () => [answers(500, { path: "/v1.0/users/*/**" })],
  },
} satisfies Readonly<Record<string, Switch>>;
