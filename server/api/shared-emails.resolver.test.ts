import { expect, it } from "vitest";
import type { ApiContext } from "./context.js";
import { SharedEmailsResolver } from "./shared-emails.resolver.js";
import type { User } from "./types/user.js";

it("a page of users asks once whose mails are shared, and whoever has no mail is not asked for", async () => {
  const asked: (readonly string[])[] = [];
  const users = {
    sharedEmails: (_: string, emails: readonly string[]) => {
      asked.push(emails);
      return Promise.resolve(new Set(["both@contoso.com"]));
    },
  };
  const identity = { kind: "CALLER", caller: { account: { id: "a" } } };
  const context = { deps: { users }, identity } as unknown as ApiContext;
  const resolver = new SharedEmailsResolver();
  const page = ["both@contoso.com", null, "own@contoso.com", "both@contoso.com"].map(
    (mailbox) => ({ mailbox }) as User,
  );

  const answers = await Promise.all(page.map((user) => resolver.sharesEmail(user, context)));
  await resolver.sharesEmail({ mailbox: "later@contoso.com" } as User, context);

  expect(answers).toEqual([true, false, false, true]);
  expect(asked).toEqual([["both@contoso.com", "own@contoso.com"], ["later@contoso.com"]]);
});
