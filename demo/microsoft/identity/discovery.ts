import { json, type Reply } from "../http/exchange.js";
import { GRAPH_HOST, LOGIN_HOST } from "../registration.js";
import type { World } from "../world.js";
import type { Authority } from "./authority.js";
import { tokenError } from "./errors.js";
import { publishedKeys } from "./keys.js";

const OPEN_TO_ALL = { "access-control-allow-origin": "*", "cache-control": "max-age=86400, private" };

/** The discovery document; "organizations" and "common" tell the issuer as the literal template {tenantid}. */
export function discoveryDocument(world: World, authority: Authority): Reply {
  if (authority.kind === "UNKNOWN") return tokenError({ ...authority.problem, error: "invalid_tenant" }, world.now());
  const name = authority.kind === "TENANT" ? authority.tenant.id : authority.name;
  const base = `https://${LOGIN_HOST}/${name}`;
  const issuer = `https://${LOGIN_HOST}/${authority.kind === "TENANT" ? authority.tenant.id : "{tenantid}"}/v2.0`;
  const document = {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `https://${GRAPH_HOST}/oidc/userinfo`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "ver"],
    tenant_region_scope: authority.kind === "TENANT" ? "EU" : null,
    cloud_instance_name: "microsoftonline.com",
    cloud_graph_host_name: "graph.windows.net",
    msgraph_host: GRAPH_HOST,
    rbac_url: "https://pas.windows.net",
  };
  return json(200, document, OPEN_TO_ALL);
}

export function keysDocument(world: World): Reply {
  return json(200, publishedKeys(world.state.keys), OPEN_TO_ALL);
}

/** What MSAL asks of a host it does not know. */
export function instanceDiscovery(): Reply {
  const metadata = [
    {
      preferred_network: LOGIN_HOST,
      preferred_cache: "login.windows.net",
      aliases: [LOGIN_HOST, "login.windows.net", "login.microsoft.com", "sts.windows.net"],
    },
  ];
  const tenant_discovery_endpoint = `https://${LOGIN_HOST}/common/v2.0/.well-known/openid-configuration`;
  return json(200, { tenant_discovery_endpoint, "api-version": "1.1", metadata }, OPEN_TO_ALL);
}
