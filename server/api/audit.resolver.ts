import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { AuditKind as Kind } from "../core/audit.js";
import { auditWords } from "../core/words/audit.js";
import { listAudit } from "../use-cases/audit.js";
import { callerOf } from "./access.js";
import type { ApiContext } from "./context.js";
import { badInput, pageSize } from "./input.js";
import { AuditActor, AuditEvent, AuditEventConnection, AuditSubject, AuditSubjects } from "./types/audit.js";
import { AuditKind } from "./types/enums/decisions.js";
import { pageInfo } from "./types/page-info.js";
import { make, toProblem } from "./types/problem.js";
import { ChangedField } from "./types/history.js";

const MOST_EVENTS_PER_PAGE = 100;
const MOST_SUBJECTS = 400;

@Resolver(() => AuditEvent)
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description: "What people decided in the account, newest first; at most 100 a page.",
  })
  async auditEvents(
    @Arg("first", () => Int, { defaultValue: 25 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("kinds", () => [AuditKind], { nullable: true }) kinds: Kind[] | null,
    @Ctx() context: ApiContext,
  ): Promise<AuditEventConnection> {
    const page = await listAudit(context.deps, callerOf(context), {
      kinds: kinds ?? null,
      first: pageSize(first, MOST_EVENTS_PER_PAGE),
      after: after ?? null,
    });
    if (!page.ok) throw badInput(toProblem(page.problem).message);
    const nodes = page.value.events.map(({ id, at, kind, by, complete, subjects }) =>
      make(AuditEvent, {
        id,
        at,
        kind,
        by: make(AuditActor, { ...by }),
        message: auditWords(kind),
        complete,
        about: subjects,
      }),
    );
    return make(AuditEventConnection, { nodes, pageInfo: pageInfo(page.value.endCursor) });
  }

  @FieldResolver(() => AuditSubjects, { description: "Whom or what it was about; at most 400, which are all." })
  subjects(@Root() { about }: AuditEvent, @Arg("first", () => Int, { defaultValue: 10 }) first: number): AuditSubjects {
    const nodes = about
      .slice(0, pageSize(first, MOST_SUBJECTS))
      .map(({ type, id, name, fields }) =>
        make(AuditSubject, { type, id, name, fields: fields.map((field) => make(ChangedField, { ...field })) }),
      );
    return make(AuditSubjects, { nodes, totalCount: about.length });
  }
}
