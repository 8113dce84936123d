import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ClientCredential } from "./directory/client-credentials.js";

/** One while all is quiet, two while one replaces the other. */
const MOST = 2;
/** What Microsoft takes signatures of at the least. */
const RSA_BITS = 2048;

const MISSING = "ENTRA_CLIENT_SECRET is missing, or else ENTRA_CLIENT_SECRET_FILE or ENTRA_CLIENT_CERTIFICATE_FILE";
const PEM = /-----BEGIN ([A-Z0-9 ]+)-----.+?-----END \1-----/gs;
const ENCRYPTED = /ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/;

/** A credential, or what is wrong with it, in words that follow the name of the setting. */
type Read = { readonly good: ClientCredential; readonly expiresAt: Date | null } | { readonly bad: string };

/** The settings that hold credentials. A certificate is shown to Microsoft before a secret that stands beside it. */
const READERS: Readonly<Record<string, (value: string) => readonly Read[]>> = {
  ENTRA_CLIENT_CERTIFICATE_FILE: (paths) => parts(paths, ",").map(certificateIn),
  ENTRA_CLIENT_SECRET: (secrets) => parts(secrets, ",").map(secret),
  ENTRA_CLIENT_SECRET_FILE: secretsIn,
};

/**
 * The one or two credentials of the registration, in the order in which they are shown, and all that is wrong with the
 * settings that hold them: by name and never by value.
 */
export function clientCredentials(
  set: Readonly<Record<string, string>>,
  now: Date,
): {
  readonly credentials: readonly ClientCredential[];
  /** When the last of them runs out; null where one is a secret, whose date only Microsoft knows. */
  readonly expireAt: Date | null;
  readonly problems: readonly string[];
} {
  const reads = Object.entries(READERS).flatMap(([key, read]) => {
    const found = set[key] === undefined ? [] : read(set[key]);
    return found.map((each, index) => ({ key, which: found.length > 1 ? ` (number ${index + 1})` : "", each }));
  });
  const good = reads.flatMap(({ each }) => ("good" in each ? [each] : []));
  const keys = [...new Set(reads.map(({ key }) => key))].join(" and ");

  const problems = reads.flatMap(({ key, which, each }) => ("bad" in each ? [`${key} ${each.bad}${which}`] : []));
  if (reads.length === 0) problems.push(MISSING);
  if (reads.length > MOST) problems.push(`${keys}: more than two credentials`);
  // One that has expired may lie about while the other works. That all have is known before anybody waits for a run.
  if (good.length > 0 && good.every(({ expiresAt }) => expiresAt !== null && expiresAt <= now))
    problems.push(`${keys} names nothing but certificates that have expired`);
  const dates = good.map(({ expiresAt }) => expiresAt?.getTime() ?? Infinity);
  const last = dates.length > 0 ? Math.max(...dates) : Infinity;
  return { credentials: good.map((each) => each.good), expireAt: last === Infinity ? null : new Date(last), problems };
}

function parts(text: string, separator: string): string[] {
  return text.split(separator).flatMap((part) => part.trim() || []);
}

const secret = (text: string): Read => ({ good: { kind: "SECRET", secret: text }, expiresAt: null });

/** One secret a line, so that one may hold a comma. */
function secretsIn(path: string): Read[] {
  const text = textOf(path);
  if (text === null) return [{ bad: "names a file that cannot be read" }];
  const lines = parts(text, "\n");
  return lines.length === 0 ? [{ bad: "names a file that is empty" }] : lines.map(secret);
}

/** A PEM file with a private key and its certificate, in any order; a chain may stand beside it. */
function certificateIn(path: string): Read {
  const text = textOf(path);
  if (text === null) return { bad: "names a file that cannot be read" };
  const blocks = [...text.matchAll(PEM)].map(([pem, label = ""]) => ({ pem, label }));
  const certificates = blocks.filter(({ label }) => label === "CERTIFICATE");
  const [key] = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  if (certificates.length === 0) return { bad: "names a file without a certificate in PEM" };
  if (!key) return { bad: "names a file without a private key in PEM" };
  if (ENCRYPTED.test(key.pem)) return { bad: "names a file whose private key is encrypted, and must not be" };

  const privateKey = orNull(() => createPrivateKey(key.pem));
  if (!privateKey) return { bad: "names a file whose private key cannot be read" };
  if (privateKey.asymmetricKeyType !== "rsa" || (privateKey.asymmetricKeyDetails?.modulusLength ?? 0) < RSA_BITS)
    return { bad: `names a file whose private key is not RSA of ${RSA_BITS} bits or more` };
  const readable = orNull(() => certificates.map(({ pem }) => new X509Certificate(pem)));
  if (!readable) return { bad: "names a file whose certificate cannot be read" };
  const own = readable.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (!own) return { bad: "names a file whose private key does not belong to its certificate" };
  return {
    good: {
      kind: "CERTIFICATE",
      thumbprintSha256: own.fingerprint256.replaceAll(":", ""),
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    },
    expiresAt: new Date(own.validTo),
  };
}

function textOf(path: string): string | null {
  return orNull(() => readFileSync(path, "utf8"));
}

function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
