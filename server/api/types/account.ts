import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type * as model from "../../core/model.js";
import { ConsentState, ShownEmail } from "./enums/people.js";
import { orProblem } from "./problem.js";
import { User } from "./user.js";

@ObjectType({ description: "The few facts of an account that each of its people may know." })
export class AccountSummary {
  @Field(() => String)
  name!: string;

  @Field(() => ID)
  tenantId!: string;

  @Field(() => String, { nullable: true })
  helpContact!: string | null;
}

@ObjectType()
export class AdminContact {
  @Field(() => String)
  displayName!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;
}

@ObjectType({ description: "Who is asking." })
export class Viewer {
  @Field(() => User)
  user!: User;

  @Field(() => AccountSummary)
  account!: AccountSummary;

  @Field(() => [AdminContact], { description: "Who administers the account." })
  admins!: AdminContact[];
}

@ObjectType({
  description:
    "Who is told of states that need a person: at once, after a day, then weekly. Both empty: nobody is told.",
})
export class NoticeReceivers {
  @Field(() => [String])
  emails!: string[];

  @Field(() => String, { nullable: true, description: "An https address that notices are posted to as JSON." })
  webhook!: string | null;
}

@ObjectType()
export class Account {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ID)
  tenantId!: string;

  @Field(() => String, { nullable: true, description: "Whom people who cannot get in should ask." })
  helpContact!: string | null;

  @Field(() => NoticeReceivers)
  receivers!: NoticeReceivers;

  @Field(() => ShownEmail)
  shownEmail!: model.ShownEmail;

  @Field(() => Int, { description: "Rises with each change of help contact, receivers or shown mail." })
  settingsVersion!: number;

  @Field(() => Boolean, { description: "Whether this installation sends mails: without, only a webhook is told." })
  mailAvailable!: boolean;

  @Field(() => String, { description: "The address that signs people in at this tenant; the way in for guests." })
  signInLink!: string;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}

@InputType({ description: "Takes the place of both receivers." })
export class NoticeReceiversInput {
  @Field(() => [String], { defaultValue: [], description: "At most 10 mail addresses." })
  emails!: string[];

  @Field(() => String, { nullable: true, description: "An https address on the internet; null for none." })
  webhook?: string | null;
}

/** As the use cases take them; null for nobody. */
export const toReceivers = (input: NoticeReceiversInput | null): model.Receivers => ({
  emails: input?.emails ?? [],
  webhook: input?.webhook ?? null,
});

@InputType()
export class UpdateAccountSettingsInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Whom people who cannot get in should ask; at most 200 characters, null for nobody, left out for no change.",
  })
  helpContact?: string | null;

  @Field(() => NoticeReceiversInput, {
    nullable: true,
    description: "Who is told of states that need a person; null for nobody, left out for no change.",
  })
  receivers?: NoticeReceiversInput | null;

  @Field(() => ShownEmail, { nullable: true, description: "Left out or null for no change." })
  shownEmail?: model.ShownEmail | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The settingsVersion the admin was looking at; another one answers SETTINGS_CHANGED. Left out or null: that of now.",
  })
  version?: number | null;
}

@ObjectType()
export class AccountSettingsUpdated {
  @Field(() => Account)
  account!: Account;
}

export const UpdateAccountSettingsResult = orProblem("UpdateAccountSettingsResult", AccountSettingsUpdated);

@ObjectType()
export class AccountOpened {
  @Field(() => Viewer)
  viewer!: Viewer;
}

export const OpenAccountResult = orProblem("OpenAccountResult", AccountOpened);

@ObjectType({ description: "A permission the product asks for; both only read." })
export class Permission {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "What it is for, in words." })
  purpose!: string;
}

@ObjectType({ description: "The account's connection to its tenant." })
export class TenantConnection {
  @Field(() => ConsentState)
  state!: model.ConsentState;

  @Field(() => ID)
  tenantId!: string;

  @Field(() => String)
  tenantName!: string;

  @Field(() => [Permission])
  permissions!: Permission[];

  @Field(() => GraphQLDateTime, { nullable: true })
  checkedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  grantedAt!: Date | null;

  @Field(() => String, {
    description: "Leads to Microsoft's consent page. Public, so it can be sent to whoever may approve.",
  })
  consentUrl!: string;
}

@ObjectType()
export class ConsentChecked {
  @Field(() => TenantConnection)
  connection!: TenantConnection;
}

export const CheckConsentResult = orProblem("CheckConsentResult", ConsentChecked);
