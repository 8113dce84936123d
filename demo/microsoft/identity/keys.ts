import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { CONSUMER_TENANT_ID, LOGIN_HOST } from "../registration.js";
import type { SigningKey } from "../state/model.js";

const generate = promisify(generateKeyPair);
const TEMPLATE_ISSUER = `https://${LOGIN_HOST}/{tenantid}/v2.0`;

/** One key that signs, one that is published for a later rollover, and one that only the consumer tenant may use. */
export async function newSigningKeys(): Promise<SigningKey[]> {
  const [signing, ...others] = await Promise.all([newSigningKey(), ...keysNobodySignsWith()]);
  return [signing, ...others];
}

let others: Promise<SigningKey>[] | undefined;

/** A key takes a tenth of a second to make; these may be the same for all instances in a process, as tests start many. */
function keysNobodySignsWith(): Promise<SigningKey>[] {
  others ??= [newSigningKey(), newSigningKey(TEMPLATE_ISSUER.replace("{tenantid}", CONSUMER_TENANT_ID))];
  return others;
}

export async function newSigningKey(issuer = TEMPLATE_ISSUER): Promise<SigningKey> {
  const { privateKey } = await generate("rsa", { modulusLength: 2048 });
  const jwk = privateKey.export({ format: "jwk" });
  const kid = createHash("sha1").update(String(jwk.n)).digest("base64url");
  return { kid, jwk: { ...jwk }, issuer };
}

export const isPublished = ({ withdrawn }: SigningKey): boolean => withdrawn !== true;

/** As Microsoft publishes them: several, in no meaningful order, each with the issuer it may sign for. */
export function publishedKeys(keys: readonly SigningKey[]): { keys: object[] } {
  return {
    keys: keys
      .filter(isPublished)
      .reverse()
      .map(({ kid, jwk, issuer }) => ({ kty: "RSA", use: "sig", kid, x5t: kid, n: jwk.n, e: jwk.e, issuer })),
  };
}

const privateKeys = new WeakMap<SigningKey, KeyObject>();
const publicKeys = new WeakMap<SigningKey, KeyObject>();

export function privateKeyOf(key: SigningKey): KeyObject {
  return remembered(privateKeys, key, () => createPrivateKey({ key: key.jwk, format: "jwk" }));
}

export function publicKeyOf(key: SigningKey): KeyObject {
  return remembered(publicKeys, key, () => createPublicKey(privateKeyOf(key)));
}

function remembered(memory: WeakMap<SigningKey, KeyObject>, key: SigningKey, make: () => KeyObject): KeyObject {
  const known = memory.get(key) ?? make();
  memory.set(key, known);
  return known;
}
