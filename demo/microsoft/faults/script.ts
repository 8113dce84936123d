import { setTimeout as wait } from "node:timers/promises";
import type { Call, Reply } from "../http/exchange.js";
import { ControlProblem } from "../state/hands.js";
import { answerInstead } from "./act.js";
import { parseFault, type Fault, type FaultInput } from "./fault.js";
import { matches, type Where } from "./match.js";
import { withShortPages } from "./short-pages.js";
import { spoil } from "./spoil.js";

/** A fault that is set, and how often it was met; the numbers go up while one looks. */
export interface ScriptedFault {
  readonly name: string;
  readonly fault: Fault;
  readonly since: Date;
  /** Requests it let pass because of `skip`. */
  readonly skipped: number;
  /** Requests and parts of batches it hit. */
  readonly hits: number;
  /** Whether it will hit nothing more. */
  readonly over: boolean;
}

export interface Faults {
  /** The latest comes last; one of the same name is replaced. Throws a ControlProblem for what is no fault. */
  add(fault: FaultInput): ScriptedFault;
  list(): readonly ScriptedFault[];
  remove(name: string): void;
  clear(): void;
  /** Lets a request come to its answer, through all faults that are meant for it. */
  through(call: Call, answer: (call: Call) => Promise<Reply>, where?: Where): Promise<Reply>;
}

/** In memory only: a restarted Microsoft is well again. */
export function openFaults(now: () => Date): Faults {
  const scripted = new Map<string, Scripted>();
  let made = 0;

  return {
    add: (input) => {
      const fault = parseFault(input);
      const name = fault.name ?? `fault-${String(++made)}`;
      const added = new Scripted(name, fault, now);
      scripted.delete(name);
      scripted.set(name, added);
      return added;
    },
    list: () => [...scripted.values()],
    remove: (name) => {
      if (!scripted.delete(name)) throw new ControlProblem(`There is no fault ${name}.`);
    },
    clear: () => scripted.clear(),
    through: async (call, answer, where = "REQUEST") => {
      const met = [...scripted.values()].filter((each) => !each.over && matches(each.fault, call, where));
      let asked = call;
      for (const each of met) {
        const { action } = each.fault;
        if (action.kind === "DELAY" && each.hit()) await wait(action.ms, undefined, { ref: false });
        const shorter = action.kind === "SHORT_PAGES" ? withShortPages(asked, action.rows) : undefined;
        if (shorter && each.hit()) asked = shorter;
        const instead = answerInstead(action, call, now());
        if (instead && each.hit()) return instead;
      }

      let reply = await answer(asked);
      for (const each of met) {
        const spoilt = spoil(each.fault.action, reply, call);
        if (spoilt && each.hit()) reply = spoilt;
      }
      return reply;
    },
  };
}

class Scripted implements ScriptedFault {
  readonly since: Date;
  skipped = 0;
  hits = 0;

  constructor(
    readonly name: string,
    readonly fault: Fault,
    private readonly now: () => Date,
  ) {
    this.since = now();
  }

  get over(): boolean {
    const { times = Infinity, forSeconds = Infinity } = this.fault;
    return this.hits >= times || this.now().getTime() >= this.since.getTime() + forSeconds * 1_000;
  }

  /** Counts the request it has met; false when it is one to let pass. */
  hit(): boolean {
    if (this.over) return false;
    if (this.skipped < this.fault.skip) {
      this.skipped += 1;
      return false;
    }
    this.hits += 1;
    return true;
  }
}
