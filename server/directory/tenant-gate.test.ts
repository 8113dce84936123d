import { describe, expect, it } from "vitest";
import { createTenantGate, LANES } from "./tenant-gate.js";

/** A promise somebody else ends. */
function latch() {
  let open: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (open = resolve));
  return { done, open };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const NOW = new Date("2026-05-04T12:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

describe("the gate to a tenant", () => {
  it("lets four through at a time, and the others in the order they came", async () => {
    const gate = createTenantGate(() => Promise.resolve());
    const latches = Array.from({ length: 6 }, latch);
    const started: number[] = [];
    const works = latches.map(({ done }, index) =>
      gate.through(() => {
        started.push(index);
        return done;
      }),
    );

    await settled();
    const first = [...started];
    latches[2]?.open();
    await settled();
    latches.forEach(({ open }) => {
      open();
    });
    await Promise.all(works);

    expect([first.length, started]).toEqual([LANES, [0, 1, 2, 3, 4, 5]]);
  });

  it("frees a lane whose work fails", async () => {
    const gate = createTenantGate(() => Promise.resolve());
    const failing = Array.from({ length: 9 }, () => gate.through(() => Promise.reject(new Error("no"))));

    await Promise.allSettled(failing);

    expect(await gate.through(() => Promise.resolve("through"))).toBe("through");
  });

  it("holds everybody while one has been throttled", async () => {
    const pause = latch();
    const gate = createTenantGate(() => pause.done);
    const started: string[] = [];

    gate.quiet(NOW, inSeconds(5));
    const work = Promise.all(["a", "b"].map((name) => gate.through(() => Promise.resolve(started.push(name)))));
    await settled();
    const during = [...started];
    pause.open();
    await work;

    expect([during, started]).toEqual([[], ["a", "b"]]);
  });

  it("holds until the longest of several pauses is over", async () => {
    const [short, long] = [latch(), latch()];
    const gate = createTenantGate((ms) => (ms < 5_000 ? short.done : long.done));
    let through = false;

    gate.quiet(NOW, inSeconds(20));
    gate.quiet(NOW, inSeconds(1));
    const work = gate.through(() => Promise.resolve((through = true)));
    short.open();
    await settled();
    const early = through;
    long.open();
    await work;

    expect([early, through]).toEqual([false, true]);
  });

  it("does not begin the work of somebody who has stopped meanwhile", async () => {
    const gate = createTenantGate(() => new Promise(() => undefined));
    const stop = new AbortController();
    let begun = false;

    gate.quiet(NOW, inSeconds(60));
    const work = gate.through(() => Promise.resolve((begun = true)), stop.signal);
    stop.abort();

    expect([await work, begun]).toEqual(["STOPPED", false]);
  });

  it("tells those without the patience when to come back, and everybody when it closes for long", () => {
    const gate = createTenantGate(() => new Promise(() => undefined));

    gate.quiet(NOW, inSeconds(60));
    const [hurried, patient] = [gate.quietBeyond(NOW, inSeconds(10)), gate.quietBeyond(NOW, inSeconds(120))];
    gate.quiet(NOW, inSeconds(86_400));
    const closed = gate.quietBeyond(NOW, inSeconds(120));

    expect([hurried, patient, closed]).toEqual([inSeconds(60), null, inSeconds(86_400)]);
    expect(gate.quietBeyond(inSeconds(86_400), inSeconds(86_520))).toBeNull();
  });
});
