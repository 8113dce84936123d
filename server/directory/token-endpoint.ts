import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import type { MicrosoftFetch } from "./transport.js";

/** What the token endpoint last said; `status` null when it said nothing usable. */
export interface TokenAnswer {
  readonly status: number | null;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

export const NO_ANSWER: TokenAnswer = { status: null, body: null, retryAfter: null };

export interface TokenEndpoint extends INetworkModule {
  /** Forgets the last answer, so that it cannot be taken for that of the next question. */
  forget(): void;
  readonly last: () => TokenAnswer | null;
}

/**
 * MSAL's way out. MSAL never sees 429 and 5xx: it would remember them and refuse, for a minute and without asking
 * anybody, to fetch the tokens that an admin pressing "Check again" waits for. Waiting is graph-tokens.ts's.
 */
export function createTokenEndpoint(fetch: MicrosoftFetch): TokenEndpoint {
  let last: TokenAnswer | null = null;

  return {
    forget: () => void (last = null),
    last: () => last,
    sendGetRequestAsync: () => Promise.reject(new Error("App tokens need no discovery.")),
    sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> => {
      last = NO_ANSWER;
      const response = await fetch(url, { method: "POST", headers: options?.headers ?? {}, body: options?.body ?? "" });
      const text = await response.text();
      const retryAfter = response.headers.get("retry-after");
      last = { status: response.status === 200 ? null : response.status, body: null, retryAfter };

      // A body that is not JSON leaves `last` as it is: a 200 without a token is no answer, an HTML 503 is a 503.
      const body: unknown = JSON.parse(text);
      last = { status: response.status, body, retryAfter };
      if (response.status === 429 || response.status >= 500) throw new Error("The token endpoint is not available.");
      return { headers: {}, status: response.status, body: body as T };
    },
  };
}
