import type { IncomingMessage } from "node:http";
import type { UserLimits } from "./rate-limit.js";
import type { Refusal } from "../core/refusal.js";
import { identify, type Caller } from "../use-cases/sign-in.js";
import type { Bearer, Clock, Directories, Scheduler, Sealer, Stores, TokenVerifier } from "../use-cases/ports.js";

/** Everything a resolver may hand to a use case; each use case takes only what it names. */
export interface ApiDeps extends Stores {
  readonly directories: Directories;
  readonly scheduler: Scheduler;
  readonly sealer: Sealer;
  readonly verifier: TokenVerifier;
  readonly now: Clock;
  readonly userLimits: UserLimits;
  readonly selfSignup: boolean;
  readonly publicUrl: string;
  readonly mailAvailable: boolean;
  /** Whether webhooks may lead to this machine: in a trial. */
  readonly loopbackWebhooks: boolean;
  readonly intervalSeconds: number;
  readonly credentialsExpireAt: Date | null;
}

/** Who is asking, as far as a verified token and the account's own record say. */
export type Identity =
  | { readonly kind: "ANONYMOUS" }
  | { readonly kind: "REFUSED"; readonly bearer: Bearer; readonly refusal: Refusal }
  | { readonly kind: "CALLER"; readonly bearer: Bearer; readonly caller: Caller };

export interface ApiContext {
  readonly requestId: string;
  readonly deps: ApiDeps;
  readonly identity: Identity;
}

export async function identityOf(deps: ApiDeps, request: IncomingMessage): Promise<Identity> {
  const token = bearerToken(request.headersDistinct.authorization);
  const bearer = token === null ? null : await deps.verifier.verify(token);
  if (!bearer) return { kind: "ANONYMOUS" };
  deps.userLimits.spend(bearer, "all"); // before the database is asked for them

  const identified = await identify(deps, bearer);
  return identified.ok
    ? { kind: "CALLER", bearer, caller: identified.value }
    : { kind: "REFUSED", bearer, refusal: identified.problem };
}

/** Of two headers whoever stands before us may have looked at the other one, so neither is believed. */
function bearerToken([header = "", ...others]: readonly string[] = []): string | null {
  if (others.length > 0) return null;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1] ?? null;
}
