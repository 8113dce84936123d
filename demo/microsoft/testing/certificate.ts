import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

export interface TestCertificate {
  /** PEM. */
  readonly certificate: string;
  /** PKCS#8 in PEM. */
  readonly privateKey: string;
  readonly key: KeyObject;
  /** SHA-256 in upper-case hex. */
  readonly thumbprint: string;
}

/** The AlgorithmIdentifier sha256WithRSAEncryption. */
const SHA256_WITH_RSA = Buffer.from("300d06092a864886f70d01010b0500", "hex");
const VERSION_3 = Buffer.from("a003020102", "hex");
const COMMON_NAME = Buffer.from("0603550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");
const HOUR_MS = 3_600_000;

/**
 * A new key and a certificate that it signed for itself, as `openssl req -x509` makes them (RFC 5280, 4.1). Node reads
 * certificates but makes none; these forty lines spare two dozen packages. Good from an hour ago until `expiresAt`, in
 * an hour when absent; with `host`, for a TLS server of that name.
 */
export function newCertificate(
  about: { expiresAt?: Date; modulusLength?: number; host?: string } = {},
): TestCertificate {
  const { expiresAt = new Date(Date.now() + HOUR_MS), modulusLength = 2048 } = about;
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from("Rollcall test")))));
  const validity = sequence(time(new Date(Math.min(Date.now(), expiresAt.getTime()) - HOUR_MS)), time(expiresAt));
  const serialNumber = der(0x02, Buffer.from([0x01, ...randomBytes(15)]));
  const publicKeyInfo = publicKey.export({ type: "spki", format: "der" });
  const extensions = about.host === undefined ? [] : [der(0xa3, sequence(alternativeName(about.host)))];
  const content = sequence(
    VERSION_3,
    serialNumber,
    SHA256_WITH_RSA,
    name,
    validity,
    name,
    publicKeyInfo,
    ...extensions,
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", content, privateKey));
  const certificate = sequence(content, SHA256_WITH_RSA, signature);
  return {
    certificate: pem("CERTIFICATE", certificate),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    key: privateKey,
    thumbprint: createHash("sha256").update(certificate).digest("hex").toUpperCase(),
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);

const alternativeName = (host: string): Buffer =>
  sequence(SUBJECT_ALT_NAME, der(0x04, sequence(der(0x82, Buffer.from(host)))));

/** UTCTime: 260504120000Z. */
const time = (at: Date): Buffer => der(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-T:]/g, "")}Z`));

function pem(label: string, content: Buffer): string {
  const lines = content.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
