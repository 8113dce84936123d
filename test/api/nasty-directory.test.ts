import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logEntries, NASTY_TEXTS, wellFormed } from "../nasty-texts.js";
import { ENABLE, IMPORT, SETTINGS, STATUS } from "../operations.js";
import { storedBytes } from "../stored.js";
import { eventually, startConnectedWorld, type Ask, type World } from "../world.js";
import { startRun } from "../sync-steps.js";

/* A directory is written by others. Whatever its names hold, they are names. */

let world: World & { readonly adele: Ask };

beforeAll(async () => {
  world = await startConnectedWorld();
});
afterAll(() => world.close());

const NAMES = Object.values(NASTY_TEXTS);
const fieldsOf = (name: string) => ({
  displayName: name,
  givenName: name,
  surname: name,
  jobTitle: name,
  department: name,
});

/** What the API says of the people found so, by their ids in the directory. */
async function profiles(search = "@nasty.example") {
  const fields = `directoryId ${Object.keys(fieldsOf("")).join(" ")}`;
  const query = `query ($search: String) { users(first: 500, search: $search) { nodes { ${fields} } } }`;
  const nodes = (await world.adele(query, { search })).data?.users?.nodes as { directoryId: string }[];
  return new Map(nodes.map(({ directoryId, ...profile }) => [directoryId, profile]));
}

const storedUsers = async () => (await storedBytes(world.store, (name) => name === "users")).users;

interface Status {
  readonly currentRun: object | null;
  readonly lastRun: { readonly id: string } | null;
}

/** Begins a run with this request, waits for its end, and tells what it did. */
async function run(begin: () => Promise<unknown>) {
  const status = async () => (await world.adele(STATUS)).data?.syncStatus as unknown as Status;
  const before = (await status()).lastRun?.id;
  await begin();
  const ended = ({ currentRun, lastRun }: Status) => currentRun === null && lastRun !== null && lastRun.id !== before;
  return (await eventually(status, ended)).lastRun;
}

describe("F51: a directory full of nasty names", () => {
  let ids: readonly string[];
  const expected = (names: readonly string[]) =>
    new Map(ids.map((id, n) => [id, fieldsOf(wellFormed(names[n] ?? ""))]));

  it("is imported by hand, and each name comes back as the text it is", async () => {
    ids = NAMES.map((name, n) => {
      const address = `p${n}@nasty.example`;
      return world.microsoft.directory.hire({ ...fieldsOf(name), mail: address, userPrincipalName: address }).id;
    });

    const { data } = await world.adele(IMPORT, { input: { directoryIds: ids } });

    const results = data?.importUsers?.results as { outcome: string }[];
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["ADDED"]));
    expect(await profiles()).toEqual(expected(NAMES));
  });

  it("is found by its names, as text", async () => {
    const found = await Promise.all(NAMES.map((name) => profiles(name)));

    expect(NAMES.filter((_name, n) => found[n]?.has(ids[n] ?? "") !== true)).toEqual([]);
    expect((await profiles("$where")).size).toBe(1);
  });

  it("is followed when names change, group and all, and a run after that has nothing to do", async () => {
    const { directory } = world.microsoft;
    const group = directory.createGroup({ displayName: NASTY_TEXTS["a line of the log"] ?? "", memberIds: [...ids] });
    const turned = [...NAMES].reverse();
    ids.forEach((personId, n) => directory.rename({ personId, ...fieldsOf(turned[n] ?? "") }));

    const first = await run(() => world.adele(ENABLE, { input: { groupIds: [group.id] } }));
    const [after, rows] = [await profiles(), await storedUsers()];
    const second = await run(() => startRun(world.adele));

    expect([first, second]).toMatchObject([
      { status: "SUCCEEDED", counts: { failed: 0 } },
      { status: "SUCCEEDED", counts: { updated: 0, failed: 0 } },
    ]);
    expect(after).toEqual(expected(turned));
    expect(await storedUsers()).toEqual(rows);
    expect((await world.adele(SETTINGS)).data?.syncSettings?.groups).toMatchObject([
      { displayName: group.displayName },
    ]);
  });

  it("leaves nothing in the log but the log's own lines", () => {
    expect(logEntries(world.logged).filter((entry) => "forged" in entry)).toEqual([]);
  });
});
