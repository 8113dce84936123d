import { z } from "zod";
import type { Bearer } from "../use-cases/ports.js";

/** The tenant of private Microsoft accounts: anybody can be in it, so nobody from it is let in. */
const CONSUMER_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

const SCOPE = "access_as_user";

const guid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/**
 * Types and all: the signature says who wrote the claims, not what is in them, and a claim that is an object instead
 * of a string would go on into a database query.
 */
const claimsSchema = z.object({
  ver: z.literal("2.0"),
  iss: z.string(),
  aud: z.string(),
  tid: guid,
  oid: guid,
  azp: guid,
  scp: z.string(),
  exp: z.number(),
  nbf: z.number(),
  idtyp: z.literal("user").optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  acct: z.number().optional(),
  wids: z.array(z.string()).optional(),
});

/** Which tokens are meant for us. */
export interface Expected {
  readonly clientId: string;
  /** Applications that may fetch a token for us, in lower case. */
  readonly clients: ReadonlySet<string>;
}

/**
 * The bearer these claims speak of, or null when they are not those of a user's token for this API. Pure; signature,
 * time and audience were checked before, the audience is checked here again because it costs nothing.
 */
export function bearerOf(payload: unknown, expected: Expected): Bearer | null {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) return null;

  const claims = parsed.data;
  const meant =
    claims.aud === expected.clientId &&
    claims.iss === issuerOf(claims.tid) &&
    claims.tid !== CONSUMER_TENANT &&
    claims.scp.split(" ").includes(SCOPE) &&
    expected.clients.has(claims.azp);
  if (!meant) return null;

  return {
    tenantId: claims.tid,
    objectId: claims.oid,
    name: claims.name ?? claims.preferred_username ?? "",
    userName: claims.preferred_username ?? null,
    homeMember: claims.acct === 0 ? true : claims.acct === 1 ? false : null,
    directoryRoles: claims.wids ?? [],
  };
}

export const issuerOf = (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}/v2.0`;
