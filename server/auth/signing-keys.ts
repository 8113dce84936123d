import { importJWK, type CryptoKey } from "jose";
import { z } from "zod";
import type { Clock } from "../use-cases/ports.js";

const KEYS_URL = "https://login.microsoftonline.com/organizations/discovery/v2.0/keys";

/** Microsoft's documented policy: keys live a day, and an unknown one is a reason to look at most every 5 minutes. */
const LIFE_MS = 24 * 3_600_000;
const UNKNOWN_KEY_MS = 5 * 60_000;
/** After a failed look every request would ask again; this keeps them from queueing up at a dead host. */
const AFTER_FAILURE_MS = 2_000;
/** A key list past its day is asked for again this often while Microsoft does not answer. */
const STALE_MS = 60_000;

const keySchema = z.object({
  kty: z.literal("RSA"),
  kid: z.string().min(1),
  use: z.literal("sig").optional(),
  alg: z.literal("RS256").optional(),
  n: z.string(),
  e: z.string(),
  issuer: z.string(),
});

/** A key, and the issuer it may speak for: a tenant's own, or the template that stands for any tenant. */
export interface SigningKey {
  readonly kid: string;
  readonly issuer: string;
  readonly key: CryptoKey;
}

export interface SigningKeys {
  /** The keys of that name: usually one, none for a name Microsoft does not know. Throws while no keys can be had. */
  named(kid: string): Promise<readonly SigningKey[]>;
  /** Loads the keys if there are none; false when Microsoft cannot be reached. */
  ready(): Promise<boolean>;
}

export function createSigningKeys(options: {
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>;
  readonly now: Clock;
}): SigningKeys {
  const now = () => options.now().getTime();
  let keys: readonly SigningKey[] = [];
  let loadedAt = -Infinity;
  let triedAt = -Infinity;
  let failedAt = -Infinity;
  let lookedForUnknownAt = -Infinity;
  let loading: Promise<boolean> | null = null;

  /** Keeps the last good list when Microsoft does not answer, or answers without a usable key; tells whether there is a new one. */
  const load = (): Promise<boolean> => {
    loading ??= (async () => {
      triedAt = now();
      // A failure the caller sees by the keys that are still missing.
      const fresh = await fetchKeys(options.fetch).catch(() => []);
      if (fresh.length > 0) [keys, loadedAt] = [fresh, now()];
      else failedAt = now();
      loading = null;
      return fresh.length > 0;
    })();
    return loading;
  };

  const refreshIfOld = async () => {
    if (keys.length === 0) {
      if (loading !== null || now() - failedAt >= AFTER_FAILURE_MS) await load();
    } else if (now() - loadedAt >= LIFE_MS && now() - triedAt >= STALE_MS) await load();
  };

  return {
    ready: async () => {
      await refreshIfOld();
      return keys.length > 0;
    },
    named: async (kid) => {
      await refreshIfOld();
      if (keys.length === 0) throw new Error("Microsoft's signing keys cannot be fetched.");

      const known = keys.filter((key) => key.kid === kid);
      if (known.length > 0) return known;

      if (loading !== null) await loading;
      else if (now() - lookedForUnknownAt >= UNKNOWN_KEY_MS && now() - failedAt >= AFTER_FAILURE_MS) {
        // A look that failed was none: else a key that is new today would be refused for five minutes more.
        if (await load()) lookedForUnknownAt = now();
      }
      return keys.filter((key) => key.kid === kid);
    },
  };
}

async function fetchKeys(
  fetch: (url: string | URL, init?: RequestInit) => Promise<Response>,
): Promise<readonly SigningKey[]> {
  const response = await fetch(KEYS_URL, { headers: { Accept: "application/json" } });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`Microsoft's signing keys: status ${String(response.status)}.`);
  }
  const { keys } = z.object({ keys: z.array(z.unknown()) }).parse(await response.json());

  const imported = await Promise.all(keys.map(importKey));
  return imported.filter((key) => key !== null);
}

/** One odd key must not cost the others. */
async function importKey(row: unknown): Promise<SigningKey | null> {
  const parsed = keySchema.safeParse(row);
  if (!parsed.success) return null;
  const { kty, kid, n, e, issuer } = parsed.data;
  try {
    const key = await importJWK({ kty, n, e, alg: "RS256" }, "RS256");
    return key instanceof Uint8Array ? null : { kid, issuer, key };
  } catch {
    return null;
  }
}
