import type { KeyObject } from "node:crypto";
import { jwtVerify } from "jose";
import type { World } from "../world.js";
import { publicKeyOf } from "./keys.js";
import { currentKey, sign } from "./tokens.js";

/**
 * Refresh tokens and session cookies, which only the identity platform itself reads. Signed rather than stored: they live
 * through a restart and cost no state.
 */
export interface Ticket {
  use: "refresh" | "session";
  tenantId: string;
  personId: string;
  scope: string;
}

const AUDIENCE = "pretend-microsoft";
/** A single-page application's refresh token dies a day after sign-in, however often it is renewed. */
export const REFRESH_SECONDS = 24 * 3600;
const SESSION_SECONDS = 30 * 24 * 3600;

export async function writeTicket(world: World, ticket: Ticket, expiresAt?: number): Promise<string> {
  const now = Math.floor(world.now().getTime() / 1000);
  const exp = expiresAt ?? now + (ticket.use === "refresh" ? REFRESH_SECONDS : SESSION_SECONDS);
  return sign(currentKey(world.state), { ...ticket, aud: AUDIENCE, iat: now, exp });
}

/** A withdrawn key still opens what is only for ourselves: a new key signs nobody out. */
function keyOfTicket({ state }: World, kid: string | undefined): KeyObject {
  const key = state.keys.find((each) => each.kid === kid);
  if (!key) throw new Error("unknown key");
  return publicKeyOf(key);
}

/** The ticket and when it ends; undefined when it is not ours, of another use, or over. */
export async function readTicket(
  world: World,
  use: Ticket["use"],
  token: string,
): Promise<{ ticket: Ticket; expiresAt: number } | undefined> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOfTicket(world, kid), {
      audience: AUDIENCE,
      currentDate: world.now(),
      algorithms: ["RS256"],
    });
    const { tenantId, personId, scope } = payload;
    if (
      payload.use !== use ||
      typeof tenantId !== "string" ||
      typeof personId !== "string" ||
      typeof scope !== "string"
    )
      return undefined;
    return { ticket: { use, tenantId, personId, scope }, expiresAt: payload.exp ?? 0 };
  } catch {
    return undefined;
  }
}
