import type {
  EnableAutomaticImportInput,
  SyncChoiceInput,
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

/** What a preview is asked about. */
export function toChoice({ groups, ...rules }: Draft): SyncChoiceInput {
  return { groupIds: groups.map(({ id }) => id), ...rules };
}

export function toEnableInput({ groups, ...rules }: Draft, previewToken: string | null): EnableAutomaticImportInput {
  return { groupIds: groups.map(({ id }) => id), ...rules, previewToken };
}

/** `version` is the one the form began from, so that a colleague's newer settings are not overwritten unseen. */
export function toUpdateInput(draft: Draft, version: number, previewToken: string | null): UpdateSyncSettingsInput {
  return { version, ...toChoice(draft), previewToken };
}
