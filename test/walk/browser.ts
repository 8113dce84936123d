import type { Page } from "playwright-core";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import { chooseAccount } from "../browser/visit.js";
import { BREAKING, FLOODING } from "../gallery/way-words.js";
import type { BrowserWay, Somebody } from "../gallery/way.js";
import type { Addresses } from "./desk.js";
import type { Surface } from "./tab.js";

const WHO: Readonly<Record<Somebody, { readonly tenantId: string; readonly personId: string; readonly name: string }>> =
  {
    adele: { tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.adele, name: "Adele Vance" },
    alex: { tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.alex, name: "Alex Wilber" },
    megan: { tenantId: CONTOSO_TENANT_ID, personId: PEOPLE.megan, name: "Megan Bowen" },
    nestor: { tenantId: FABRIKAM_TENANT_ID, personId: PEOPLE.nestor, name: "Nestor Wilke" },
    priya: { tenantId: FABRIKAM_TENANT_ID, personId: PEOPLE.priya, name: "Priya Raman" },
  };
export const ADMINS: readonly Somebody[] = ["adele", "nestor"];

export async function openInTeams(
  page: Page,
  { microsoftUrl }: Addresses,
  who: Somebody,
  chosen: Record<string, string>,
): Promise<Surface> {
  const { tenantId, personId } = WHO[who];
  const query = new URLSearchParams({ ...chosen, person: `${tenantId}/${personId}` });
  await page.goto(`${microsoftUrl}/teams?${query.toString()}`);
  const tab = page.frameLocator("iframe");
  await tab.getByRole("heading").first().waitFor();
  return tab;
}

/** In a browser; whoever is signed in already is not asked who they are. */
export async function signIn(page: Page, url: string, who: Somebody): Promise<Page> {
  const { name } = WHO[who];
  const account = page.getByRole("button", { name: `Account menu of ${name}` });
  const button = page.getByRole("button", { name: "Sign in with Microsoft" });
  await page.goto(url);
  await account
    .or(button)
    .or(page.getByRole("button", { name: /^(Account menu of|Sign out|Use another account)/ }))
    .first()
    .waitFor();
  if (await account.isVisible()) return page;
  await page.context().clearCookies();
  await page.goto(url);
  await button.click();
  await chooseAccount(page, name);
  return page;
}

const SLOW = { offline: false, latency: 2_000, downloadThroughput: -1, uploadThroughput: -1 };

/** What the developer tools do. */
export async function inBrowser(page: Page, tab: Surface, what: BrowserWay): Promise<void> {
  switch (what) {
    case "offline":
      return page.context().setOffline(true);
    case "slow": {
      const tools = await page.context().newCDPSession(page);
      await tools.send("Network.enable");
      await tools.send("Network.emulateNetworkConditions", SLOW);
      return;
    }
    case "broken":
      await page.evaluate(BREAKING);
      return;
    case "flooded": {
      const refused = page.waitForResponse((answer) => answer.status() === 429);
      await page.evaluate(FLOODING);
      await refused;
      return;
    }
    case "no-config":
      await page.route("**/config.json", (route) => route.abort());
      return;
    case "no-answers":
      await page.route("**/graphql", (route) => route.abort());
      return;
    case "reload":
      await page.reload({ waitUntil: "commit" });
      if (tab === page) await page.locator("#root > *").first().waitFor();
  }
}
