import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { AdminScreens } from "./components/admin-screens.js";
import { AccountMenu } from "./components/account-menu.js";
import { phone } from "./components/breakpoint.js";
import { DemoFooter } from "./components/demo-footer.js";
import { HealthBar } from "./components/health-bar.js";
import { KeptProvider } from "./components/kept.js";
import { lazyPart } from "./components/lazy-part.js";
import { SkeletonRows } from "./components/skeleton-rows.js";
import { HoldsBack, Steady } from "./components/steady.js";
import { SyncStatusProvider, useSyncStatus } from "./components/sync-status.js";
import { WhyProvider } from "./components/why-provider.js";
import { MyPage } from "./features/my-page/my-page.js";
import { UsersPage } from "./features/users/users-page.js";
import type { ViewerQuery } from "./graphql/generated/graphql.js";
import { navigate, usePlace } from "./navigation.js";
import { texts } from "./texts/texts.js";

// Users is where admins land; the other screens come when they are opened.
const meanwhile = <SkeletonRows rows={10} />;
const AddPeoplePage = lazyPart(async () => (await import("./features/add-people/add-people-page.js")).AddPeoplePage, {
  meanwhile,
});
const AutomaticImportPage = lazyPart(
  async () => (await import("./features/automatic-import/automatic-import-page.js")).AutomaticImportPage,
  { meanwhile },
);
const HistoryPage = lazyPart(async () => (await import("./features/history/history-page.js")).HistoryPage, {
  meanwhile,
});
const SettingsPage = lazyPart(async () => (await import("./features/settings/settings-page.js")).SettingsPage, {
  meanwhile,
});

const useStyles = makeStyles({
  frame: {
    // What is below, if anything, is out of sight while the rest loads
    minHeight: "100vh",
    boxSizing: "border-box",
    maxWidth: "1200px",
    marginInline: "auto",
    paddingInline: tokens.spacingHorizontalL,
    [phone]: { paddingInline: tokens.spacingHorizontalM },
  },
  top: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    // One row of tabs beside the menu at 390 px, two below; wider tabs take a third of a phone's screen.
    [phone]: { gap: 0, alignItems: "start" },
  },
  tabs: { flexWrap: "wrap", flexShrink: 1, minWidth: 0 },
  tab: { [phone]: { paddingInline: "4px" } },
  main: { paddingBlock: tokens.spacingVerticalL },
});

const tabs = [
  { path: "/users", name: "users" },
  { path: "/add-people", name: "addPeople" },
  { path: "/automatic-import", name: "automaticImport" },
  { path: "/history", name: "history" },
  { path: "/settings", name: "settings" },
] as const;

/** What an admin sees: the tabs, one slot for the most important problem, and the chosen screen. */
export function AdminFrame({ viewer }: { viewer: ViewerQuery["viewer"] }) {
  const styles = useStyles();
  const { path } = usePlace();
  const current = path === "/me" ? null : (tabs.find((tab) => isWithin(tab.path, path))?.path ?? "/users");
  return (
    <SyncStatusProvider>
      <div className={styles.frame}>
        <header className={styles.top}>
          <TabList
            aria-label={texts.common.sections}
            className={styles.tabs}
            selectedValue={current}
            onTabSelect={(_, { value }) => navigate(String(value))}
          >
            {tabs.map((tab) => (
              <Tab key={tab.path} value={tab.path} className={styles.tab}>
                {texts.common.tabs[tab.name]}
              </Tab>
            ))}
          </TabList>
          <AccountMenu name={viewer.user.displayName} />
        </header>
        <HealthBar path={current} />
        <Steady className={styles.main}>
          <HoldsBackForStatus />
          <main className={styles.main}>
            <KeptProvider userId={viewer.user.id}>
              <AdminScreens value>
                <WhyProvider>
                  <Screen path={current} viewer={viewer} />
                </WhyProvider>
              </AdminScreens>
            </KeptProvider>
          </main>
        </Steady>
      </div>
      <DemoFooter />
    </SyncStatusProvider>
  );
}

/** Whether a problem stands above the page must be known before it shows, so that it need not jump down. */
function HoldsBackForStatus() {
  return <HoldsBack loading={useSyncStatus().status === "loading"} />;
}

/** A screen may have addresses of its own below it, such as /history/run/<id>. */
const isWithin = (screen: string, path: string): boolean => path === screen || path.startsWith(`${screen}/`);

function Screen({ path, viewer }: { path: string | null; viewer: ViewerQuery["viewer"] }) {
  switch (path) {
    case "/add-people":
      return <AddPeoplePage />;
    case "/automatic-import":
      return <AutomaticImportPage />;
    case "/history":
      return <HistoryPage />;
    case "/settings":
      return <SettingsPage />;
    case null:
      return <MyPage viewer={viewer} />;
    default:
      return <UsersPage />;
  }
}
