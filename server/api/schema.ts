import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { closeByDefault } from "./access.js";
import { AccountResolver } from "./account.resolver.js";
import { AuditResolver } from "./audit.resolver.js";
import { ConflictsResolver } from "./conflicts.resolver.js";
import { limitFields } from "./field-budgets.js";
import { DirectoryResolver } from "./directory.resolver.js";
import { HistoryResolver } from "./history.resolver.js";
import { HoldResolver } from "./hold.resolver.js";
import { PersonResolver } from "./person.resolver.js";
import { SentenceResolver } from "./sentence.resolver.js";
import { SharedEmailsResolver } from "./shared-emails.resolver.js";
import { SyncResolver } from "./sync.resolver.js";
import { UsersResolver } from "./users.resolver.js";

/** The schema that front-end teams build on; `npm run schema` prints it to schema/schema.graphql. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AccountResolver,
      UsersResolver,
      DirectoryResolver,
      PersonResolver,
      SyncResolver,
      HistoryResolver,
      HoldResolver,
      AuditResolver,
      ConflictsResolver,
      SharedEmailsResolver,
      SentenceResolver,
    ],
    validate: false,
  });
  // Access last, so that it is looked at first: what a caller may not do costs them nothing of what they may.
  return closeByDefault(limitFields(schema));
}
