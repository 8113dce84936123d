import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Bearer, Clock } from "../use-cases/ports.js";

/** How often somebody may ask within a minute. */
export interface RateLimits {
  /** Any request from one address but for health and the tab's files. A whole office may be one address. */
  readonly address: number;
  /** GraphQL requests of one person. */
  readonly user: number;
  /** Mutations and previews of one person that reach Microsoft: a loop of them would eat the tenant's allowance for everybody. */
  readonly changes: number;
  /** Reads of one person that reach Microsoft; a search asks at every pause in the typing. */
  readonly reads: number;
}

export const RATE_LIMITS: RateLimits = { address: 600, user: 300, changes: 30, reads: 120 };

/** What a request is counted against. */
export type Budget = "all" | "changes" | "reads";

const MINUTE_MS = 60_000;

export interface UserLimits {
  /** Counts one more, or throws a RATE_LIMITED error once the person has used up this minute's budget. */
  spend(who: Pick<Bearer, "tenantId" | "objectId">, budget: Budget): void;
}

/**
 * Counts per person and minute of the clock, in this process: two servers allow twice as much, which still is a limit.
 * Only verified tokens are counted, so strangers cannot fill the memory.
 */
export function createUserLimits(now: Clock, limits: RateLimits = RATE_LIMITS): UserLimits {
  const most: Readonly<Record<Budget, number>> = { all: limits.user, changes: limits.changes, reads: limits.reads };
  const used = new Map<string, number>();
  let countedMinute = 0;

  return {
    spend({ tenantId, objectId }, budget) {
      const ms = now().getTime();
      const minute = Math.floor(ms / MINUTE_MS);
      if (minute !== countedMinute) used.clear();
      countedMinute = minute;

      const key = `${budget} ${tenantId} ${objectId}`;
      const before = used.get(key) ?? 0;
      if (before >= most[budget]) throw rateLimited(Math.ceil(((minute + 1) * MINUTE_MS - ms) / 1000));
      used.set(key, before + 1);
    },
  };
}

export function rateLimitWords(seconds: number): string {
  return `That was too often. Nothing is lost; please try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
}

function rateLimited(seconds: number): GraphQLError {
  return new GraphQLError(rateLimitWords(seconds), {
    extensions: {
      code: "RATE_LIMITED",
      http: { status: 429, headers: new HeaderMap([["retry-after", String(seconds)]]) },
    },
  });
}
