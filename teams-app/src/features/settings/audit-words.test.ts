import { describe, expect, it } from "vitest";
import { auditLines, type AuditRow } from "./audit-words.js";

type Subject = AuditRow["subjects"]["nodes"][number];

const about = (some: Partial<Subject>, more = 0): Pick<AuditRow, "subjects"> => {
  const subject: Subject = { type: "USER", name: "Ada", fields: [], ...some };
  return { subjects: { nodes: [subject], totalCount: 1 + more } };
};
const field = (name: string, before: string | null, after: string | null) => ({ name, before, after });

describe("the trail in words", () => {
  it("names the user, and what was before and after", () => {
    const disabled = [field("status", "ACTIVE", "DISABLED"), field("disabledBy", null, "ADMIN")];

    expect(auditLines(about({ fields: disabled }))).toEqual(["Ada: Status: active, then disabled"]);
  });

  it("says of settings what came and what went, without the account's name", () => {
    const fields = [
      field("groups", "Legal", "Sales"),
      field("disableLeavers", "false", "true"),
      field("helpContact", "IT", null),
    ];

    expect(auditLines(about({ type: "ACCOUNT", name: "Contoso", fields }))).toEqual([
      "Chosen groups: Legal, then Sales; Disable leavers: no, then yes; Help contact: no longer IT",
    ]);
  });

  it("leaves a field it does not know as it is, rather than out", () => {
    expect(auditLines(about({ fields: [field("shoeSize", null, "43")] }))).toEqual(["Ada: shoeSize: 43"]);
  });

  it("tells nothing of a run that only has an id, and counts whom it does not name", () => {
    const fields = [field("undoneBy", null, "r2")];

    expect(auditLines(about({ type: "RUN", name: null, fields }, 12))).toEqual(["and 12 more"]);
  });
});
