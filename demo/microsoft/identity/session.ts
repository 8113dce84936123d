import { headerOf, type Call } from "../http/exchange.js";
import { LOGIN_HOST } from "../registration.js";
import type { World } from "../world.js";
import { personAt, type Authority, type SignedIn } from "./authority.js";
import { readTicket, writeTicket } from "./own-tokens.js";

const COOKIE = "PRETENDAUTH";
// Cookies know no ports: without the path, every server on 127.0.0.1 would be handed this one.
const ATTRIBUTES = `Path=/${LOGIN_HOST}/; HttpOnly; SameSite=Lax`;

/** Who is signed in in this browser, as the authority sees them. */
export async function signedIn(world: World, call: Call, authority: Authority): Promise<SignedIn | undefined> {
  const cookie = (headerOf(call, "cookie") ?? "").split(/;\s*/).find((each) => each.startsWith(`${COOKIE}=`));
  const found = cookie === undefined ? undefined : await readTicket(world, "session", cookie.slice(COOKIE.length + 1));
  return found && personAt(world.state, authority, found.ticket);
}

/** A guest who is a member of another simulated tenant signs in there; the cookie remembers who they are at home. */
export async function sessionCookie(world: World, who: SignedIn): Promise<string> {
  const home = who.person.home ?? { tenantId: who.tenant.id, personId: who.person.id };
  return `${COOKIE}=${await writeTicket(world, { use: "session", scope: "", ...home })}; ${ATTRIBUTES}; Max-Age=2592000`;
}

export const endedSessionCookie = `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
