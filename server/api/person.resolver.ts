import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { candidateOf } from "../core/candidates.js";
import { inEnglish } from "../core/sentences.js";
import { refreshPerson } from "../use-cases/refresh-person.js";
import { whyPerson } from "../use-cases/why-person.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { toCandidate } from "./types/directory.js";
import { make, toProblem } from "./types/problem.js";
import { toChange } from "./types/history.js";
import { RunStarted } from "./types/run.js";
import { GroupReference } from "./types/user.js";
import { GroupPath, RefreshPersonResult, Why, WhyPersonResult } from "./types/why.js";
import { userViews } from "./views.js";

@Resolver()
export class PersonResolver {
  @Query(() => WhyPersonResult, {
    description: "Why somebody is here, or not. Takes the object id of a person or the id of a user, one of the two.",
  })
  async whyPerson(
    @Arg("directoryId", () => ID, { nullable: true }) directoryId: string | null,
    @Arg("userId", () => ID, { nullable: true }) userId: string | null,
    @Ctx() context: ApiContext,
  ): Promise<typeof WhyPersonResult> {
    const caller = callerOf(context);
    const asked = { directoryId: directoryId ?? null, userId: userId ?? null };
    const answer = await whyPerson(context.deps, caller, asked);
    if (!answer.ok) return toProblem(answer.problem);

    const { person, user, paths, changes, ...why } = answer.value;
    const userView = user && (await userViews(context, caller.account))(user);
    return make(Why, {
      ...why,
      nextText: inEnglish(why.nextSentences),
      person:
        person &&
        toCandidate(person, caller.account.shownEmail, candidateOf(person, user ?? undefined).obstacle, userView),
      user: userView,
      paths: paths?.map(({ path, excludes }) => make(GroupPath, { groups: path.map(toReference), excludes })) ?? null,
      changes: changes.map(({ change, running }) => toChange(change, running)),
    });
  }

  @Mutation(() => RefreshPersonResult, {
    description: "Does for one person now what the next run would. Answers with its run at once.",
  })
  async refreshPerson(
    @Arg("directoryId", () => ID) directoryId: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof RefreshPersonResult> {
    const begun = await refreshPerson(context.deps, callerOf(context), directoryId);
    return begun.ok ? make(RunStarted, { run: begun.value }) : toProblem(begun.problem);
  }
}

const toReference = (group: { readonly id: string; readonly displayName: string }) => make(GroupReference, group);
