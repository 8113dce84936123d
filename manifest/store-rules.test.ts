import { describe, expect, it } from "vitest";
import { storeProblems, type Language, type Manifest } from "./store-rules.js";

const CLIENT = "11111111-2222-4333-8444-555555555555";
const schema = (kind: string, version = "1.22") =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/${kind}.json`;

const MANIFEST: Manifest = {
  $schema: schema("MicrosoftTeams.schema"),
  manifestVersion: "1.22",
  name: { short: "Rollcall", full: "Rollcall for your directory" },
  description: { short: "People.", full: "An administrator sets it up once. English and Norwegian." },
  localizationInfo: {
    defaultLanguageTag: "en-us",
    additionalLanguages: [{ languageTag: "nb-no", file: "nb-no.json" }],
  },
  icons: { color: "color.png", outline: "outline.png" },
  staticTabs: [{ name: "Rollcall", contentUrl: "https://tab.example.com/", websiteUrl: "https://tab.example.com/" }],
  validDomains: ["tab.example.com"],
  webApplicationInfo: { id: CLIENT, resource: `api://tab.example.com/${CLIENT}` },
};

const NORWEGIAN: Language = {
  $schema: schema("MicrosoftTeams.Localization.schema"),
  "name.short": "Rollcall",
  "name.full": "Rollcall for katalogen din",
  "description.short": "Personer.",
  "description.full": "En administrator setter den opp én gang. Engelsk: engelsk og norsk.",
  "staticTabs[0].name": "Rollcall",
};

const problemsOf = (manifest: Partial<Manifest>, norwegian: Language = NORWEGIAN, file = "nb-no.json") =>
  storeProblems({ ...MANIFEST, ...manifest }, new Map([[file, norwegian]]));

describe("a manifest", () => {
  it("passes when it is sound", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it("has one schema version in all its files, and a released one", () => {
    const other = { ...NORWEGIAN, $schema: schema("MicrosoftTeams.Localization.schema", "1.17") };
    expect(problemsOf({}, other)).toEqual(["nb-no.json has another $schema version than 1.22"]);
    expect(problemsOf({ $schema: schema("MicrosoftTeams.schema", "1.17") })).toEqual([
      "manifest.json has another $schema version than 1.22",
    ]);
    expect(problemsOf({ manifestVersion: "devPreview" })).toEqual([
      "manifestVersion devPreview is no released version",
    ]);
  });

  it("names domains that are hosts", () => {
    const validDomains = ["tab.example.com", "https://tab.example.com"];
    expect(problemsOf({ validDomains })).toEqual([
      "validDomains “https://tab.example.com” is an address; give the host alone, like tab.example.com",
    ]);
  });

  it("names the domain of its tab, and takes a wildcard for one part of it", () => {
    expect(problemsOf({ validDomains: ["*.example.com"] })).toEqual([]);
    expect(problemsOf({ validDomains: ["*.*.example.com"] })).toContain(
      "staticTabs “https://tab.example.com/” is not in validDomains",
    );
  });

  it("shows its tab over https", () => {
    const staticTabs = [
      { name: "Rollcall", contentUrl: "http://tab.example.com/", websiteUrl: "https://tab.example.com/" },
    ];
    expect(problemsOf({ staticTabs })).toEqual(["staticTabs “http://tab.example.com/” is no https address"]);
  });

  it("asks for tokens for the host of its tab and for no other", () => {
    const webApplicationInfo = { id: CLIENT, resource: `api://other.example.com/${CLIENT}` };
    expect(problemsOf({ webApplicationInfo })).toEqual([
      "webApplicationInfo.resource is not api://<host of the tab>/<client id>, so nobody would be signed in",
    ]);
  });

  it("translates all that it says, and nothing else", () => {
    const { "staticTabs[0].name": name, ...rest } = NORWEGIAN;
    expect(problemsOf({}, { ...rest, "staticTabs[1].name": name ?? "" })).toEqual([
      "nb-no.json does not translate staticTabs[0].name",
      "nb-no.json translates staticTabs[1].name, which is not there",
    ]);
  });

  it("brings the language files it names", () => {
    expect(problemsOf({}, NORWEGIAN, "no.json").slice(0, 2)).toEqual([
      "nb-no.json is named, but is not there",
      "no.json is there, but is not named",
    ]);
  });
});
