import { Types } from "mongoose";
import { objectId } from "./schema.js";

/* Cursors of lists that are told newest first: a moment, and the id of the row where many share one. */

export function cursorOf(moment: Date, id: Types.ObjectId): string {
  return `${moment.getTime()} ${id.toHexString()}`;
}

/** The rows behind a cursor; the cursor was sealed by us, so it is one of the above. */
export function afterCursor(field: string, cursor: string) {
  const [ms = "", id = ""] = cursor.split(" ");
  const moment = new Date(Number(ms));
  const _id = objectId(id) ?? new Types.ObjectId();
  return { $or: [{ [field]: { $lt: moment } }, { [field]: moment, _id: { $lt: _id } }] };
}
