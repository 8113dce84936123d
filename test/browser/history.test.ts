import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newGroupIn, type TestGroup } from "../contoso.js";
import { START_RUN, USERS } from "../operations.js";
import { enable, runAfter, runNow, type RunView } from "../sync-steps.js";
import { eventually } from "../world.js";
import { setStage, visit, type Stage, type Visit } from "./visit.js";

/* What an admin reads and does under History, each flow to its end; each goes on where the one before ended. */
let stage: Stage;
let adele: Visit;
let page: Page;
let team: TestGroup;
/** It disabled two, whom an undo brings back, and let one in. */
let changing: RunView;

beforeAll(async () => {
  stage = await setStage();
  const ask = stage.world.adele;
  team = newGroupIn(stage.world, "Team", 24);
  await runAfter(ask, () => enable(ask, { groupIds: [team.id], disableLeavers: true }));
  team.leave(0, 1);
  team.hire("=HYPERLINK(1), Nina");
  changing = await runNow(ask);
  expect(changing).toMatchObject({ status: "SUCCEEDED", counts: { disabled: 2, added: 1 } });
  adele = await visit(stage.chromium, stage.world, "Adele Vance");
  page = adele.page;
  await page.getByRole("tab", { name: "History" }).click();
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await adele.picture(task.name);
});
afterAll(() => stage.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const runs = () => page.getByRole("table", { name: "Runs" });
const rowOf = (run: { readonly id: string }) =>
  runs()
    .getByRole("row")
    .filter({ has: page.locator(`[data-run="${run.id}"]`) });
const drawer = () => page.getByRole("dialog").filter({ has: page.getByRole("heading", { name: /^Run of / }) });
const changes = () => page.getByRole("table", { name: "What it did, person by person" });
const open = (run: { readonly id: string }) => rowOf(run).getByRole("link").click();
const close = () => drawer().getByRole("button", { name: "Close" }).click();
const statusOf = async (name: string) =>
  ((await stage.world.adele(USERS, { search: name })).data?.users?.nodes as { readonly status: string }[])[0]?.status;

describe("the history", () => {
  it("tells of each run who started it and what it did, and shows those alone that changed somebody", async () => {
    const quiet = await runNow(stage.world.adele);
    await rowOf(quiet).waitFor();

    expect(await rowOf(changing).innerText()).toMatch(/Run now, Adele Vance\s+Done\s+1\s+2/);
    await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "With changes" });

    await rowOf(quiet).waitFor({ state: "detached" });
    await rowOf(changing).waitFor();
    await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Imports by hand" });
    await page.getByText("No run matches.").first().waitFor();
    await button("Show all").click();
    await rowOf(quiet).waitFor();
  });

  it("opens a run at an address of its own, says why of each person, and gives the focus back", async () => {
    await open(changing);

    await drawer().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/history/run/${changing.id}`);
    expect(
      await changes()
        .getByRole("row", { name: /Team Person 0/ })
        .innerText(),
    ).toMatch(/Disabled\s+No longer in any of the chosen groups\.\s+Done/);
    await page.keyboard.press("Escape");
    await drawer().waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe("/history");
    await page.locator(":focus").and(rowOf(changing).getByRole("link")).waitFor();
  });

  it("leads to the run by its address alone, also across the sign-in", async () => {
    await page.goto(`${stage.world.url}/history/run/${changing.id}`);

    await changes()
      .getByRole("row", { name: /Team Person 1/ })
      .waitFor();
    await close();
    await runs().waitFor();
    await page.goto(`${stage.world.url}/history/run/66f000000000000000000000`);
    await page.getByText("This run is not here.").first().waitFor();
    await page.keyboard.press("Escape");
  });

  it("hands out every change as a file that no spreadsheet runs", async () => {
    await open(changing);
    const downloading = page.waitForEvent("download");
    await button("Download CSV").click();
    const download = await downloading;
    const text = await readFile(await download.path(), "utf8");

    expect(download.suggestedFilename()).toMatch(/^rollcall-run-\d{4}-\d\d-\d\d\.csv$/);
    const [head, ...rows] = text.trimEnd().split("\r\n");
    expect(head).toBe("\uFEFFTime (UTC),Name,Object id,What,Why,Outcome,Remark,Before and after");
    expect(rows.length).toBe(3);
    expect(rows.join("\n")).toContain(`,"'=HYPERLINK(1), Nina",`);
    expect(rows.join("\n")).toContain(
      `,Team Person 0,${team.member(0)},Disabled,No longer in any of the chosen groups.,Done,,`,
    );
    await close();
  });

  it("writes more people into the file than a page shows", async () => {
    const crowd = newGroupIn(stage.world, "Crowd", 230);
    const ask = stage.world.adele;
    const run = await runAfter(ask, () => enable(ask, { groupIds: [team.id, crowd.id], disableLeavers: true }));

    await rowOf(run).waitFor();
    await open(run);
    await changes().waitFor();
    expect(await changes().getByRole("row").count()).toBe(51);
    const downloading = page.waitForEvent("download");
    await button("Download CSV").click();
    const text = await readFile(await (await downloading).path(), "utf8");

    expect(text.match(/Crowd Person/g)?.length).toBe(230);
    await button("Next").click();
    await page.getByText("Page 2").first().waitFor();
    await close();
  });

  it("undoes a run once everybody concerned was named, and says who stays as they are", async () => {
    await stage.world.adele(
      "mutation ($id: ID!) { setUserStatus(input: { userIds: [$id], status: ACTIVE }) { __typename } }",
      { id: await idOf("Team Person 1") },
    );
    await open(changing);
    await button("Undo this run").click();
    const dialog = page.getByRole("dialog", { name: "Undo this run?" });
    await dialog.getByText("Will leave 1 person as they are").click();
    expect(await dialog.innerText()).toMatch(/Team Person 1: Was enabled or disabled by somebody since/);
    await dialog.getByText("Will enable 1 person").click();
    expect(await dialog.innerText()).toContain("Team Person 0");

    await dialog.getByRole("button", { name: "Disable 1, enable 1" }).click();

    await page.waitForURL((url) => url.pathname !== `/history/run/${changing.id}`);
    await drawer().getByText("Partly done", { exact: true }).waitFor();
    expect(await drawer().innerText()).toContain("1 person had been changed since");
    expect([await statusOf("Team Person 0"), await statusOf("HYPERLINK")]).toEqual(["ACTIVE", "DISABLED"]);
    await close();
    await open(changing);
    await page.getByRole("link", { name: "Undone by this run" }).waitFor();
    expect(await button("Undo this run").count()).toBe(0);
    await close();
  });

  it("follows a run that is going on to its end, while one looks", async () => {
    const action = { kind: "DELAY", ms: 4000 } as const;
    const fault = stage.world.microsoft.faults.add({ path: `/v1.0/groups/${team.id}/*members`, times: 1, action });
    const begun = (await stage.world.adele(START_RUN)).data?.startRun?.run as { readonly id: string };
    await eventually(
      () => Promise.resolve(fault.hits),
      (hits) => hits > 0,
    );
    await page.goto(`${stage.world.url}/history/run/${begun.id}`);

    await drawer().getByRole("progressbar", { name: "Progress of the run" }).waitFor();
    await drawer().getByText("Nobody was changed by this run.").waitFor();

    expect(await drawer().innerText()).toContain("Done, after");
    await close();
    await rowOf(begun).getByText("Done", { exact: true }).waitFor();
  });

  it("caused no error in the page, and wrote nothing to the directory", () => {
    expect([adele.troubles, stage.world.microsoft.counters.writes]).toEqual([[], 0]);
  });
});

const idOf = async (name: string) =>
  ((await stage.world.adele(USERS, { search: name })).data?.users?.nodes as { readonly id: string }[])[0]?.id;
