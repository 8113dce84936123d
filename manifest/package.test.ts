import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packApp } from "./package.js";

const GIVEN = { host: "tab.contoso.example", clientId: "11111111-2222-4333-8444-555555555555" };

async function unpacked(given: object = {}) {
  const packed = await packApp({ ...GIVEN, ...given });
  if (!packed.ok) throw new Error(packed.problems.join("\n"));
  const files = unzipSync(packed.zip);
  const json = (file: string) =>
    JSON.parse(new TextDecoder().decode(files[file])) as Record<string, unknown> & { id: string };
  return { files, zip: packed.zip, manifest: json("manifest.json"), norwegian: json("nb-no.json") };
}

describe("a package", () => {
  it("holds the manifest, its other language and its icons at the root, and nothing else", async () => {
    const { files } = await unpacked();

    expect(Object.keys(files).sort()).toEqual(["color.png", "manifest.json", "nb-no.json", "outline.png"]);
  });

  it("is for the host and the registration it was made for", async () => {
    const { manifest } = await unpacked();

    expect(manifest).toMatchObject({
      validDomains: ["tab.contoso.example"],
      staticTabs: [{ contentUrl: "https://tab.contoso.example/", scopes: ["personal"] }],
      webApplicationInfo: {
        id: GIVEN.clientId,
        resource: "api://tab.contoso.example/11111111-2222-4333-8444-555555555555",
      },
    });
  });

  it("takes the name in every language, and what else is given", async () => {
    const { manifest, norwegian } = await unpacked({ name: "Contoso People", developer: "Contoso", version: "2.10.0" });

    expect(manifest).toMatchObject({
      version: "2.10.0",
      developer: { name: "Contoso" },
      name: { short: "Contoso People" },
    });
    expect(norwegian["name.full"]).toBe("Contoso People: personer og grupper fra katalogen din");
    expect(JSON.stringify([manifest, norwegian])).not.toMatch(/Rollcall|\$\{/);
  });

  it("keeps its id from one time to the next, and has another one for another registration", async () => {
    const [first, again, other] = await Promise.all([
      unpacked(),
      unpacked({ version: "1.0.1" }),
      unpacked({ clientId: "99999999-2222-4333-8444-555555555555" }),
    ]);

    expect(again.manifest.id).toBe(first.manifest.id);
    expect(other.manifest.id).not.toBe(first.manifest.id);
    expect(first.manifest.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("is the same byte for byte for the same slots, hours later and in another time zone", async () => {
    const first = await unpacked();
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Kiritimati";
    const again = await unpacked().finally(() =>
      zone === undefined ? delete process.env.TZ : (process.env.TZ = zone),
    );

    expect(Buffer.from(again.zip).equals(first.zip)).toBe(true);
  });
});

describe("wrong slots", () => {
  it("are all named at once", async () => {
    const packed = await packApp({
      host: "https://tab.contoso.example/teams",
      clientId: "client",
      appId: "app",
      version: "v1",
      name: "Microsoft Teams people and everybody else",
      developer: "The Contoso Corporation of Redmond",
      websiteUrl: "http://contoso.example/",
      privacyUrl: "https://localhost/privacy",
      termsUrl: "terms",
    });

    expect(packed).toEqual({
      ok: false,
      problems: [
        "--host “https://tab.contoso.example/teams” is an address; give the host alone, like tab.example.com",
        "--client-id “client” is no id like 12345678-90ab-cdef-1234-567890abcdef",
        "--website-url “http://contoso.example/” is no https address",
        "--app-id “app” is no id like 12345678-90ab-cdef-1234-567890abcdef",
        "--version “v1” is no version like 1.0.0",
        "--privacy-url “https://localhost/privacy” leads to localhost, which is known on your own machine or network only",
        "--terms-url “terms” is no web address",
        "developer.name must NOT have more than 32 characters",
        "name.short must NOT have more than 30 characters",
        "nb-no.json: name.short must NOT have more than 30 characters",
        "the name in en-us names a product of Microsoft's, as if it came from there",
        "the full name in en-us names a product of Microsoft's, as if it came from there",
        "the name in nb-no names a product of Microsoft's, as if it came from there",
        "the full name in nb-no names a product of Microsoft's, as if it came from there",
      ],
    });
  });

  it("are missing ones too", async () => {
    expect(await packApp({})).toEqual({ ok: false, problems: ["--host is missing", "--client-id is missing"] });
  });

  it.each(["*.contoso.example", "localhost", "contoso.azurewebsites.net", "rollcall.ngrok.io"])(
    "are hosts like %s",
    async (host) => {
      const packed = await packApp({ ...GIVEN, host });

      expect(packed).toMatchObject({ ok: false, problems: [expect.stringMatching(/^--host /)] });
    },
  );
});
