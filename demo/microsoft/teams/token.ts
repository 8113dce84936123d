import { isBlocked, personAt, readAuthority } from "../identity/authority.js";
import { mintApiToken } from "../identity/mint.js";
import { TEAMS_WEB_CLIENT_ID } from "../registration.js";
import { ControlProblem } from "../state/hands.js";
import type { World } from "../world.js";

/** What `authentication.getAuthToken` comes to: Teams asks for whoever is signed in to it, with its own client id. */
export async function teamsToken(world: World, who: { tenantId: string; personId: string }): Promise<object> {
  const found = personAt(world.state, readAuthority(world.state, who.tenantId), who);
  // Teams has one word for whatever Microsoft's sign-in has to ask the person about
  if (!found || isBlocked(world.state, found)) throw new ControlProblem("interaction_required");
  return { access_token: await mintApiToken(world, { ...who, azp: TEAMS_WEB_CLIENT_ID }) };
}
