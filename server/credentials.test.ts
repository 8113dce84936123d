import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCertificate } from "../demo/microsoft/testing/certificate.js";
import { clientCredentials } from "./credentials.js";

const NOW = new Date();
const [one, two] = [newCertificate(), newCertificate()];
const expired = newCertificate({ expiresAt: new Date(NOW.getTime() - 1000) });
const short = newCertificate({ modulusLength: 1024 });
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const encrypted = { cipher: "aes-256-cbc", passphrase: "canary", format: "pem" } as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-credentials-"));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function fileOf(text: string): Promise<string> {
  const file = join(folder, `canary-${++files}`);
  await writeFile(file, text);
  return file;
}

const read = (set: Record<string, string>) => clientCredentials(set, NOW);
const secrets = (...values: string[]) => values.map((secret) => ({ kind: "SECRET", secret }));
const shown = ({ thumbprint, privateKey }: typeof one) => ({
  kind: "CERTIFICATE",
  thumbprintSha256: thumbprint,
  privateKey,
});

describe("the credentials", () => {
  it.each([
    ["one secret", "one", ["one"]],
    ["two while one replaces the other", "new, old", ["new", "old"]],
    ["one whose other half is not set", "one,", ["one"]],
  ])("are %s from the environment", (_what, setting, values) => {
    expect(read({ ENTRA_CLIENT_SECRET: setting })).toEqual({
      credentials: secrets(...values),
      expireAt: null,
      problems: [],
    });
  });

  it.each([
    ["one secret", "one\n", ["one"]],
    ["two, a line each, commas and all", "ne,w\r\nold\r\n\r\n", ["ne,w", "old"]],
  ])("are %s from a file", async (_what, text, values) => {
    const found = read({ ENTRA_CLIENT_SECRET_FILE: await fileOf(text) });

    expect(found).toEqual({ credentials: secrets(...values), expireAt: null, problems: [] });
  });

  it.each([
    ["its certificate first", one.certificate + one.privateKey],
    ["its key first and notes between", `Bag Attributes\n${one.privateKey}notes\n${one.certificate}`],
    ["another certificate of the chain beside it", two.certificate + one.certificate + one.privateKey],
    ["lines as Windows ends them", (one.certificate + one.privateKey).replaceAll("\n", "\r\n")],
    ["its key in PKCS#1", one.certificate + one.key.export({ type: "pkcs1", format: "pem" }).toString()],
  ])("are a certificate from a PEM file with %s", async (_what, text) => {
    const found = read({ ENTRA_CLIENT_CERTIFICATE_FILE: await fileOf(text) });

    expect(found).toMatchObject({ credentials: [shown(one)], problems: [] });
  });

  it("are two certificates, or a certificate before a secret", async () => {
    const [first, second] = [
      await fileOf(one.certificate + one.privateKey),
      await fileOf(two.certificate + two.privateKey),
    ];

    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: `${first},${second}` }).credentials).toEqual([shown(one), shown(two)]);
    expect(read({ ENTRA_CLIENT_SECRET: "old", ENTRA_CLIENT_CERTIFICATE_FILE: first })).toEqual({
      credentials: [shown(one), ...secrets("old")],
      expireAt: null,
      problems: [],
    });
  });

  it("tell when the last of them runs out, as far as certificates alone say it", async () => {
    const inDays = (days: number) => new Date(Math.floor(NOW.getTime() / 1000) * 1000 + days * 24 * 3_600_000);
    const files = [];
    for (const expiresAt of [inDays(5), inDays(9)]) {
      const { certificate, privateKey } = newCertificate({ expiresAt });
      files.push(await fileOf(certificate + privateKey));
    }
    const [soon = "", late = ""] = files;

    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: soon }).expireAt).toEqual(inDays(5));
    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: `${late},${soon}` }).expireAt).toEqual(inDays(9));
    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: soon, ENTRA_CLIENT_SECRET: "one" }).expireAt).toBeNull();
  });

  it("may have expired as long as another has not", async () => {
    const [old, fresh] = [
      await fileOf(expired.certificate + expired.privateKey),
      await fileOf(one.certificate + one.privateKey),
    ];

    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: `${old},${fresh}` }).problems).toEqual([]);
    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: old, ENTRA_CLIENT_SECRET: "one" }).problems).toEqual([]);
    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: old }).problems).toEqual([
      "ENTRA_CLIENT_CERTIFICATE_FILE names nothing but certificates that have expired",
    ]);
  });
});

describe("settings that hold no good credential", () => {
  it.each([
    ["that is empty", "", "without a certificate in PEM"],
    ["with a key alone", one.privateKey, "without a certificate in PEM"],
    ["with a certificate alone", one.certificate, "without a private key in PEM"],
    ["in DER", Buffer.from(one.certificate, "base64").toString("latin1"), "without a certificate in PEM"],
    [
      "with a broken certificate",
      one.privateKey + one.certificate.replace(/\n.{20}/, "\n"),
      "whose certificate cannot be read",
    ],
    [
      "with a broken key",
      one.certificate + one.privateKey.replace(/\n.{20}/, "\n"),
      "whose private key cannot be read",
    ],
    [
      "with an encrypted key",
      one.certificate + one.key.export({ ...encrypted, type: "pkcs8" }).toString(),
      "whose private key is encrypted, and must not be",
    ],
    [
      "with an encrypted key in PKCS#1",
      one.certificate + one.key.export({ ...encrypted, type: "pkcs1" }).toString(),
      "whose private key is encrypted, and must not be",
    ],
    ["with a short key", short.certificate + short.privateKey, "whose private key is not RSA of 2048 bits or more"],
    [
      "with a key of another kind",
      one.certificate + elliptic.export({ type: "pkcs8", format: "pem" }).toString(),
      "whose private key is not RSA of 2048 bits or more",
    ],
    [
      "with another certificate's key",
      one.certificate + two.privateKey,
      "whose private key does not belong to its certificate",
    ],
  ])("name a file %s in words, and alone as the second of two", async (_what, text, words) => {
    const [bad, good] = [await fileOf(text), await fileOf(one.certificate + one.privateKey)];

    const alone = read({ ENTRA_CLIENT_CERTIFICATE_FILE: bad });
    const second = read({ ENTRA_CLIENT_CERTIFICATE_FILE: `${good},${bad}` });

    expect(alone.problems).toEqual([`ENTRA_CLIENT_CERTIFICATE_FILE names a file ${words}`]);
    expect(second.problems).toEqual([`ENTRA_CLIENT_CERTIFICATE_FILE names a file ${words} (number 2)`]);
    expect(JSON.stringify([alone.problems, second.problems])).not.toContain("canary");
  });

  it("name a file that is not there, or holds no secret", async () => {
    const gone = join(folder, "canary-gone");

    expect(read({ ENTRA_CLIENT_CERTIFICATE_FILE: gone, ENTRA_CLIENT_SECRET_FILE: gone }).problems).toEqual([
      "ENTRA_CLIENT_CERTIFICATE_FILE names a file that cannot be read",
      "ENTRA_CLIENT_SECRET_FILE names a file that cannot be read",
    ]);
    expect(read({ ENTRA_CLIENT_SECRET_FILE: await fileOf(" \n") }).problems).toEqual([
      "ENTRA_CLIENT_SECRET_FILE names a file that is empty",
    ]);
  });

  it.each([[{}], [{ ENTRA_CLIENT_SECRET: "," }], [{ ENTRA_CLIENT_CERTIFICATE_FILE: " , " }]])(
    "are missing when they are %o",
    (set) => {
      expect(read(set).problems).toEqual([
        "ENTRA_CLIENT_SECRET is missing, or else ENTRA_CLIENT_SECRET_FILE or ENTRA_CLIENT_CERTIFICATE_FILE",
      ]);
    },
  );

  it.each([
    [{ ENTRA_CLIENT_SECRET: "canary,canary2,canary3" }, "ENTRA_CLIENT_SECRET"],
    [
      { ENTRA_CLIENT_SECRET: "canary", ENTRA_CLIENT_SECRET_FILE: "canary1\ncanary2" },
      "ENTRA_CLIENT_SECRET and ENTRA_CLIENT_SECRET_FILE",
    ],
  ])("are too many together: %o", async (set, names) => {
    const { ENTRA_CLIENT_SECRET_FILE: text, ...rest } = set as Record<string, string>;
    const { problems } = read(text === undefined ? rest : { ...rest, ENTRA_CLIENT_SECRET_FILE: await fileOf(text) });

    expect(problems).toEqual([`${names}: more than two credentials`]);
  });
});
