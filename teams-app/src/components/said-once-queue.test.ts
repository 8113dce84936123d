import { describe, expect, it } from "vitest";
import { firstOf, without, withMember } from "./said-once-queue.js";

const ended = (id: string) => ({ key: "ended", id });

describe("the queue of notices", () => {
  it("lets the first of equal troubles speak, and the next one once that is gone", () => {
    const both = withMember(withMember([], ended("a")), ended("b"));

    expect([firstOf(both, "ended"), firstOf(without(both, "a"), "ended")]).toEqual(["a", "b"]);
  });

  it("lets different troubles speak side by side, and nobody for one that is not there", () => {
    const queue = withMember(withMember([], ended("a")), { key: "offline", id: "b" });

    expect([firstOf(queue, "ended"), firstOf(queue, "offline"), firstOf(queue, "server")]).toEqual(["a", "b", null]);
  });

  it("keeps one place for a notice whose trouble changes", () => {
    const queue = withMember(withMember([], ended("a")), { key: "offline", id: "a" });

    expect([firstOf(queue, "ended"), firstOf(queue, "offline")]).toEqual([null, "a"]);
  });
});
