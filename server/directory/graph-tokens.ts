import { ok, problem } from "../core/result.js";
import type { DirectoryResult } from "../use-cases/ports.js";
import { createClientApplications } from "./client-applications.js";
import type { ClientCredential, CredentialOrder } from "./client-credentials.js";
import { decideRetry, ONCE_MORE, type Patience, type RetryPolicy } from "./graph-retry.js";
import { NO_ANSWER, type TokenAnswer } from "./token-endpoint.js";
import { credentialRefusal, tokenProblem } from "./token-problems.js";
import type { Log, MicrosoftFetch } from "./transport.js";

const POLICY: RetryPolicy = { ...ONCE_MORE, failures: 3 };

export interface GraphTokens {
  /**
   * An app-only token for Graph in this tenant; opaque, never to be parsed. `fresh` skips MSAL's cache of about an
   * hour, in which a new consent and a withdrawn one are invisible. `notThis` is a token Graph has just refused.
   */
  get(wish?: { readonly fresh?: boolean; readonly notThis?: string }): Promise<DirectoryResult<string>>;
  /** Graph said "forbidden" to this token: it is not used again, or a consent given since would not show for an hour. */
  distrust(token: string): void;
}

export function createGraphTokens(
  options: {
    readonly tenantId: string;
    readonly clientId: string;
    readonly credentials: CredentialOrder;
    readonly fetch: MicrosoftFetch;
    readonly log: Log;
  } & Patience,
): GraphTokens {
  const { tenantId, credentials } = options;
  const applications = createClientApplications(options);

  let latest: { readonly token: string; readonly by: ClientCredential } | null = null;
  let quietUntil = new Date(0);
  let queue: Promise<unknown> = Promise.resolve();

  /** Shows one credential after the other, until one is not refused for what it is. */
  const once = async (fresh: boolean): Promise<DirectoryResult<string> | TokenAnswer> => {
    let answer = NO_ANSWER;
    for (const by of credentials.inTurn()) {
      // What lies in the cache of another application than our latest token's is older than that token.
      const shown = await applications.show(by, fresh || latest?.by !== by);
      if ("token" in shown) {
        latest = { token: shown.token, by };
        return ok(shown.token);
      }
      if ("refused" in shown) {
        options.log({ event: "token.refused_locally", tenantId, code: shown.code });
        return problem({ code: "CONFIGURATION_BROKEN", trouble: "CREDENTIALS_REFUSED", detail: shown.code });
      }
      answer = shown.answer;
      const detail = credentialRefusal(answer);
      if (detail === null) return answer;

      credentials.refused(by);
      const credential = credentials.placeOf(by);
      options.log({ level: "warn", event: "token.credential_refused", credential, kind: by.kind, tenantId, detail });
    }
    return answer;
  };

  const acquire = async (fresh: boolean): Promise<DirectoryResult<string>> => {
    for (let failures = 0, throttles = 0; ;) {
      if (quietUntil > options.now()) return problem({ code: "THROTTLED", retryAt: quietUntil });
      const answer = await once(fresh);
      if ("ok" in answer) return answer;

      latest = null;
      const { retryAfter } = answer;
      // A 200 without a token in it is no answer.
      const status = answer.status === 200 ? null : answer.status;
      if (status === 429) throttles += 1;
      else failures += 1;
      const [now, random] = [options.now(), options.random()];
      const decision = decideRetry({ status, retryAfter, failures, throttles, policy: POLICY, now, random });
      options.log({ event: "token.failed", tenantId, status, again: decision.again });

      if (decision.again) await options.sleep(decision.waitMs);
      else {
        if (decision.retryAt !== null) quietUntil = decision.retryAt;
        return problem(problemOf(answer, decision.retryAt));
      }
    }
  };

  return {
    distrust(token) {
      if (latest?.token === token) latest = null;
    },
    get: (wish = {}) => {
      // One at a time: four lanes that start together, or meet a dead token together, cost one request and not four.
      const next = queue.then(() => acquire(wish.fresh === true || wish.notThis === latest?.token));
      queue = next.catch(() => undefined);
      return next;
    },
  };
}

function problemOf({ status, body }: TokenAnswer, retryAt: Date | null) {
  const found =
    status === null || status === 200
      ? { code: "DIRECTORY_UNREACHABLE" as const, detail: "Microsoft's sign-in service did not answer." }
      : tokenProblem(status, body);
  return retryAt === null ? found : { ...found, retryAt };
}
