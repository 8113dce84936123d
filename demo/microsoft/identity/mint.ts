import type { JWTPayload } from "jose";
import { CLIENT_ID } from "../registration.js";
import type { World } from "../world.js";
import { apiTokenClaims, currentKey, newLifetimeSeconds, sign } from "./tokens.js";

/** A token for our API without any sign-in: for tests and for trying the API with curl. Blocked people get one too; it tells what a still living token may do. */
export async function mintApiToken(
  world: World,
  who: { tenantId: string; personId: string; azp?: string; claims?: JWTPayload },
): Promise<string> {
  const tenant = world.state.tenants.get(who.tenantId);
  const person = tenant?.people.get(who.personId) ?? tenant?.deletedPeople.get(who.personId);
  if (!tenant || !person) throw new Error(`There is no person ${who.personId} in tenant ${who.tenantId}.`);
  const claims = apiTokenClaims(
    { tenant, person },
    { azp: who.azp ?? CLIENT_ID, now: world.now(), lifetime: newLifetimeSeconds() },
  );
  return sign(currentKey(world.state), { ...claims, ...who.claims });
}
