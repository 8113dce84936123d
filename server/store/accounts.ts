import { Schema, type Connection, type Types } from "mongoose";
import type { Account, Consent, Trouble } from "../core/model.js";
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
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

const schema = new Schema<AccountRow>(
  {
    tenantId: { type: String, required: true },
    name: { type: String, default: "" },
    consent: {
      type: new Schema<Consent>(
        { state: String, checkedAt: { type: Date, default: null }, grantedAt: { type: Date, default: null } },
        { ...rowSchema, _id: false },
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

    async create({ tenantId, name, consent }) {
      try {
        const row = await accounts.create({
          tenantId: tenantId.toLowerCase(),
          name,
          consent,
          trouble: null,
          helpContact: null,
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
        .findOneAndUpdate({ _id: objectId(accountId) }, { $set: fields }, { returnDocument: "after" })
        .lean<AccountRow>();
      if (!row) throw new Error("The account does not exist (any more)");
      return toAccount(row);
    },
  };
}

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
    createdAt: row.createdAt,
    closedAt: row.closedAt ?? null,
  };
}
