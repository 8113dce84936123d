import { z } from "zod";
import { parseFault } from "../faults/fault.js";
import { switchOff, switchOn } from "../faults/switches.js";
import { rollKeys } from "../identity/rollover.js";
import { ControlProblem } from "../state/hands.js";
import { flag, given, optional } from "./fields.js";
import { operation, type Operation } from "./operation.js";
import { faultView, groupView } from "./views.js";

const oneGroup = z.object({ groupId: given });

/** What can be made to go wrong, and put right again. */
export const FAULT_OPERATIONS: Record<string, Operation> = {
  fault: { run: ({ faults }, input) => Promise.resolve(faultView(faults.add(parseFault(input)))) },
  "end-fault": operation(z.object({ name: given }), ({ faults }, { name }) => {
    faults.remove(name);
  }),
  switch: operation(
    z.object({ name: given, on: flag.default(true), groupId: optional }),
    ({ directory, faults }, { name, on, groupId }) => {
      if (groupId !== undefined && !directory.group(groupId)) throw new ControlProblem(`There is no group ${groupId}.`);
      if (on !== false) return faultView(switchOn(faults, name, groupId));
      switchOff(faults, name);
    },
  ),
  "clear-faults": operation(z.object({}), ({ directory, faults }) => {
    faults.clear();
    for (const { id, visibilityWhenShown } of directory.groups())
      if (visibilityWhenShown !== undefined) directory.showMembers({ groupId: id });
  }),
  "expire-tokens": operation(z.object({ tenantId: optional }), ({ directory }, input) =>
    directory.expireAppTokens(input),
  ),
  "roll-keys": operation(z.object({ removeOld: flag }), (world, input) => rollKeys(world, input)),
  "hide-members": operation(oneGroup, ({ directory }, input) => groupView(directory, directory.hideMembers(input))),
  "show-members": operation(oneGroup, ({ directory }, input) => groupView(directory, directory.showMembers(input))),
};
