import type { DisableReason } from "./model.js";

export type HoldReason =
  /** More people would be disabled within 24 hours than the brake allows. */
  | "TOO_MANY_LEAVERS"
  /** Nobody managed by groups would remain active. */
  | "NOBODY_LEFT"
  /** A chosen group lost more than half of its people since it was last read. */
  | "GROUP_COLLAPSED"
  /** More people would be added than the account is likely to expect. */
  | "TOO_MANY_ADDITIONS"
  /** An earlier hold is still open: until an admin decides, nobody else is disabled. */
  | "HOLD_OPEN";

/** A change that waits for an admin. */
export interface HeldChange {
  readonly directoryId: string;
  readonly displayName: string;
  readonly action: "DISABLE" | "CREATE" | "REENABLE";
  readonly reason: DisableReason | "IN_CHOSEN_GROUP" | "BACK_IN_CHOSEN_GROUP";
  /** The chosen groups it is about: those that showed the person, or that the user was last in. */
  readonly groupIds: readonly string[];
}

/** `since` is the version of the list with which this person came onto it: an admin decides about what they saw. */
export interface HeldPerson extends HeldChange {
  readonly since: number;
}

export type HoldStatus = "OPEN" | "APPROVED" | "REJECTED" | "DISSOLVED";

export interface HoldApproval {
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

/** Changes that the brake kept back, until an admin decides. An account has at most one that is open; none expires. */
export interface Hold {
  readonly id: string;
  readonly status: HoldStatus;
  readonly because: readonly HoldReason[];
  /** Most people that the day might have disabled when it was raised. */
  readonly limit: number;
  /** Raised whenever somebody joins or leaves the list. */
  readonly version: number;
  /** The settings under which the list was last made; under others nobody can approve it. */
  readonly settingsVersion: number;
  readonly people: readonly HeldPerson[];
  /** An admin has said yes, and the run that carries it out has not ended yet. */
  readonly approval: HoldApproval | null;
  readonly openedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** The people whom the approval that is pending covers: those the admin saw. */
export function approvedOf(hold: Hold | null): readonly HeldPerson[] {
  const approval = hold?.approval;
  return hold && approval ? hold.people.filter((person) => person.since <= approval.version) : [];
}

/** How many of a list each group has; somebody in two groups is of both. Those who are of no group are counted under null. */
export interface HeldOfGroup {
  readonly groupId: string | null;
  readonly toDisable: number;
  readonly toAdd: number;
}

export function heldByGroup(people: readonly HeldChange[]): readonly HeldOfGroup[] {
  const found = new Map<string | null, { toDisable: number; toAdd: number }>();
  for (const { groupIds, action } of people)
    for (const groupId of groupIds.length > 0 ? groupIds : [null]) {
      const counts = found.get(groupId) ?? { toDisable: 0, toAdd: 0 };
      counts[action === "DISABLE" ? "toDisable" : "toAdd"] += 1;
      found.set(groupId, counts);
    }
  return [...found].map(([groupId, counts]) => ({ groupId, ...counts }));
}

/** What a run does to the hold it found. The pending approval is carried out by the run that writes this. */
export type HoldStep =
  | { readonly kind: "NONE" }
  | { readonly kind: "OPEN"; readonly people: readonly HeldPerson[] }
  | { readonly kind: "REFRESH"; readonly version: number; readonly people: readonly HeldPerson[] }
  | { readonly kind: "DISSOLVE" }
  /** The approval was carried out, and nobody is left. */
  | { readonly kind: "CARRIED_OUT" }
  /** The same, but for those who joined too late for it: the hold goes on with them alone. */
  | { readonly kind: "GOES_ON"; readonly version: number; readonly people: readonly HeldPerson[] };

/**
 * The hold after a run that found `hold` and keeps back `held`. Pure. A list that only changed its order is the same
 * list, so that an hour in which nothing happened writes nothing.
 */
export function stepHold(hold: Hold | null, held: readonly HeldChange[], carriedOut: boolean): HoldStep {
  if (!hold) return held.length === 0 ? { kind: "NONE" } : { kind: "OPEN", people: joining(held, 1) };
  if (held.length === 0) return { kind: carriedOut ? "CARRIED_OUT" : "DISSOLVE" };
  if (carriedOut) return { kind: "GOES_ON", version: hold.version + 1, people: joining(held, hold.version + 1) };

  const before = new Map(hold.people.map((person) => [keyOf(person), person]));
  const same = held.length === before.size && held.every((person) => before.has(keyOf(person)));
  if (same) return { kind: "NONE" };

  // Who stays on it keeps their row: by now the user may remember no group any more
  const version = hold.version + 1;
  const people = held.map((person) => before.get(keyOf(person)) ?? { ...person, since: version });
  return { kind: "REFRESH", version, people };
}

const joining = (held: readonly HeldChange[], since: number): readonly HeldPerson[] =>
  held.map((person) => ({ ...person, since }));

const keyOf = ({ action, directoryId }: HeldChange): string => `${action} ${directoryId}`;
