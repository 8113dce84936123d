import type {
  Brake,
  EnableAutomaticImportInput,
  SyncChoiceInput,
  SyncSettingsQuery,
  UpdateSyncSettingsInput,
} from "../../graphql/generated/graphql.js";

export type Settings = SyncSettingsQuery["syncSettings"];

/** `facts`: what the picker knew of it; absent for one that was chosen before. */
export interface ChosenGroup {
  id: string;
  displayName: string;
  facts?: string;
}

/** What the set-up form holds until it is sent. The brake as typed: half a number must not be mended under the hand. */
export interface Draft {
  groups: readonly ChosenGroup[];
  disableLeavers: boolean;
  includeGuests: boolean;
  includeNested: boolean;
  brake: { percent: string; cap: string };
}

/** The form begins from what is stored, also after a Disable: nobody should have to choose the groups twice. */
export function draftOf({ groups, disableLeavers, includeGuests, includeNested, brake }: Settings): Draft {
  return {
    groups: groups.map(({ id, displayName }) => ({ id, displayName })),
    disableLeavers,
    includeGuests,
    includeNested,
    brake: { percent: String(brake.percent), cap: String(brake.cap) },
  };
}

export function withGroup(draft: Draft, group: ChosenGroup, chosen: boolean): Draft {
  const others = draft.groups.filter(({ id }) => id !== group.id);
  return { ...draft, groups: chosen ? [...others, group] : others };
}

/** What a preview is asked about. */
export function toChoice({ groups, disableLeavers, includeGuests, includeNested }: Draft): SyncChoiceInput {
  return { groupIds: groups.map(({ id }) => id), disableLeavers, includeGuests, includeNested };
}

/** The brake as typed, within its bounds; null for what is no such number. */
export function brakeOf({ brake }: Draft): Brake | null {
  const percent = wholeNumber(brake.percent, 50);
  const cap = wholeNumber(brake.cap, 5000);
  return percent === null || cap === null ? null : { percent, cap };
}

/** From 1 to `most`. */
export function wholeNumber(typed: string, most: number): number | null {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return value >= 1 && value <= most ? value : null;
}

export function toEnableInput(draft: Draft, previewToken: string): EnableAutomaticImportInput {
  const { disableLeavers, includeGuests, includeNested } = draft;
  const rules = { disableLeavers, includeGuests, includeNested, brake: brakeOf(draft) };
  return { groupIds: draft.groups.map(({ id }) => id), ...rules, previewToken };
}

/** `version` is the one the form began from, so that a colleague's newer settings are not overwritten unseen. */
export function toUpdateInput(draft: Draft, version: number, previewToken: string): UpdateSyncSettingsInput {
  return { version, ...toChoice(draft), brake: brakeOf(draft), previewToken };
}
