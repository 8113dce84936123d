import { Schema, type Connection } from "mongoose";
import { DEFAULT_SETTINGS, type ChosenGroup, type SyncSettings } from "../core/model.js";
import type { SettingsStore } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { rowSchema } from "./schema.js";

interface SettingsRow extends SyncSettings {
  readonly accountId: string;
}

type StoredGroup = Pick<ChosenGroup, "id" | "displayName"> & Partial<ChosenGroup>;

const part = { ...rowSchema, _id: false } as const;
const group = new Schema<ChosenGroup>(
  {
    id: String,
    displayName: String,
    chosenAs: String,
    dynamic: { type: Boolean, default: false },
    notFoundSince: { type: Date, default: null },
    hiddenSince: { type: Date, default: null },
    incompleteSince: { type: Date, default: null },
    shrunk: { type: new Schema({ since: Date, from: Number }, part), default: null },
  },
  part,
);

const schema = new Schema<SettingsRow>(
  {
    accountId: { type: String, required: true },
    enabled: { type: Boolean, required: true },
    groups: [group],
    disableLeavers: { type: Boolean, required: true },
    includeNested: { type: Boolean, required: true },
    includeGuests: { type: Boolean, required: true },
    disableGone: { type: Boolean, default: false },
    exclusions: {
      type: new Schema<SyncSettings["exclusions"]>(
        { people: [new Schema({ id: String, displayName: String, because: String }, part)], groups: [group] },
        part,
      ),
      required: true,
    },
    brake: { type: new Schema({ percent: Number, cap: Number }, part), required: true },
    version: { type: Number, required: true },
    settledAt: { type: Date, default: null },
    previewId: { type: String, default: null },
  },
  { ...rowSchema, collection: "syncSettings" },
);

export const settingsIndexes: readonly IndexPlan[] = [
  { collection: "syncSettings", name: "one_settings_per_account", key: { accountId: 1 }, unique: true },
  { collection: "syncSettings", name: "enabled", key: { enabled: 1 } },
];

export function settingsStore(connection: Connection): SettingsStore {
  const rows = connection.model<SettingsRow>("SyncSettings", schema);

  /** The first save is an insert: the unique index decides between two that come at once. */
  async function insertFirst(row: SettingsRow): Promise<SyncSettings | null> {
    try {
      await rows.create(row);
      return toSettings(row);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  return {
    async get(accountId) {
      const row = await rows.findOne({ accountId }).lean<SettingsRow>();
      return row ? toSettings(row) : DEFAULT_SETTINGS;
    },

    async save(accountId, expectedVersion, settings) {
      const next: SettingsRow = { ...toSettings({ ...settings, version: expectedVersion + 1 }), accountId };
      if (expectedVersion === DEFAULT_SETTINGS.version) return insertFirst(next);
      const row = await rows
        .findOneAndUpdate({ accountId, version: expectedVersion }, { $set: next }, { returnDocument: "after" })
        .lean<SettingsRow>();
      return row && toSettings(row);
    },

    async noteRun(accountId, version, { groups, excludedGroups, settledAt, previewId }) {
      await rows.updateOne(
        { accountId, version },
        { $set: { groups, "exclusions.groups": excludedGroups, settledAt, previewId } },
      );
    },

    async enabledAccountIds() {
      const enabled = await rows.find({ enabled: true }, { accountId: 1 }).lean<Pick<SettingsRow, "accountId">[]>();
      return enabled.map((row) => row.accountId);
    },
  };
}

function toSettings(row: SyncSettings): SyncSettings {
  const { enabled, disableLeavers, includeNested, includeGuests, disableGone, version, settledAt, previewId } = row;
  return {
    enabled,
    groups: row.groups.map(toGroup),
    disableLeavers,
    includeNested,
    includeGuests,
    disableGone,
    exclusions: {
      people: row.exclusions.people.map(({ id, displayName, because }) => ({
        id,
        displayName,
        ...(because && { because }),
      })),
      groups: row.exclusions.groups.map(toGroup),
    },
    brake: { percent: row.brake.percent, cap: row.brake.cap },
    version,
    settledAt,
    previewId,
  };
}

/** Rows of before lack what is remembered of a group since. */
const toGroup = ({ id, displayName, shrunk, ...group }: StoredGroup): ChosenGroup => ({
  id,
  displayName,
  chosenAs: group.chosenAs ?? displayName,
  dynamic: group.dynamic ?? false,
  notFoundSince: group.notFoundSince ?? null,
  hiddenSince: group.hiddenSince ?? null,
  incompleteSince: group.incompleteSince ?? null,
  shrunk: shrunk ? { since: shrunk.since, from: shrunk.from } : null,
});
