import { PERMISSIONS, type Account as CoreAccount, type User as CoreUser } from "../core/model.js";
import type { Health as CoreHealth } from "../core/health.js";
import { shownEmailOf } from "../core/person.js";
import { inEnglish, inEnglishOrNull } from "../core/sentences.js";
import { PERMISSION_WORDS } from "../core/words/access.js";
import { syncStatus, type ChosenGroupView } from "../use-cases/sync-status.js";
import type { Caller } from "../use-cases/sign-in.js";
import { viewSelf } from "../use-cases/sign-in.js";
import type { ApiContext, ApiDeps } from "./context.js";
import {
  Account,
  AccountSummary,
  AdminContact,
  NoticeReceivers,
  Permission,
  TenantConnection,
  Viewer,
} from "./types/account.js";
import { make } from "./types/problem.js";
import { ChosenGroup, GroupHealth, Health, SyncStatus } from "./types/sync.js";
import { toGroupReferences, toUser, type GroupReference, type User } from "./types/user.js";

/** The chosen groups of these ids, by name; a group that is not chosen any more has none here. */
export async function groupReferences(
  { deps }: ApiContext,
  accountId: string,
): Promise<(groupIds: readonly string[]) => GroupReference[]> {
  const { groups } = await deps.settings.get(accountId);
  const names = new Map(groups.map((group) => [group.id, group.displayName]));
  return (ids) => toGroupReferences(ids, names);
}

/** Turns users into their GraphQL form with the names of their groups, which takes one look at the settings. */
export async function userViews(
  { deps }: ApiContext,
  { id, shownEmail }: Pick<CoreAccount, "id" | "shownEmail">,
): Promise<(user: CoreUser) => User> {
  const { groups } = await deps.settings.get(id);
  const groupNames = new Map(groups.map((group) => [group.id, group.displayName]));
  return (user) => toUser(user, { groupNames, shownEmail });
}

export async function viewerView(context: ApiContext, caller: Caller): Promise<Viewer> {
  const { user, account, admins } = await viewSelf(context.deps, caller);
  const view = await userViews(context, account);
  return make(Viewer, {
    user: view(user),
    account: make(AccountSummary, { name: account.name, tenantId: account.tenantId, helpContact: account.helpContact }),
    admins: admins.map((admin) =>
      make(AdminContact, { displayName: admin.displayName, email: shownEmailOf(admin, account.shownEmail) }),
    ),
  });
}

export function accountView(deps: ApiDeps, account: CoreAccount): Account {
  const { id, name, tenantId, helpContact, shownEmail, settingsVersion, createdAt } = account;
  const signInLink = `${deps.publicUrl}/?tenant=${tenantId}`;
  const receivers = make(NoticeReceivers, { ...account.receivers, emails: [...account.receivers.emails] });
  const { mailAvailable } = deps;
  return make(Account, {
    id,
    name,
    tenantId,
    helpContact,
    receivers,
    shownEmail,
    settingsVersion,
    mailAvailable,
    signInLink,
    createdAt,
  });
}

export function connectionView(deps: ApiDeps, { tenantId, name, consent }: CoreAccount): TenantConnection {
  return make(TenantConnection, {
    ...consent,
    tenantId,
    tenantName: name,
    permissions: PERMISSIONS.map((permission) =>
      make(Permission, { name: permission, purpose: PERMISSION_WORDS[permission] }),
    ),
    consentUrl: `${deps.publicUrl}/consent/start?tenant=${tenantId}`,
  });
}

export async function statusView({ deps }: ApiContext, account: CoreAccount): Promise<SyncStatus> {
  const status = await syncStatus(deps, account);
  return make(SyncStatus, {
    ...status,
    recentRuns: [...status.recentRuns],
    health: healthView(status.health),
    intervalSeconds: deps.intervalSeconds,
  });
}

function healthView({ state, message: sentences, nextStep: nextSentences, retryAt }: CoreHealth): Health {
  const message = inEnglish(sentences);
  const nextStep = inEnglishOrNull(nextSentences);
  return make(Health, { state, message, sentences, nextStep, nextSentences, retryAt });
}

export function groupView({ health, ...group }: ChosenGroupView): ChosenGroup {
  const told = health.map((one) => make(GroupHealth, { ...one, message: inEnglish([one.sentence]) }));
  return make(ChosenGroup, { ...group, health: told });
}
