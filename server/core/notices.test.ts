import { describe, expect, it } from "vitest";
import { chosenGroup, minutesBefore, NOW, settings } from "../../test/builders.js";
import type { Channel, Consent, Notice, SyncSettings, Told } from "./model.js";
import { letterOf, mailOf } from "./notice-words.js";
import type { TroubleKind } from "./problems.js";
import { due, isSame, noticesFor, type AccountState } from "./notices.js";

const GRANTED: Consent = { state: "GRANTED", checkedAt: NOW, grantedAt: NOW };
const LOST = { account: { consent: { ...GRANTED, state: "LOST" }, trouble: null } } as const;
const troubled = (kind: TroubleKind, state: Consent["state"] = "GRANTED") => ({
  account: {
    consent: { ...GRANTED, state },
    trouble: { kind, detail: null, since: NOW, failures: 1, nextTryAt: NOW },
  },
});

const state = (fields: Partial<AccountState> = {}): AccountState => ({
  account: { consent: GRANTED, trouble: null },
  settings: settings(),
  hold: null,
  ...fields,
});
const HELD = {
  id: "hold-1",
  because: ["GROUP_COLLAPSED"],
  limit: 2,
  counts: { DISABLE: 9, CREATE: 0, REENABLE: 0 },
  approval: null,
} as const;
const kinds = (fields: Partial<AccountState>) => noticesFor(state(fields)).map((notice) => notice.kind);
const group = (id: string, notFoundSince: Date | null = NOW) =>
  chosenGroup(id, { displayName: `Group ${id}`, notFoundSince });

describe("what needs a person", () => {
  it.each<[string, Partial<AccountState>, string[]]>([
    ["an account that works", {}, []],
    ["one whose consent was withdrawn", LOST, ["CONSENT_LOST"]],
    ["the same without automatic import", { ...LOST, settings: settings({ enabled: false }) }, ["CONSENT_LOST"]],
    [
      "one that never had a consent to lose",
      { account: { consent: { ...GRANTED, state: "MISSING" }, trouble: null } },
      [],
    ],
    ["one whose group is gone", { settings: settings({ groups: [group("sales")] }) }, ["GROUP_MISSING"]],
    ["one with an open hold", { hold: HELD }, ["HELD"]],
    [
      "one whose hold was approved a moment ago",
      { hold: { ...HELD, approval: { version: 1, by: "Adele", at: NOW } } },
      [],
    ],
    ["one whose permission was taken away", troubled("PERMISSION_REMOVED", "LOST"), ["CONSENT_LOST"]],
    ["one that never had a consent, and is troubled by it", troubled("APP_REMOVED", "MISSING"), []],
    ["one whose credentials were refused", troubled("CREDENTIALS_REFUSED"), ["CREDENTIALS_REFUSED"]],
    ["one kept out by a policy", troubled("BLOCKED_BY_POLICY"), ["ACCESS_BLOCKED"]],
    ["one whose tenant is unknown", troubled("TENANT_UNKNOWN"), ["TENANT_UNKNOWN"]],
    [
      "one that was turned off",
      { ...troubled("CREDENTIALS_REFUSED"), settings: settings({ enabled: false, groups: [group("sales")] }) },
      [],
    ],
    [
      "one with several at once",
      { ...LOST, settings: settings({ groups: [group("sales")] }), hold: HELD },
      ["CONSENT_LOST", "GROUP_MISSING", "HELD"],
    ],
  ])("is told of %s", (_, fields, expected) => {
    expect(kinds(fields)).toEqual(expected);
  });

  it("is another state when another group goes missing, and the same whatever order they come in", () => {
    const missing = (...groups: SyncSettings["groups"]) => noticesFor(state({ settings: settings({ groups }) }))[0];

    const one = missing(group("a"), group("b", null));
    const [both, turned] = [missing(group("a"), group("b")), missing(group("b"), group("a"))];

    if (!one || !both || !turned) throw new Error("nothing is missing");
    expect([isSame(one, both), isSame(both, turned)]).toEqual([false, true]);
    expect(both.message).toContain("“Group a”, “Group b”");
  });
});

const HOUR = 60;
const DAY = 24 * HOUR;
const NOTICE: Notice = { kind: "HELD", key: "", message: "m", nextStep: "n" };
const BOTH: readonly Channel[] = ["MAIL", "WEBHOOK"];

/** Told so many times, the last of them so many minutes ago, and everything arrived. */
const told = (times: number, minutesAgo: number, fields: Partial<Told> = {}): Told => ({
  kind: "HELD",
  key: "",
  times,
  toldAt: minutesBefore(minutesAgo),
  undelivered: [],
  tries: 1,
  triedAt: minutesBefore(minutesAgo),
  ...fields,
});

describe("when it is told", () => {
  it.each<[string, Told | null, number | null]>([
    ["at once", null, 1],
    ["not again a minute later", told(1, 1), null],
    ["not again within the day", told(1, DAY - 1), null],
    ["after a day", told(1, DAY), 2],
    ["after a day, however late", told(1, 3 * DAY), 2],
    ["not a day after that", told(2, DAY), null],
    ["not within the week", told(2, 7 * DAY - 1), null],
    ["a week after the second time", told(2, 7 * DAY), 3],
    ["not within the next week", told(3, 7 * DAY - 1), null],
    ["and every week from then on", told(30, 7 * DAY), 31],
  ])("%s", (_, before, times) => {
    const round = due(NOTICE, before, BOTH, NOW);

    expect(round?.times ?? null).toBe(times);
    if (round) expect(round).toMatchObject({ undelivered: BOTH, tries: 1, toldAt: NOW, triedAt: NOW });
  });

  it.each<[tries: number, minutesAgo: number, again: boolean]>([
    [1, 0.9, false],
    [1, 1, true],
    [2, 1, false],
    [2, 2, true],
    [5, 15, false],
    [5, 16, true],
    [7, 59, false],
    [7, 60, true],
    [30, 60, true],
  ])("again after %i tries that did not arrive, the last %d minutes ago: %s", (tries, minutesAgo, again) => {
    const before = told(1, 2 * HOUR, { undelivered: ["WEBHOOK"], tries, triedAt: minutesBefore(minutesAgo) });

    const round = due(NOTICE, before, BOTH, NOW);

    expect(round).toEqual(again ? { ...before, tries: tries + 1, triedAt: NOW } : null);
  });

  it("does not try a channel again that nobody is at any more", () => {
    const before = told(1, HOUR, { undelivered: ["WEBHOOK"] });

    expect(due(NOTICE, before, ["MAIL"], NOW)).toBeNull();
    expect(due(NOTICE, null, [], NOW)).toBeNull();
  });
});

describe("the words of a notice", () => {
  const account = { name: "Contoso", tenantId: "t-1" };
  const letters = (["CONSENT_LOST", "CREDENTIALS_REFUSED", "GROUP_MISSING", "HELD"] as const).map((kind) =>
    letterOf({ ...NOTICE, kind, message: "Something happened.", nextStep: "Mend it." }, account, "https://r.example"),
  );

  it.each(letters)("name the account, what happened, what to do and where: $kind", (letter) => {
    const { subject, text } = mailOf(letter);

    expect(subject).toContain("Contoso");
    expect(text).toContain("Contoso: Something happened.");
    expect(text).toContain("What to do: Mend it.");
    expect(text).toMatch(/^https:\/\/r\.example\/(settings|automatic-import)\?tenant=t-1$/m);
  });

  it.each([
    ["the consent", LOST, "Nobody was disabled"],
    ["the way the consent ended", troubled("APP_DISABLED", "LOST"), "switched off"],
    ["the credentials", troubled("CREDENTIALS_REFUSED"), "Nobody was disabled"],
    ["a group", { settings: settings({ groups: [group("sales")] }) }, "Its people stay as they are"],
    ["a hold", { hold: HELD }, "lost more than half"],
  ])("say that nobody lost anything by it: %s", (_, fields, words) => {
    expect(noticesFor(state(fields))[0]?.message).toContain(words);
  });

  it("let no name begin a line or a header of its own", () => {
    const name = "Contoso\r\nBcc: eve@evil.example\n\nWhat to do: pay\u2028now\u0085please\u0000";
    const groups = [{ ...group("sales"), displayName: name }];
    const [notice = NOTICE] = noticesFor(state({ settings: settings({ groups }) }));

    const letter = letterOf(notice, { name, tenantId: "t-1" }, "https://r.example");
    const { subject, text } = mailOf(letter);

    expect([subject, ...Object.values<string>({ ...letter })].join("")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(text.split(/[\n\r\u2028\u0085]/).filter((line) => line.startsWith("What to do"))).toHaveLength(1);
  });
});
