import { describe, expect, it } from "vitest";
import { atTenant, expectedIssuer, tenantFromSearch } from "./authority.js";

const tid = "11111111-2222-3333-4444-555555555555";
const template = "https://login.microsoftonline.com/{tenantid}/v2.0";
const tokenOf = (payload: object) => `h.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.s`;

describe("tenantFromSearch", () => {
  it("takes a GUID in lower case and nothing else", () => {
    expect(tenantFromSearch(`?tenant=${tid.toUpperCase()}`)).toBe(tid);
    expect(tenantFromSearch("?tenant=common")).toBeNull();
    expect(tenantFromSearch("?tenant=../x")).toBeNull();
    expect(tenantFromSearch("")).toBeNull();
  });
});

describe("atTenant", () => {
  it("fills the slot", () => {
    expect(atTenant("https://login.test/{tenant}/authorize", "organizations")).toBe(
      "https://login.test/organizations/authorize",
    );
  });
});

describe("expectedIssuer", () => {
  it("names the issuer of the token's own tenant, also with letters outside ASCII in the payload", () => {
    expect(expectedIssuer(template, tokenOf({ tid, name: "Åse 李" }))).toBe(
      `https://login.microsoftonline.com/${tid}/v2.0`,
    );
  });

  it("refuses a tenant that is no GUID", () => {
    expect(() => expectedIssuer(template, tokenOf({ tid: "evil.test/x" }))).toThrow("names no tenant");
  });
});
