import { ConfidentialClientApplication } from "@azure/msal-node";
import { ok, problem } from "../core/result.js";
import type { DirectoryResult } from "../use-cases/ports.js";
import { decideRetry, ONCE_MORE, type Patience, type RetryPolicy } from "./graph-retry.js";
import { createTokenEndpoint, type TokenAnswer } from "./token-endpoint.js";
import { tokenProblem } from "./token-problems.js";
import type { Log, MicrosoftFetch } from "./transport.js";

const LOGIN_ORIGIN = "https://login.microsoftonline.com";
const SCOPES = ["https://graph.microsoft.com/.default"];
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
    readonly clientSecret: string;
    readonly fetch: MicrosoftFetch;
    readonly log: Log;
  } & Patience,
): GraphTokens {
  const endpoint = createTokenEndpoint(options.fetch);
  const { clientId, clientSecret } = options;
  const msal = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: `${LOGIN_ORIGIN}/${options.tenantId}` },
    system: { networkClient: endpoint },
  });

  let latest: string | null = null;
  let quietUntil = new Date(0);
  let queue: Promise<unknown> = Promise.resolve();

  const once = async (skipCache: boolean): Promise<DirectoryResult<string> | TokenAnswer> => {
    endpoint.forget();
    try {
      const result = await msal.acquireTokenByClientCredential({ scopes: SCOPES, skipCache });
      if (result?.accessToken) return ok((latest = result.accessToken));
    } catch (error) {
      const answer = endpoint.last();
      if (answer !== null) return answer;
      // MSAL refused before it asked anybody. Its words may quote our configuration, so only the code is logged.
      options.log({ event: "token.refused_locally", tenantId: options.tenantId, code: localCode(error) });
      return problem({ code: "CONFIGURATION_BROKEN", detail: localCode(error) });
    }
    return endpoint.last() ?? { status: null, body: null, retryAfter: null };
  };

  const acquire = async (skipCache: boolean): Promise<DirectoryResult<string>> => {
    for (let failures = 0, throttles = 0; ;) {
      if (quietUntil > options.now()) return problem({ code: "THROTTLED", retryAt: quietUntil });
      const answer = await once(skipCache);
      if ("ok" in answer) return answer;

      latest = null;
      const { retryAfter } = answer;
      // A 200 without a token in it is no answer.
      const status = answer.status === 200 ? null : answer.status;
      if (status === 429) throttles += 1;
      else failures += 1;
      const [now, random] = [options.now(), options.random()];
      const decision = decideRetry({ status, retryAfter, failures, throttles, policy: POLICY, now, random });
      options.log({ event: "token.failed", tenantId: options.tenantId, status, again: decision.again });

      if (decision.again) await options.sleep(decision.waitMs);
      else {
        if (decision.retryAt !== null) quietUntil = decision.retryAt;
        return problem(problemOf(answer, decision.retryAt));
      }
    }
  };

  return {
    distrust(token) {
      if (latest === token) latest = null;
    },
    get: (wish = {}) => {
      // One at a time: four lanes that start together, or meet a dead token together, cost one request and not four.
      const next = queue.then(() => {
        const stale = latest === null || wish.notThis === latest;
        return acquire(wish.fresh === true || stale);
      });
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

function localCode(error: unknown): string {
  const code = typeof error === "object" && error !== null && "errorCode" in error ? error.errorCode : null;
  return typeof code === "string" ? code : "unknown";
}
