import { describe, expect, it } from "vitest";
import { domainProblem } from "./domains.js";

describe("domainProblem", () => {
  it.each([
    "tab.example.com",
    "example.no",
    "xn--bcher-kva.example",
    "*.example.com",
    "*.*.example.com",
    "a-1.example.org",
  ])("takes %s", (domain) => {
    expect(domainProblem(domain)).toBeNull();
  });

  it.each([
    ["https://tab.example.com", "is an address"],
    ["https://tab.example.com/teams", "is an address"],
    ["tab.example.com/teams", "has a path"],
    ["tab.example.com?x", "has a path"],
    ["tab.example.com:8443", "has a port"],
    ["Tab.example.com", "has capital letters"],
    ["192.168.1.10", "is a number"],
    ["::1", "is a number"],
    ["[2001:db8::1]", "is a number"],
    ["localhost", "on your own machine"],
    ["app.localhost", "on your own machine"],
    ["server.local", "on your own machine"],
    ["intranet", "no whole domain name"],
    ["com", "no whole domain name"],
    ["*.com", "no whole domain name"],
    ["*", "no whole domain name"],
    ["", "no whole domain name"],
    ["tab..example.com", "signs that a domain name cannot have"],
    ["bücher.example", "signs that a domain name cannot have"],
    ["tab example.com", "signs that a domain name cannot have"],
    ["-tab.example.com", "signs that a domain name cannot have"],
    ["tab.example.com.", "signs that a domain name cannot have"],
    [`${"a".repeat(64)}.example.com`, "signs that a domain name cannot have"],
    ["foo.*.example.com", "wildcard in a wrong place"],
    ["*tab.example.com", "wildcard in a wrong place"],
    ["tab.*", "wildcard in a wrong place"],
    ["rollcall.ngrok-free.app", "is a tunnel"],
    ["x.euw.devtunnels.ms", "is a tunnel"],
    ["rollcall.azurewebsites.net", "not under your control"],
    ["*.microsoft.com", "not under your control"],
    ["contoso.onmicrosoft.com", "not under your control"],
    ["login.microsoftonline.com", "not under your control"],
  ])("refuses “%s”: %s", (domain, why) => {
    expect(domainProblem(domain)).toContain(why);
  });

  it("is not misled by a name that only ends like a forbidden one", () => {
    expect(domainProblem("notmicrosoft.com")).toBeNull();
  });
});
