import { z } from "zod";
import { mintApiToken } from "../identity/mint.js";
import { ControlProblem } from "../state/hands.js";
import { teamsToken } from "../teams/token.js";
import { FAULT_OPERATIONS } from "./fault-operations.js";
import { chosen, clearable, flag, given, ids, optional } from "./fields.js";
import { operation, type Operation } from "./operation.js";
import { groupView } from "./views.js";

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
  "half-leave": operation(oneGroup, ({ directory }, input) => {
    directory.halfLeave(input);
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
  "teams-token": operation(z.object({ tenantId: given, personId: given }), teamsToken),
  "clear-counters": operation(z.object({}), ({ counters }) => {
    counters.clear();
  }),
  reset: operation(z.object({}), ({ directory, faults }) => {
    directory.reset();
    faults.clear();
  }),
  ...FAULT_OPERATIONS,
};
