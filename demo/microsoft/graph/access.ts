import { jwtVerify } from "jose";
import { isPublished, publicKeyOf } from "../identity/keys.js";
import { GRAPH_HOST } from "../registration.js";
import type { Tenant } from "../state/model.js";
import type { World } from "../world.js";
import { GraphProblem } from "./errors.js";

/** Who asks: the tenant of the token and the permissions it carries. */
export interface Access {
  tenant: Tenant;
  roles: ReadonlySet<string>;
}

export const GRAPH_AUDIENCE = `https://${GRAPH_HOST}`;

const invalidToken = (message: string): GraphProblem => new GraphProblem(401, "InvalidAuthenticationToken", message);

/** Checks the bearer token as Graph does: signature, audience, time, then what the tenant still allows. */
export async function readAccess(world: World, authorization: string | undefined): Promise<Access> {
  const token = /^Bearer\s+(.*)$/i.exec(authorization ?? "")?.[1]?.trim();
  if (!token) throw invalidToken("Access token is empty.");
  const claims = await verify(world, token);
  const tenant = typeof claims.tid === "string" ? world.state.tenants.get(claims.tid) : undefined;
  if (!tenant) throw invalidToken("Access token validation failure. Invalid tenant.");
  if (claims.idtyp === "app" && claims.xms_generation !== tenant.app.tokenGeneration)
    throw invalidToken("Lifetime validation failed, the token is expired.");
  const granted = Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === "string") : [];
  return { tenant, roles: new Set(granted.filter((role) => stillHonoured(tenant, role))) };
}

async function verify(world: World, token: string): Promise<Record<string, unknown>> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = world.state.keys.find((each) => each.kid === kid && isPublished(each));
        if (!key) throw new Error("unknown key");
        return publicKeyOf(key);
      },
      { algorithms: ["RS256"], audience: GRAPH_AUDIENCE, currentDate: world.now(), clockTolerance: 300 },
    );
    return payload;
  } catch (error) {
    throw invalidToken(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  const claim = typeof error === "object" && error !== null && "claim" in error ? error.claim : undefined;
  if (code === "ERR_JWT_EXPIRED" || claim === "nbf") return "Lifetime validation failed, the token is expired.";
  if (claim === "aud") return "Access token validation failure. Invalid audience.";
  if (code === "ERR_JWS_INVALID" || code === "ERR_JWT_INVALID")
    return "CompactToken parsing failed with error code: 80049217";
  return "Access token validation failure.";
}

function stillHonoured({ app }: Tenant, role: string): boolean {
  return app.oldTokensKeepRoles || (app.servicePrincipal === "PRESENT" && app.roles.includes(role));
}
