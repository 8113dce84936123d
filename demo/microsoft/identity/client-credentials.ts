import { APP_ID_URI, APP_NAME, CLIENT_ID } from "../registration.js";
import type { World } from "../world.js";
import type { Authority } from "./authority.js";
import { missing, missingSecret, type Caller, type Granted } from "./grant.js";
import { apiAppTokenClaims, currentKey, graphAppTokenClaims, sign } from "./tokens.js";

const LIFETIME_SECONDS = 3599;
const GRAPH_SCOPE = "https://graph.microsoft.com/.default";
const OWN_SCOPES: readonly (string | null)[] = [`${APP_ID_URI}/.default`, `${CLIENT_ID}/.default`];

/** The application's own token for one tenant. Lost consent shows in three ways: no principal, a disabled one, or a token without roles. */
export async function clientCredentials(
  world: World,
  form: URLSearchParams,
  authority: Authority,
  caller: Caller,
): Promise<Granted> {
  if (authority.kind !== "TENANT") {
    const message =
      "No tenant-identifying information found in either the request or implied by any provided credentials.";
    return { problem: { error: "invalid_request", aadsts: 50059, message } };
  }
  if (!caller.proven) return { problem: missingSecret };
  const scope = form.get("scope");
  if (scope === null) return { problem: missing("scope") };
  if (scope !== GRAPH_SCOPE && !OWN_SCOPES.includes(scope)) {
    const message = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
    return { problem: { error: "invalid_scope", aadsts: 1002012, message } };
  }

  const { tenant } = authority;
  const { servicePrincipal } = tenant.app;
  if (servicePrincipal === "ABSENT") {
    const message = `The client application ${CLIENT_ID} is missing service principal in the tenant ${tenant.id}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`;
    return { problem: { error: "invalid_client", aadsts: 7000229, status: 401, message } };
  }
  if (servicePrincipal === "DISABLED") {
    return {
      problem: {
        error: "unauthorized_client",
        aadsts: 7000112,
        message: `Application '${CLIENT_ID}'(${APP_NAME}) is disabled.`,
      },
    };
  }

  const key = currentKey(world.state);
  const claims = scope === GRAPH_SCOPE ? graphAppTokenClaims : apiAppTokenClaims;
  const header = scope === GRAPH_SCOPE ? { x5t: key.kid } : {};
  const accessToken = await sign(key, claims(tenant, world.now(), LIFETIME_SECONDS), header);
  return {
    granted: {
      token_type: "Bearer",
      expires_in: LIFETIME_SECONDS,
      ext_expires_in: LIFETIME_SECONDS,
      access_token: accessToken,
    },
  };
}
