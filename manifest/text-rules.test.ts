import { describe, expect, it } from "vitest";
import { textProblems, type StoreTexts } from "./text-rules.js";

const SOUND: StoreTexts = {
  language: "en-us",
  name: "Rollcall",
  fullName: "Rollcall for your directory",
  shortDescription: "People of your directory.",
  description: "Works in Microsoft Teams. Later, in Teams, an administrator sets it up once. It speaks English.",
};

const problemsOf = (texts: Partial<StoreTexts>, spoken = ["en-us"]) => textProblems({ ...SOUND, ...texts }, spoken);

describe("the texts of a store listing", () => {
  it("pass when they are sound", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each(["Teams Rollcall", "Rollcall by Microsoft", "Azure Rollcall", "Rollcall for SharePoint"])(
    "are not called “%s”, like something of Microsoft's",
    (name) => {
      expect(problemsOf({ name })).toEqual([
        "the name in en-us names a product of Microsoft's, as if it came from there",
      ]);
    },
  );

  it("do not begin like a part of Teams, but may mention one", () => {
    expect(problemsOf({ name: "Calendar roll" })).toEqual(["the name in en-us begins like a part of Teams itself"]);
    expect(problemsOf({ name: "Roll of calls" })).toEqual([]);
  });

  it("do not tell of an unfinished version", () => {
    expect(problemsOf({ fullName: "Rollcall (Beta)" })).toEqual([
      "the full name in en-us tells of a version that is not finished",
    ]);
  });

  it("say Microsoft Teams the first time", () => {
    const description = "Works in Teams, that is Microsoft Teams. An administrator sets it up once. English.";
    expect(problemsOf({ description })).toEqual([
      "the description in en-us does not write “Microsoft Teams” at its first mention",
    ]);
  });

  it("write Microsoft in full, and claim nothing of it", () => {
    const description = `${SOUND.description} For MS Office 365, powered by us.`;
    expect(problemsOf({ description })).toEqual([
      "the description in en-us shortens “Microsoft”",
      "the description in en-us says “Office 365” for “Microsoft 365”",
      "the description in en-us claims a partnership with Microsoft",
    ]);
  });

  it("are no novel", () => {
    const description = `${SOUND.description} ${"word ".repeat(490)}`;
    expect(problemsOf({ description })).toEqual(["the description in en-us has 506 words, and 500 is the most"]);
  });

  it("say that an administrator sets it up once, in each language", () => {
    expect(problemsOf({ description: "Speaks English." })).toEqual([
      "the description in en-us does not say that an administrator sets it up once",
    ]);
    expect(problemsOf({ language: "nb-no", description: "Snakker norsk." }, ["nb-no"])).toEqual([
      "the description in nb-no does not say that an administrator sets it up once",
    ]);
  });

  it("name the languages it speaks", () => {
    expect(problemsOf({}, ["en-us", "nb-no"])).toEqual(["the description in en-us does not say that it speaks nb-no"]);
  });

  it("are refused in a language whose words the rules do not know", () => {
    expect(problemsOf({ language: "de-de" }, ["de-de"])).toEqual(["de-de has no rules yet in manifest/text-rules.ts"]);
  });
});
