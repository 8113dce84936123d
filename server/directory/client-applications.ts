import { ConfidentialClientApplication, type NodeAuthOptions } from "@azure/msal-node";
import type { ClientCredential } from "./client-credentials.js";
import { createTokenEndpoint, NO_ANSWER, type TokenAnswer } from "./token-endpoint.js";
import type { MicrosoftFetch } from "./transport.js";

const LOGIN_ORIGIN = "https://login.microsoftonline.com";
const SCOPES = ["https://graph.microsoft.com/.default"];

/** What comes of showing a credential. MSAL may refuse before it asks anybody. */
export type Shown =
  | { readonly token: string }
  | { readonly answer: TokenAnswer }
  | { readonly refused: "LOCALLY"; readonly code: string };

/** MSAL in one tenant, as one application a credential, each with a token cache of its own. One question at a time. */
export interface ClientApplications {
  show(credential: ClientCredential, skipCache: boolean): Promise<Shown>;
}

export function createClientApplications(options: {
  readonly tenantId: string;
  readonly clientId: string;
  readonly fetch: MicrosoftFetch;
}): ClientApplications {
  const endpoint = createTokenEndpoint(options.fetch);
  const known = new Map<ClientCredential, ConfidentialClientApplication>();

  const open = (credential: ClientCredential): ConfidentialClientApplication => {
    const { clientId, tenantId } = options;
    const auth = { clientId, authority: `${LOGIN_ORIGIN}/${tenantId}`, ...asMsalWants(credential) };
    return new ConfidentialClientApplication({ auth, system: { networkClient: endpoint } });
  };

  return {
    async show(credential, skipCache) {
      const application = known.get(credential) ?? open(credential);
      known.set(credential, application);
      endpoint.forget();
      try {
        const result = await application.acquireTokenByClientCredential({ scopes: SCOPES, skipCache });
        if (result?.accessToken) return { token: result.accessToken };
      } catch (error) {
        const answer = endpoint.last();
        // MSAL's words may quote our configuration, so only the code of its own refusals is handed on.
        return answer === null ? { refused: "LOCALLY", code: localCode(error) } : { answer };
      }
      return { answer: endpoint.last() ?? NO_ANSWER };
    },
  };
}

function asMsalWants(credential: ClientCredential): Pick<NodeAuthOptions, "clientSecret" | "clientCertificate"> {
  if (credential.kind === "SECRET") return { clientSecret: credential.secret };
  const { thumbprintSha256, privateKey } = credential;
  return { clientCertificate: { thumbprintSha256, privateKey } };
}

function localCode(error: unknown): string {
  const code = typeof error === "object" && error !== null && "errorCode" in error ? error.errorCode : null;
  return typeof code === "string" ? code : "unknown";
}
