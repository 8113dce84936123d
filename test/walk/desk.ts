import type { Browser } from "playwright-core";
import type { ACTS } from "../../demo/microsoft/control/acts.js";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, GROUPS, PEOPLE } from "../../demo/microsoft/registration.js";
import type { Given } from "../gallery/way.js";
import {
  CHECK_CONSENT,
  DISABLE,
  EXCLUDE,
  IMPORT,
  OPEN_ACCOUNT,
  SET_MANAGED_BY,
  SET_STATUS,
  SETTINGS,
  USERS,
} from "../operations.js";
import { enable, runNow, update } from "../sync-steps.js";
import { askAt, eventually, type Ask } from "../world.js";

/** Where a trial is: the tab, and the pages of the pretend Microsoft. */
export interface Addresses {
  readonly url: string;
  readonly microsoftUrl: string;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

type Act = (typeof ACTS)[keyof typeof ACTS];

/** Who works the control pages of a trial, and has its account stand as a way begins. */
export async function openDesk(browser: Browser, { url, microsoftUrl }: Addresses) {
  const context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();

  const call = async (operation: string, input: object = {}): Promise<Record<string, string>> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${microsoftUrl}/control/${operation}`, {
      method: "POST",
      headers,
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${operation}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const as =
    (personId: string): Ask =>
    async (query, variables = {}) => {
      const { access_token: token = null } = await call("token", { personId });
      const asked = () => askAt(url, token, query, variables);
      // A minute's budget may be used up by then, and comes back
      return eventually(asked, ({ status }) => status !== 429, 70_000, 2_000);
    };
  const adele = as(PEOPLE.adele);

  const idOfGroup = async (name: string): Promise<string> => {
    const answer = await fetch(`${microsoftUrl}/control/groups?tenantId=${CONTOSO_TENANT_ID}`);
    const groups = (await answer.json()) as { id: string; displayName: string }[];
    return groups.find(({ displayName }) => displayName === name)?.id ?? "";
  };
  const address = async (path: string, group?: string, find = ""): Promise<string> => {
    const query = {
      tenant: CONTOSO_TENANT_ID,
      find,
      ...(group === undefined ? {} : { group: await idOfGroup(group) }),
    };
    return `${microsoftUrl}${path}?${new URLSearchParams(query).toString()}`;
  };

  /** Takes back what admins did to people on other ways: the sync leaves that alone. */
  const heal = async (): Promise<void> => {
    await adele(EXCLUDE, { input: { directoryIds: [PEOPLE.alex], exclude: false } });
    const { nodes = [] } = (await adele(USERS, { first: 200, filter: { status: "DISABLED" } })).data?.users ?? {};
    const userIds = (nodes as { id: string; disabledBy: string }[]).flatMap((one) =>
      one.disabledBy === "ADMIN" ? one.id : [],
    );
    if (userIds.length === 0) return;
    await adele(SET_STATUS, { input: { userIds, status: "ACTIVE" } });
    await adele(SET_MANAGED_BY, { input: { userIds, managedBy: "GROUPS" } });
  };

  /** What the way before did to Contoso's consent, or to Microsoft, is over. */
  const beRead = () =>
    eventually(
      async () => ((await adele(CHECK_CONSENT)).data?.checkConsent?.connection as { state: string } | undefined)?.state,
      (state) => state === "GRANTED",
      90_000,
      2_000,
    );

  const turnOn = async (groupIds: readonly string[]): Promise<void> => {
    await heal();
    const settings = (await adele(SETTINGS)).data?.syncSettings;
    const choice = { groupIds, disableLeavers: true };
    const turned = () => (settings?.enabled ? update(adele, choice) : enable(adele, choice)).then(() => runNow(adele));
    // While Microsoft is still waited for there is no preview
    await eventually(
      () => turned().catch(() => null),
      (run) => run?.status === "SUCCEEDED",
      90_000,
      2_000,
    );
  };

  return {
    close: () => context.close(),

    /** As on the first day, but for what Rollcall has: Microsoft is well, and Contoso has consented. */
    async tidy() {
      await call("reset");
      await call("grant-consent", { tenantId: CONTOSO_TENANT_ID });
    },

    async arrange(given: Given): Promise<void> {
      if (given === "new") {
        await call("grant-consent", { tenantId: FABRIKAM_TENANT_ID });
        await as(PEOPLE.nestor)(OPEN_ACCOUNT);
        return;
      }
      await adele(OPEN_ACCOUNT);
      await beRead();
      if (given === "off") await adele(DISABLE);
      if (given === "on") {
        await turnOn([GROUPS.sales, GROUPS.legal]);
        // Whom a rejected list, or an admin on another way, took out of the groups' hands
        await adele(SET_MANAGED_BY, { input: { inChosenGroups: true, managedBy: "GROUPS" } });
      }
      if (given !== "by-hand") return;
      const { id } = await call("hire", { displayName: "Hanna Byhand", groupIds: [GROUPS.sales] });
      await adele(DISABLE);
      await adele(IMPORT, { input: { directoryIds: [id] } });
      await turnOn([GROUPS.sales]);
    },

    async flip(title: string, group?: string): Promise<void> {
      await page.goto(await address("/faults", group));
      await page.getByRole("switch", { name: title, exact: true }).click();
      await page.getByRole("status").waitFor();
    },

    async press({ label, page: where }: Act, { group, person }: { readonly group?: string; readonly person?: string }) {
      await page.goto(await address(where === "faults page" ? "/faults" : "/", person ? undefined : group, person));
      const beside = person ? page.locator("td > div", { hasText: group ?? "" }) : page.locator("body");
      await beside.getByRole("button", { name: label, exact: true }).click();
      await page.getByRole("status").waitFor();
    },
  };
}
