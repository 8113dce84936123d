import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createSealer } from "./seal.js";

describe("the sealer", () => {
  const contoso = { purpose: "candidates", accountId: "contoso" };

  it("opens what it sealed", () => {
    const sealer = createSealer([randomBytes(32)]);

    expect(sealer.open(sealer.seal("page 2, אבג 🎈", contoso), contoso)).toBe("page 2, אבג 🎈");
  });

  it.each([
    ["another account", { ...contoso, accountId: "fabrikam" }],
    ["another purpose", { ...contoso, purpose: "groups" }],
  ])("does not open for %s", (_, binding) => {
    const sealer = createSealer([randomBytes(32)]);

    expect(sealer.open(sealer.seal("page 2", contoso), binding)).toBeNull();
  });

  it("does not open what was changed, made up or cut short", () => {
    const sealer = createSealer([randomBytes(32)]);
    const sealed = sealer.seal("page 2", contoso);
    const changed = (sealed.startsWith("A") ? "B" : "A") + sealed.slice(1);

    expect([changed, sealed.slice(0, 20), "", "hello", "☃"].map((text) => sealer.open(text, contoso))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("opens what the key before it sealed, while both are there", () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    const sealed = createSealer([old]).seal("page 2", contoso);

    expect(createSealer([fresh, old]).open(sealed, contoso)).toBe("page 2");
    expect(createSealer([fresh]).open(sealed, contoso)).toBeNull();
  });
});
