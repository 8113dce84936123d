import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { CONTOSO_TENANT_ID, PEOPLE } from "../../demo/microsoft/registration.js";
import type { World } from "../world.js";

/** Where Teams, Outlook and Microsoft 365 are when a person uses them in a browser. */
export const HOSTS = ["https://teams.microsoft.com", "https://outlook.office.com", "https://m365.cloud.microsoft"];

/**
 * Serves the page of the pretend Microsoft that plays Teams at the real hosts' addresses, so that the tab and teams-js meet
 * whom they meet in earnest. `askedFor` collects the origins that anything in this browser asks for.
 */
export async function serveHosts(context: BrowserContext, world: World): Promise<Set<string>> {
  const askedFor = new Set<string>();
  context.on("request", (request) => void askedFor.add(new URL(request.url()).origin));
  for (const host of HOSTS) {
    // Chromium keeps public pages from loopback, where the tab is in a test
    await context.grantPermissions(["local-network-access"], { origin: host });
    await context.route(`${host}/**`, async (route) => {
      const request = route.request();
      const { pathname, search } = new URL(request.url());
      const answer = await fetch(`${world.microsoft.url}${pathname}${search}`, {
        method: request.method(),
        headers: { "content-type": request.headers()["content-type"] ?? "text/plain" },
        body: request.postData(),
      });
      await route.fulfill({
        status: answer.status,
        contentType: answer.headers.get("content-type") ?? "",
        body: await answer.text(),
      });
    });
  }
  // teams-js asks Microsoft for a newer list of hosts; without an answer it takes its own
  await context.route("https://res.cdn.office.net/**", (route) => route.abort());
  return askedFor;
}

export interface InTeams {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** Chooses something in the bar of the host. */
  choose(label: string, value: string): Promise<void>;
}

/** Opens the tab in a host's frame, as Adele unless somebody else is named. */
export async function openInTeams(
  context: BrowserContext,
  chosen: Record<string, string> = {},
  host = HOSTS[0] ?? "",
): Promise<InTeams> {
  const page = await context.newPage();
  const query = new URLSearchParams({ person: `${CONTOSO_TENANT_ID}/${PEOPLE.adele}`, ...chosen });
  await page.goto(`${host}/teams?${query.toString()}`);
  return {
    page,
    tab: page.frameLocator("iframe"),
    choose: async (label, value) => void (await page.getByLabel(label).selectOption(value)),
  };
}
