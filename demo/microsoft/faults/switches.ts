import { ControlProblem } from "../state/hands.js";
import type { Faults, ScriptedFault } from "./script.js";
import { AVAILABILITY } from "./switches/availability.js";
import { CREDENTIALS } from "./switches/credentials.js";
import { GROUPS } from "./switches/groups.js";
import { LISTS } from "./switches/lists.js";
import type { Switch } from "./switches/switch.js";

/** The switches of the control page, by the part of it they stand in; their names are the keys. */
export const SWITCHES: Readonly<Record<string, Readonly<Record<string, Switch>>>> = {
  "Microsoft is slow or down": AVAILABILITY,
  "Lists arrive broken": LISTS,
  "Consent and credentials": CREDENTIALS,
  "Groups and people": GROUPS,
};

export type SwitchName =
  keyof typeof AVAILABILITY | keyof typeof LISTS | keyof typeof CREDENTIALS | keyof typeof GROUPS;

const byName: ReadonlyMap<string, Switch> = new Map(Object.values(SWITCHES).flatMap((part) => Object.entries(part)));

/** Sets the faults of a switch, for one group or for every group. Answers the one it is about, which bears its name. */
export function switchOn(faults: Faults, name: string, groupId = "*"): ScriptedFault {
  const found = byName.get(name);
  if (!found) throw new ControlProblem(`There is no switch ${name}. There are: ${[...byName.keys()].join(", ")}.`);
  switchOff(faults, name);
  const [main, ...helping] = found.faults(groupId);
  for (const [index, fault] of helping.entries()) faults.add({ ...fault, name: `${name}:${String(index + 1)}` });
  return faults.add({ ...main, name });
}

export function switchOff(faults: Faults, name: string): void {
  for (const each of faults.list()) if (each.name.split(":")[0] === name) faults.remove(each.name);
}

/** Whether this fault only helps the one that a switch is about. */
export function isHelper(faultName: string): boolean {
  const [name = "", number] = faultName.split(":");
  return number !== undefined && byName.has(name);
}

export const titleOf = (name: string): string | undefined => byName.get(name)?.title;
