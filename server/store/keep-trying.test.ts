import { expect, it } from "vitest";
import { isMongoTrouble, keepTrying } from "./keep-trying.js";

class MongoNetworkError extends Error {
  override readonly name = "MongoNetworkError";
}

const AWAY = new MongoNetworkError("connection 4 to 127.0.0.1 closed");

it("work goes on trying through the troubles of MongoDB, and tells of them", async () => {
  const told: object[] = [];
  let tries = 0;
  const work = () => (++tries === 1 ? Promise.reject(AWAY) : Promise.resolve("done"));

  const answer = await keepTrying(work, { log: (event) => told.push(event), passes: isMongoTrouble });

  expect([answer, tries]).toEqual(["done", 2]);
  expect(told).toEqual([expect.objectContaining({ level: "warn", because: AWAY.message })]);
});

it("work that fails for another reason is not tried again", async () => {
  let tries = 0;
  const work = () => (tries++, Promise.reject(new TypeError("a fault of ours")));

  await expect(keepTrying(work, { log: () => undefined, passes: isMongoTrouble })).rejects.toThrow("a fault of ours");
  expect(tries).toBe(1);
});

it("trying ends at once when told to stop, in the middle of an attempt or of a pause", async () => {
  const [hanging, pausing] = [new AbortController(), new AbortController()];
  const log = () => pausing.abort();
  const passes = isMongoTrouble;

  const attempt = keepTrying(() => new Promise(() => undefined), { log, passes, signal: hanging.signal });
  hanging.abort();
  const pause = keepTrying(() => Promise.reject(AWAY), { log, passes, signal: pausing.signal });

  await expect(attempt).rejects.toThrow("abort");
  await expect(pause).rejects.toThrow("abort");
});
