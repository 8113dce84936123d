import { describe, expect, it } from "vitest";
import { parsePending, readSignInReturn, safePath, type PendingSignIn } from "./sign-in-return.js";

const pending: PendingSignIn = {
  state: "s1",
  nonce: "n1",
  verifier: "v1",
  tenant: "organizations",
  returnPath: "/users",
};

describe("readSignInReturn", () => {
  it("sees an ordinary visit, also while a sign-in is pending", () => {
    expect(readSignInReturn("?tenant=abc", pending)).toEqual({ kind: "none" });
    expect(readSignInReturn("", null)).toEqual({ kind: "none" });
  });

  it("takes a code for the sign-in this page began", () => {
    expect(readSignInReturn("?code=c&state=s1", pending)).toEqual({ kind: "code", pending });
  });

  it("does not take a code with a foreign state, or with nothing pending", () => {
    expect(readSignInReturn("?code=c&state=other", pending)).toEqual({ kind: "stale" });
    expect(readSignInReturn("?code=c&state=s1", null)).toEqual({ kind: "stale" });
  });

  it.each(["login_required", "interaction_required"])("asks for the person after %s", (error) => {
    expect(readSignInReturn(`?error=${error}&state=s1`, pending)).toEqual({ kind: "person-needed", pending });
  });

  it("tells any other refusal by the first line of its description", () => {
    const query = new URLSearchParams({
      error: "access_denied",
      error_description: "AADSTS50105: not assigned.\r\nTrace ID: 1",
      state: "s1",
    });

    expect(readSignInReturn(`?${query}`, pending)).toMatchObject({
      kind: "refused",
      reason: "AADSTS50105: not assigned.",
    });
  });
});

describe("parsePending", () => {
  it("gives back what was kept", () => {
    expect(parsePending(JSON.stringify(pending))).toEqual(pending);
  });

  it.each([null, "", "null", "{}", "not json", '{"state":1}'])("counts %s as nothing kept", (stored) => {
    expect(parsePending(stored)).toBeNull();
  });
});

describe("safePath", () => {
  it("keeps a path of this site and refuses to lead elsewhere", () => {
    expect(safePath("/users?x=1")).toBe("/users?x=1");
    expect(["//evil.test", "/\\evil.test", "https://evil.test", "users"].map(safePath)).toEqual(["/", "/", "/", "/"]);
  });
});
