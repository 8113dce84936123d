import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApiContext } from "./context.js";
import { User } from "./types/user.js";

/** What one answer asks for in the same moment, a page of users say, goes into one query. */
interface Asked {
  readonly emails: Set<string>;
  readonly shared: Promise<ReadonlySet<string>>;
}

const asking = new WeakMap<ApiContext, Asked>();

@Resolver(() => User)
export class SharedEmailsResolver {
  @FieldResolver(() => Boolean, {
    description:
      "A warning: somebody else in the account has the same mail. Both are users all the same, because people are told apart by their object ids.",
  })
  async sharesEmail(@Root() { mailbox }: User, @Ctx() context: ApiContext): Promise<boolean> {
    const { identity } = context;
    // Whoever is only just opening their account is the only one in it
    if (mailbox === null || identity.kind !== "CALLER") return false;
    const asked = asking.get(context) ?? ask(context, identity.caller.account.id);
    asked.emails.add(mailbox);
    return (await asked.shared).has(mailbox);
  }
}

function ask(context: ApiContext, accountId: string): Asked {
  const emails = new Set<string>();
  const shared = Promise.resolve().then(() => {
    asking.delete(context);
    return context.deps.users.sharedEmails(accountId, [...emails]);
  });
  const asked = { emails, shared };
  asking.set(context, asked);
  return asked;
}
