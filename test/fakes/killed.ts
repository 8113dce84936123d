import type { Stores } from "../../server/use-cases/ports.js";

export class Killed extends Error {}

const WRITES = {
  users: ["disableBySync", "update", "reenableBySync", "create"],
  changes: ["record", "except"],
} as const;

type Write = (...args: unknown[]) => Promise<unknown>;

/** The stores of a process that is killed at its nth write of a run: just before it, or when half of its rows are there. */
export function killedAt(nth: number, half: boolean, { users, changes }: Stores): Pick<Stores, "users" | "changes"> {
  let writes = 0;

  async function writeOrDie(write: Write, args: unknown[]): Promise<unknown> {
    const left = nth - writes++;
    if (left > 0) return write(...args);
    if (left === 0 && half) await write(...args.map((arg) => (Array.isArray(arg) ? firstHalf(arg) : arg)));
    throw new Killed();
  }

  function mortal<Port extends object>(port: Port, methods: readonly (keyof Port & string)[]): Port {
    const dying = methods.map((method) => {
      const write = port[method] as Write;
      return [method, (...args: unknown[]) => writeOrDie(write, args)] as const;
    });
    return { ...port, ...Object.fromEntries(dying) };
  }

  return { users: mortal(users, WRITES.users), changes: mortal(changes, WRITES.changes) };
}

const firstHalf = (rows: readonly unknown[]) => rows.slice(0, Math.ceil(rows.length / 2));
