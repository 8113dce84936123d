import { describe, expect, it } from "vitest";
import { NOW, PERSON, TEMPLATE, keyEndpoint, publicKey, seconds } from "./microsoft-keys.fixture.js";

const microsoft = keyEndpoint();

describe("Microsoft's signing keys", () => {
  it("are fetched once for many tokens that come at the same time", async () => {
    const [checker, one] = [microsoft().verifier(), microsoft().token()];

    const bearers = await Promise.all(Array.from({ length: 10 }, () => checker.verify(one)));

    expect([bearers.every((bearer) => bearer !== null), microsoft().state.fetches]).toEqual([true, 1]);
  });

  it("are fetched again for a key that is new", async () => {
    const checker = microsoft().verifier();
    await checker.verify(microsoft().token());
    microsoft().publish(publicKey(microsoft().stranger));

    const bearer = await checker.verify(microsoft().token({}, microsoft().stranger));

    expect(bearer).not.toBeNull();
  });

  it("are not fetched more than once in five minutes for keys nobody knows", async () => {
    const checker = microsoft().verifier();
    await checker.verify(microsoft().token());
    const ask = (kid: string) => checker.verify(microsoft().token({}, { ...microsoft().stranger, kid }));

    await ask("made-up-1");
    await ask("made-up-2");
    const within = microsoft().state.fetches;
    microsoft().state.clock = new Date(NOW.getTime() + 5 * 60_000);
    await ask("made-up-3");

    expect([within, microsoft().state.fetches]).toEqual([2, 3]);
  });

  it("are looked for again soon when looking for a new one failed, and not before", async () => {
    const checker = microsoft().verifier();
    await checker.verify(microsoft().token());
    const fresh = () => checker.verify(microsoft().token({}, microsoft().stranger));
    microsoft().state.published = { status: 503, body: "" };

    const failed = [await fresh(), await fresh()];
    const asked = microsoft().state.fetches;
    microsoft().publish(publicKey(microsoft().stranger));
    microsoft().state.clock = new Date(NOW.getTime() + 3_000);

    expect([failed, asked]).toEqual([[null, null], 2]);
    expect((await fresh())?.objectId).toBe(PERSON);
  });

  it("lose a key that Microsoft took back after a day at the latest", async () => {
    const checker = microsoft().verifier();
    await checker.verify(microsoft().token());
    microsoft().publish(publicKey(microsoft().stranger));
    microsoft().state.clock = new Date(NOW.getTime() + 24 * 3_600_000);
    const times = {
      iat: seconds(microsoft().state.clock),
      nbf: seconds(microsoft().state.clock),
      exp: seconds(microsoft().state.clock) + 3_600,
    };

    expect(await checker.verify(microsoft().token(times))).toBeNull();
  });

  it.each([
    ["is down", { status: 503, body: "<html>" }],
    ["answers with no key", { status: 200, body: '{"keys":[]}' }],
    ["answers with rubbish", { status: 200, body: "<html>" }],
  ])("stay in use when the endpoint %s", async (_what, answer) => {
    const checker = microsoft().verifier();
    await checker.verify(microsoft().token());
    microsoft().state.published = answer;
    microsoft().state.clock = new Date(NOW.getTime() + 25 * 3_600_000);
    const times = {
      iat: seconds(microsoft().state.clock),
      nbf: seconds(microsoft().state.clock),
      exp: seconds(microsoft().state.clock) + 3_600,
    };

    expect(await checker.verify(microsoft().token(times))).not.toBeNull();
  });

  it("are missed aloud when there never were any, and their return is noticed", async () => {
    const [checker, one, good] = [microsoft().verifier(), microsoft().token(), microsoft().state.published];
    microsoft().state.published = { status: 503, body: "" };

    const first = checker.verify(one);
    await expect(first).rejects.toThrow("signing keys cannot be fetched");
    expect(await checker.ready()).toBe(false);
    microsoft().state.published = good;
    microsoft().state.clock = new Date(NOW.getTime() + 3_000);

    expect([await checker.ready(), (await checker.verify(one))?.objectId]).toEqual([true, PERSON]);
  });

  it("survive an odd key among them", async () => {
    microsoft().publish(
      { kty: "EC", kid: "key-1" },
      { kty: "RSA", kid: "key-1", issuer: TEMPLATE },
      publicKey(microsoft().ours),
    );

    expect(await microsoft().verifier().verify(microsoft().token())).not.toBeNull();
  });
});
