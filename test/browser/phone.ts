import { expect } from "vitest";
import type { InTeams } from "./teams.js";

/* What an admin does on a phone: the lists have two lines a row here, and no heads of columns. */

const button = ({ tab }: InTeams, name: string | RegExp) => tab.getByRole("button", { name, exact: true });
const dialog = ({ tab }: InTeams) => tab.getByRole("dialog");

/** Nothing stands beside the screen, where somebody would have to push the page aside for it. */
async function fits({ page }: InTeams): Promise<void> {
  const beside = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  expect(await page.frames()[1]?.evaluate(beside)).toBe(0);
}

/** Takes these people in, looks at what came of it, and takes it back. */
export async function importAndUndo(teams: InTeams, search: string, names: readonly string[]): Promise<void> {
  const { tab } = teams;
  await button(teams, "Add users").click();
  await tab.getByRole("menuitem", { name: "Import" }).click();
  await button(teams, /Microsoft Entra ID/).click();
  await tab.getByRole("searchbox", { name: "Search people" }).fill(search);
  for (const name of names) await tab.getByRole("checkbox", { name: `Select ${name}` }).click();
  const bar = tab.getByRole("region", { name: "Selection" });
  await bar.getByText(`${names.length} selected`).waitFor();
  await fits(teams);
  await bar.getByRole("button", { name: "Add", exact: true }).click();
  await dialog(teams).getByText(names.join(", ")).waitFor();
  await dialog(teams).getByRole("button", { name: "Add", exact: true }).click();

  const result = tab.getByRole("region", { name: "Result" });
  await result.getByText(`Added ${names.length}`).first().waitFor();
  await fits(teams);
  await result.getByRole("button", { name: "Undo" }).click();
  await result.getByText(`Undone: ${names.length} people who were added are disabled again.`).waitFor();
  await button(teams, "Done").click();
}

/** Turns automatic import on for one group, by its three steps. */
export async function turnOn(teams: InTeams, group: string, people: number): Promise<void> {
  const { tab } = teams;
  const step = (name: string) => tab.getByRole("heading", { level: 2, name }).waitFor();
  await button(teams, "Enable").click();
  await step("Step 1 of 3: Groups");
  await tab.getByRole("searchbox", { name: "Search groups" }).fill(group);
  await tab.getByRole("checkbox", { name: new RegExp(`^${group}\\b`) }).click();
  await tab.getByText(`${people} people in all.`, { exact: true }).first().waitFor();
  await fits(teams);
  await button(teams, "Next").click();
  await step("Step 2 of 3: Rules");
  await fits(teams);
  await button(teams, "Next").click();
  await step("Step 3 of 3: Preview");
  await tab.getByText(`Will add ${people} people`, { exact: true }).click();
  await tab.getByRole("list", { name: `Will add ${people} people` }).waitFor();
  await fits(teams);
  await button(teams, "Turn on").click();

  await tab
    .locator("main")
    .getByText(new RegExp(`Last run .*: ${people} added`))
    .first()
    .waitFor();
  await fits(teams);
}

export async function turnOff(teams: InTeams): Promise<void> {
  await button(teams, "Disable").click();
  await dialog(teams).getByText("All users stay as they are").waitFor();
  await dialog(teams).getByRole("button", { name: "Disable" }).click();
  await button(teams, "Enable").waitFor();
  await fits(teams);
}
