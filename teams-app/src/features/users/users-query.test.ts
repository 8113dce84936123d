import { describe, expect, it } from "vitest";
import { directionOf, isFiltered, noFilters, orderAfterClick, toUserFilter } from "./users-query.js";

describe("toUserFilter", () => {
  it("asks only for what is chosen", () => {
    expect(toUserFilter(noFilters)).toEqual({});
    expect(toUserFilter({ ...noFilters, status: "DISABLED", directory: "GONE" })).toEqual({
      status: "DISABLED",
      directoryStates: ["BLOCKED", "DELETED"],
    });
  });
});

describe("isFiltered", () => {
  it("does not count blanks as a search", () => {
    expect(isFiltered({ ...noFilters, search: "  " })).toBe(false);
    expect(isFiltered({ ...noFilters, search: "ada" })).toBe(true);
    expect(isFiltered({ ...noFilters, origin: "SYNC" })).toBe(true);
  });
});

describe("sorting by header", () => {
  it("turns round on the second click and starts upwards on another column", () => {
    expect(orderAfterClick("NAME_ASC", "name")).toBe("NAME_DESC");
    expect(orderAfterClick("NAME_DESC", "name")).toBe("NAME_ASC");
    expect(orderAfterClick("NAME_DESC", "mail")).toBe("EMAIL_ASC");
    expect(orderAfterClick("LAST_SIGN_IN_DESC", "lastSignIn")).toBe("LAST_SIGN_IN_DESC");
  });

  it("tells the direction of the sorted column only", () => {
    expect(directionOf("EMAIL_DESC", "mail")).toBe("descending");
    expect(directionOf("EMAIL_DESC", "name")).toBeNull();
  });
});
