import type { z } from "zod";
import type { World } from "../world.js";
import { readInput } from "./read-input.js";

/** Something the control page or an HTTP call can do: how its input must look, and the act. */
export interface Operation {
  run(world: World, input: unknown): Promise<object>;
}

export function operation<T>(
  schema: z.ZodType<T>,
  act: (world: World, input: T) => object | void | Promise<object | void>,
): Operation {
  return { run: async (world, input) => (await act(world, readInput(schema, input))) ?? { done: true } };
}
