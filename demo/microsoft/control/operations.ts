import { z } from "zod";
import { mintApiToken } from "../identity/mint.js";
import { ControlProblem } from "../state/hands.js";
import { groupView } from "./views.js";
import type { World } from "../world.js";

/** Something the control page or an HTTP call can do: how its input must look, and the act. */
export interface Operation {
  run(world: World, input: unknown): Promise<object>;
}

function operation<T>(
  schema: z.ZodType<T>,
  act: (world: World, input: T) => object | void | Promise<object>,
): Operation {
  return {
    run: async (world, input) => {
      const read = schema.safeParse(input);
      if (!read.success)
        throw new ControlProblem(
          read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
        );
      return (await act(world, read.data)) ?? { done: true };
    },
  };
}

// Forms send every field, empty ones too: an empty one means "not given".
const emptyToUndefined = (value: unknown): unknown => (value === "" ? undefined : value);
const given = z.preprocess(emptyToUndefined, z.string().max(256));
const optional = z.preprocess(emptyToUndefined, z.string().max(256).optional());
const clearable = z.preprocess(emptyToUndefined, z.string().max(256).nullable().optional());
const flag = z.preprocess(
  (value) => (value === "on" || value === "true" ? true : value === "" || value === "false" ? false : value),
  z.boolean().optional(),
);
const ids = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value.split(/[\s,]+/).filter(Boolean)
      : Array.isArray(value)
        ? value.filter((each) => each !== "")
        : value,
  z.array(z.string()).optional(),
);
const chosen = <const T extends readonly string[]>(...values: T) =>
  z.preprocess(emptyToUndefined, z.enum(values).optional());

const onePerson = z.object({ personId: given });
const oneGroup = z.object({ groupId: given });
const oneSecret = z.object({ secret: given });
const names = {
  displayName: optional,
  givenName: clearable,
  surname: clearable,
  mail: clearable,
  userPrincipalName: optional,
  jobTitle: clearable,
  department: clearable,
};

export const OPERATIONS: Record<string, Operation> = {
  hire: operation(
    z.object({
      ...names,
      displayName: given,
      tenantId: optional,
      userType: chosen("Member", "Guest"),
      accountEnabled: flag,
      groupIds: ids,
    }),
    ({ directory }, input) => directory.hire(input),
  ),
  rename: operation(z.object({ ...names, personId: given }), ({ directory }, input) => directory.rename(input)),
  block: operation(onePerson, ({ directory }, input) => directory.block(input)),
  unblock: operation(onePerson, ({ directory }, input) => directory.unblock(input)),
  remove: operation(z.object({ personId: given, permanently: flag }), ({ directory }, input) => {
    directory.remove(input);
  }),
  restore: operation(onePerson, ({ directory }, input) => directory.restore(input)),
  move: operation(z.object({ personId: given, from: optional, to: given }), ({ directory }, input) => {
    directory.move(input);
  }),
  "add-to-group": operation(z.object({ groupId: given, memberId: given }), ({ directory }, input) => {
    directory.addToGroup(input);
  }),
  "remove-from-group": operation(z.object({ groupId: given, memberId: given }), ({ directory }, input) => {
    directory.removeFromGroup(input);
  }),
  "create-group": operation(
    z.object({
      tenantId: optional,
      displayName: given,
      description: clearable,
      kind: chosen("SECURITY", "MICROSOFT_365", "MAIL_SECURITY", "DISTRIBUTION", "DYNAMIC"),
      visibility: chosen("Public", "Private", "HiddenMembership"),
      memberIds: ids,
      department: optional,
    }),
    ({ directory }, input) => groupView(directory, directory.createGroup(input)),
  ),
  "rename-group": operation(
    z.object({ groupId: given, displayName: given, description: clearable }),
    ({ directory }, input) => groupView(directory, directory.renameGroup(input)),
  ),
  "delete-group": operation(oneGroup, ({ directory }, input) => {
    directory.deleteGroup(input);
  }),
  "restore-group": operation(oneGroup, ({ directory }, input) => groupView(directory, directory.restoreGroup(input))),
  "grant-consent": operation(z.object({ tenantId: optional }), ({ directory }, { tenantId }) =>
    directory.grantConsent({ tenantId, grantedBy: "the control page" }),
  ),
  "withdraw-consent": operation(
    z.object({
      tenantId: optional,
      how: z.enum(["PERMISSION_REMOVED", "REMOVED", "DISABLED"]),
      permission: optional,
      oldTokensKeepRoles: flag,
    }),
    ({ directory }, input) => directory.withdrawConsent(input),
  ),
  "add-secret": operation(oneSecret, ({ directory }, input) => directory.addSecret(input)),
  "expire-secret": operation(oneSecret, ({ directory }, input) => directory.expireSecret(input)),
  "remove-secret": operation(oneSecret, ({ directory }, input) => {
    directory.removeSecret(input);
  }),
  "add-certificate": operation(z.object({ certificate: z.string().max(10_000) }), ({ directory }, input) =>
    directory.addCertificate(input),
  ),
  "remove-certificate": operation(z.object({ thumbprint: given }), ({ directory }, input) => {
    directory.removeCertificate(input);
  }),
  token: operation(z.object({ personId: given, azp: optional }), async (world, { personId, azp }) => {
    const tenant = world.directory.tenants().find((each) => each.people.has(personId));
    if (!tenant) throw new ControlProblem(`There is no person ${personId}.`);
    return {
      access_token: await mintApiToken(world, { tenantId: tenant.id, personId, ...(azp === undefined ? {} : { azp }) }),
    };
  }),
  "clear-counters": operation(z.object({}), ({ counters }) => {
    counters.clear();
  }),
  reset: operation(z.object({}), ({ directory }) => {
    directory.reset();
  }),
};
