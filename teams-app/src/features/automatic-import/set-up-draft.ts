import type {
  EnableAutomaticImportInput,
  SyncSettingsQuery,
  UpdateSyncSettingsInput,
} from "../../graphql/generated/graphql.js";

export type Settings = SyncSettingsQuery["syncSettings"];
export interface ChosenGroup {
  id: string;
  displayName: string;
}

/** What the set-up form holds until it is sent. */
export interface Draft {
  groups: readonly ChosenGroup[];
  disableLeavers: boolean;
  includeGuests: boolean;
  includeNested: boolean;
}

/** The form begins from what is stored, also after a Disable: nobody should have to choose the groups twice. */
export function draftOf({ groups, disableLeavers, includeGuests, includeNested }: Settings): Draft {
  return { groups, disableLeavers, includeGuests, includeNested };
}

export function withGroup(draft: Draft, group: ChosenGroup, chosen: boolean): Draft {
  const others = draft.groups.filter(({ id }) => id !== group.id);
  return { ...draft, groups: chosen ? [...others, { id: group.id, displayName: group.displayName }] : others };
}

export function toEnableInput({ groups, ...rules }: Draft): EnableAutomaticImportInput {
  return { groupIds: groups.map(({ id }) => id), ...rules };
}

/** `version` is the one the form began from, so that a colleague's newer settings are not overwritten unseen. */
export function toUpdateInput({ groups, ...rules }: Draft, version: number): UpdateSyncSettingsInput {
  return { version, groupIds: groups.map(({ id }) => id), ...rules };
}
