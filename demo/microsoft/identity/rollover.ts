import type { World } from "../world.js";
import { newSigningKey } from "./keys.js";

/** A new key signs at once, unannounced; the old one stays published, or is withdrawn as after a theft. */
export async function rollKeys(
  { state, changed }: Pick<World, "state" | "changed">,
  { removeOld = false }: { removeOld?: boolean | undefined } = {},
): Promise<void> {
  const key = await newSigningKey();
  state.keys = [key, ...state.keys.map((old, index) => (removeOld && index === 0 ? { ...old, withdrawn: true } : old))];
  changed();
}
