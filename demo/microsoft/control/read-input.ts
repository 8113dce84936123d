import type { z } from "zod";
import { ControlProblem } from "../state/hands.js";

/** The input as the schema has it, or a ControlProblem that says of each field what is wrong with it. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw new ControlProblem(read.error.issues.map(({ path, message }) => [...path, message].join(": ")).join("; "));
}
