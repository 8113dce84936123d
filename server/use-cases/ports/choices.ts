import type { ChosenGroup, LastGroupRead, SyncSettings } from "../../core/model.js";

/* What an admin chose, and what runs learned of it. */

/** What of the settings runs learn, and no admin chose. */
export interface LearnedSettings extends Pick<SyncSettings, "groups" | "settledAt" | "previewId"> {
  readonly excludedGroups: readonly ChosenGroup[];
}

export interface SettingsStore {
  /** The account's settings, or the defaults while none were ever saved. */
  get(accountId: string): Promise<SyncSettings>;
  /** Saves when the stored version is still `expectedVersion` and answers what is stored then; null when it is not. */
  save(
    accountId: string,
    expectedVersion: number,
    settings: Omit<SyncSettings, "version">,
  ): Promise<SyncSettings | null>;
  /** What a run learned, without raising the version; not written when the version has moved on meanwhile. */
  noteRun(accountId: string, version: number, learned: LearnedSettings): Promise<void>;
  enabledAccountIds(): Promise<readonly string[]>;
}

export interface GroupMemberStore {
  lastReads(accountId: string, groupIds: readonly string[]): Promise<readonly LastGroupRead[]>;
  /** People in each group at its last complete read, without their ids. */
  sizes(
    accountId: string,
    groupIds: readonly string[],
  ): Promise<readonly { readonly groupId: string; readonly people: number; readonly readAt: Date }[]>;
  /** Which of these people were in one of these groups at its last complete read. */
  membersAmong(
    accountId: string,
    groupIds: readonly string[],
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  save(accountId: string, reads: readonly LastGroupRead[]): Promise<void>;
}

/** What an admin saw before they agreed to a change of settings. Kept for a day. */
export interface AgreedPreview {
  readonly id: string;
  /** The proposed choice, as text in one order; another choice was not previewed. */
  readonly choice: string;
  readonly settingsVersion: number;
  /** Object ids of the people whom the preview showed as disabled. */
  readonly leaverIds: readonly string[];
  /** How many rows the lists of its groups had, each person once a list. */
  readonly read: number;
}

export interface PreviewStore {
  save(accountId: string, preview: Omit<AgreedPreview, "id">): Promise<AgreedPreview>;
  byId(accountId: string, previewId: string): Promise<AgreedPreview | null>;
}
