import { constants, createHmac, sign, type KeyObject } from "node:crypto";

/** A key under the name it is published by, or by which it would like to be taken for another. */
export interface NamedKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };

const SIGNERS: Readonly<Record<string, (text: Buffer, key: KeyObject) => Buffer>> = {
  RS256: (text, key) => sign("sha256", text, key),
  RS384: (text, key) => sign("sha384", text, key),
  PS256: (text, key) => sign("sha256", text, { key, ...PSS }),
  ES256: (text, key) => sign("sha256", text, { key, dsaEncoding: "ieee-p1363" }),
  none: () => Buffer.alloc(0),
};

/**
 * A signed token, written by hand because libraries rightly refuse to write wrong ones. `header` changes the header of
 * an ordinary one; undefined takes a claim or a header out.
 */
export function signed(claims: unknown, key: NamedKey, header: Readonly<Record<string, unknown>> = {}): string {
  const whole = { typ: "JWT", alg: "RS256", kid: key.kid, ...header };
  const signer = SIGNERS[whole.alg] ?? SIGNERS.RS256;
  return written(whole, claims, (text) => signer?.(text, key.privateKey));
}

/** Signed with a secret that everybody knows: some form of the public key. */
export function signedWithSecret(claims: unknown, kid: string, secret: string | Buffer): string {
  return written({ typ: "JWT", alg: "HS256", kid }, claims, (text) =>
    createHmac("sha256", secret).update(text).digest(),
  );
}

function written(header: object, claims: unknown, signatureOf: (text: Buffer) => Buffer | undefined): string {
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${text}.${signatureOf(Buffer.from(text))?.toString("base64url") ?? ""}`;
}
