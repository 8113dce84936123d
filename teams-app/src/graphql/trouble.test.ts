import { describe, expect, it } from "vitest";
import { readAnswer } from "./trouble.js";

const failing = (extensions: object, message = "no") => ({ errors: [{ message, extensions }], data: null });
const refusal = { reason: "DISABLED", signedInAs: "Ada", userName: "ada@contoso.test", tenantId: "t" };

describe("readAnswer", () => {
  it("hands on the data of a good answer", () => {
    expect(readAnswer(200, null, { data: { viewer: 1 } })).toEqual({ ok: true, data: { viewer: 1 } });
  });

  it("counts half an answer as none: errors beside data are trouble", () => {
    expect(readAnswer(200, null, { data: { a: 1 }, errors: [{ message: "x" }] }).ok).toBe(false);
  });

  it("tells an ended session by code and by status", () => {
    expect(readAnswer(200, null, failing({ code: "UNAUTHENTICATED" }))).toEqual({
      ok: false,
      trouble: { kind: "ended" },
    });
    expect(readAnswer(401, null, null)).toEqual({ ok: false, trouble: { kind: "ended" } });
  });

  it("carries the refusal of a forbidden answer, with what is absent as null", () => {
    const answer = readAnswer(403, null, failing({ code: "FORBIDDEN", refusal }));

    expect(answer).toMatchObject({
      trouble: { kind: "refused", refusal: { reason: "DISABLED", organisation: null, mayOpenAccount: false } },
    });
  });

  it("does not believe a refusal of another shape", () => {
    const answer = readAnswer(403, null, failing({ code: "FORBIDDEN", refusal: { reason: "OTHER" } }));

    expect(answer).toMatchObject({ trouble: { kind: "bad-input", message: "no" } });
  });

  it("reads when to come back from a 429", () => {
    expect(readAnswer(429, "7", null)).toEqual({ ok: false, trouble: { kind: "slow-down", seconds: 7 } });
    expect(readAnswer(429, "soon", null)).toEqual({ ok: false, trouble: { kind: "slow-down", seconds: null } });
  });

  it("tells a server that is away from one that broke", () => {
    expect(readAnswer(503, null, failing({ code: "SERVICE_UNAVAILABLE", requestId: "r-2" }))).toEqual({
      ok: false,
      trouble: { kind: "unavailable", reference: "r-2" },
    });
    expect(readAnswer(502, null, null)).toEqual({ ok: false, trouble: { kind: "unavailable", reference: null } });
  });

  it("does not call undone what may be done: no answer came in time, from the server or a gateway before it", () => {
    expect(readAnswer(503, null, failing({ code: "TIMEOUT", requestId: "r-3" }))).toEqual({
      ok: false,
      trouble: { kind: "timeout", reference: "r-3" },
    });
    expect(readAnswer(504, null, null)).toEqual({ ok: false, trouble: { kind: "timeout", reference: null } });
  });

  it("keeps the reference of our own failure", () => {
    expect(readAnswer(500, null, failing({ code: "INTERNAL_SERVER_ERROR", requestId: "r-1" }))).toEqual({
      ok: false,
      trouble: { kind: "server", reference: "r-1" },
    });
    expect(readAnswer(200, null, "not json")).toEqual({ ok: false, trouble: { kind: "server", reference: null } });
  });
});
