import { Schema, type Connection, type Types } from "mongoose";
import { NOBODY, type Account, type Consent, type Receivers, type ShownEmail, type Trouble } from "../core/model.js";
import type { AccountStore, Clock } from "../use-cases/ports.js";
import type { IndexPlan } from "./indexes.js";
import { isDuplicateKey } from "./mongo-errors.js";
import { objectId, rowSchema } from "./schema.js";

interface AccountRow {
  readonly _id: Types.ObjectId;
  readonly tenantId: string;
  readonly name: string;
  readonly consent: Consent;
  readonly trouble?: Trouble | null;
  readonly helpContact: string | null;
  /** Null for nobody, so that one short query finds the accounts that have somebody to tell. */
  readonly receivers: Receivers | null;
  /** Absent until somebody chose. */
  readonly shownEmail?: ShownEmail;
  /** Absent in a row from before there was one. */
  readonly settingsVersion?: number;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

const part = { ...rowSchema, _id: false } as const;

const schema = new Schema<AccountRow>(
  {
    tenantId: { type: String, required: true },
    name: { type: String, default: "" },
    consent: {
      type: new Schema<Consent>(
        { state: String, checkedAt: { type: Date, default: null }, grantedAt: { type: Date, default: null } },
        part,
      ),
      required: true,
    },
    trouble: {
      type: new Schema<Trouble>(
        { kind: String, detail: { type: String, default: null }, since: Date, failures: Number, nextTryAt: Date },
        { ...rowSchema, _id: false },
      ),
      default: null,
    },
    helpContact: { type: String, default: null },
    receivers: {
      type: new Schema<Receivers>({ emails: [String], webhook: { type: String, default: null } }, part),
      default: null,
    },
    shownEmail: String,
    settingsVersion: { type: Number, default: 0 },
    createdAt: { type: Date, required: true },
    closedAt: { type: Date, default: null },
  },
  { ...rowSchema, collection: "accounts" },
);

export const accountIndexes: readonly IndexPlan[] = [
  { collection: "accounts", name: "one_account_per_tenant", key: { tenantId: 1 }, unique: true },
];

export function accountStore(connection: Connection, now: Clock): AccountStore {
  const accounts = connection.model<AccountRow>("Account", schema);

  return {
    async byTenant(tenantId) {
      const row = await accounts.findOne({ tenantId: tenantId.toLowerCase() }).lean<AccountRow>();
      return row && toAccount(row);
    },

    async byId(accountId) {
      const _id = objectId(accountId);
      const row = _id && (await accounts.findOne({ _id }).lean<AccountRow>());
      return row && toAccount(row);
    },

    async list() {
      const rows = await accounts.find({}).sort({ _id: 1 }).lean<AccountRow[]>();
      return rows.map(toAccount);
    },

    async idsWithReceivers() {
      const rows = await accounts
        .find({ receivers: { $ne: null }, closedAt: null }, { _id: 1 })
        .lean<Pick<AccountRow, "_id">[]>();
      return rows.map((row) => row._id.toHexString());
    },

    async create({ tenantId, name, consent }) {
      try {
        const row = await accounts.create({
          tenantId: tenantId.toLowerCase(),
          name,
          consent,
          trouble: null,
          helpContact: null,
          receivers: null,
          settingsVersion: 0,
          createdAt: now(),
          closedAt: null,
        });
        return toAccount(row.toObject<AccountRow>());
      } catch (error) {
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    },

    async update(accountId, fields) {
      const row = await accounts
        .findOneAndUpdate({ _id: objectId(accountId) }, { $set: toRow(fields) }, { returnDocument: "after" })
        .lean<AccountRow>();
      if (!row) throw new Error("The account does not exist (any more)");
      return toAccount(row);
    },

    async changeSettings(accountId, version, fields) {
      const asSeen = { _id: objectId(accountId), settingsVersion: version === 0 ? { $in: [0, null] } : version };
      const change = { $set: toRow(fields), $inc: { settingsVersion: 1 } };
      const row = await accounts.findOneAndUpdate(asSeen, change, { returnDocument: "after" }).lean<AccountRow>();
      return row && toAccount(row);
    },
  };
}

const isNobody = ({ emails, webhook }: Receivers): boolean => emails.length === 0 && webhook === null;

const toRow = ({ receivers, ...fields }: Partial<Account>) => ({
  ...fields,
  ...(receivers && { receivers: isNobody(receivers) ? null : receivers }),
});

function toAccount(row: AccountRow): Account {
  return {
    id: row._id.toHexString(),
    tenantId: row.tenantId,
    name: row.name,
    consent: {
      state: row.consent.state,
      checkedAt: row.consent.checkedAt ?? null,
      grantedAt: row.consent.grantedAt ?? null,
    },
    trouble: row.trouble ? { ...row.trouble, detail: row.trouble.detail ?? null } : null,
    helpContact: row.helpContact ?? null,
    receivers: row.receivers ? { emails: row.receivers.emails, webhook: row.receivers.webhook ?? null } : NOBODY,
    shownEmail: row.shownEmail ?? "MAIL",
    settingsVersion: row.settingsVersion ?? 0,
    createdAt: row.createdAt,
    closedAt: row.closedAt ?? null,
  };
}
