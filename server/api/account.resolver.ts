import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { changeAccount } from "../use-cases/change-account.js";
import { checkConsentByAdmin } from "../use-cases/check-consent.js";
import { openAccount } from "../use-cases/open-account.js";
import { resumeSync } from "../use-cases/resume-sync.js";
import { identify } from "../use-cases/sign-in.js";
import { bearerOf, callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import {
  Account,
  AccountOpened,
  AccountSettingsUpdated,
  CheckConsentResult,
  ConsentChecked,
  OpenAccountResult,
  TenantConnection,
  toReceivers,
  UpdateAccountSettingsInput,
  UpdateAccountSettingsResult,
  Viewer,
} from "./types/account.js";
import { make, toProblem } from "./types/problem.js";
import { accountView, connectionView, viewerView } from "./views.js";

@Resolver()
export class AccountResolver {
  @Query(() => Viewer, {
    description: "Who is asking. FORBIDDEN, with extensions.refusal, for anybody without an active user.",
  })
  viewer(@Ctx() context: ApiContext): Promise<Viewer> {
    return viewerView(context, callerOf(context));
  }

  @Query(() => Account, { description: "The caller's account." })
  account(@Ctx() context: ApiContext): Account {
    return accountView(context.deps, callerOf(context).account);
  }

  @Query(() => TenantConnection, {
    description: "What is known of the account's consent; checkConsent finds out anew.",
  })
  tenantConnection(@Ctx() context: ApiContext): TenantConnection {
    return connectionView(context.deps, callerOf(context).account);
  }

  @Mutation(() => OpenAccountResult, {
    description: "Opens the account of the caller's own tenant, once Microsoft lets it be read. For directory admins.",
  })
  async openAccount(
    @Arg("invite", () => String, {
      nullable: true,
      description: "The code of an operator's invitation, where accounts do not open themselves.",
    })
    invite: string | null,
    @Ctx() context: ApiContext,
  ): Promise<typeof OpenAccountResult> {
    const bearer = bearerOf(context);
    const opened = await openAccount(context.deps, bearer, invite ?? null);
    if (!opened.ok) return toProblem(opened.problem);

    const caller = await identify(context.deps, bearer);
    if (!caller.ok) throw new Error("The account was opened, but its first admin is not in it.");
    return make(AccountOpened, { viewer: await viewerView(context, caller.value) });
  }

  @Mutation(() => CheckConsentResult, {
    description:
      "Asks Microsoft, with a fresh token, what the tenant's consent is. Where it is back, the sync goes on at once.",
  })
  async checkConsent(@Ctx() context: ApiContext): Promise<typeof CheckConsentResult> {
    const caller = callerOf(context);
    const checked = await checkConsentByAdmin(context.deps, caller);
    if (!checked.ok) return toProblem(checked.problem);
    await resumeSync(context.deps, caller.account, checked.value);
    return make(ConsentChecked, { connection: connectionView(context.deps, checked.value) });
  }

  @Mutation(() => UpdateAccountSettingsResult, {
    description:
      "Changes the account's help contact, receivers of notices, and what is shown as mail; fields left out stay as they are.",
  })
  async updateAccountSettings(
    @Arg("input", () => UpdateAccountSettingsInput) input: UpdateAccountSettingsInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof UpdateAccountSettingsResult> {
    const { helpContact, receivers, shownEmail, version } = input;
    const change = {
      helpContact,
      ...(receivers !== undefined && { receivers: toReceivers(receivers) }),
      ...(shownEmail && { shownEmail }),
      version: version ?? undefined,
    };
    const changed = await changeAccount(context.deps, callerOf(context), change);
    if (!changed.ok) return toProblem(changed.problem);
    return make(AccountSettingsUpdated, { account: accountView(context.deps, changed.value) });
  }
}
