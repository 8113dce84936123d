import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { Announcer } from "./components/announcer.js";
import { ErrorBoundary } from "./components/error-boundary.js";
import { PopupOverPage } from "./features/welcome/popup-over-page.js";
import { SignInPage } from "./features/welcome/sign-in-page.js";
import { StartFailedPage } from "./features/welcome/start-failed-page.js";
import { UnknownFramePage } from "./features/welcome/unknown-frame-page.js";
import { LoadingPage } from "./components/loading-page.js";
import { useKeptFocus } from "./components/keep-focus.js";
import { useLanguage } from "./language/speak.js";
import { SignedIn } from "./signed-in.js";
import type { Start } from "./start.js";
import { useTheme } from "./theme.js";

const useStyles = makeStyles({
  root: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
});

type Progress = Start | { kind: "starting" } | { kind: "failed"; message: string };

/** The whole tab: a theme, a live region, and whichever page the start came to. */
export function App({ starting }: { starting: Promise<Start> }) {
  const styles = useStyles();
  useLanguage();
  useKeptFocus();
  const [progress, setProgress] = useState<Progress>({ kind: "starting" });
  const theme = useTheme(progress.kind === "teams" ? progress : null);

  useEffect(() => {
    starting.then(setProgress, (error: unknown) =>
      setProgress({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
  }, [starting]);

  return (
    <FluentProvider theme={theme}>
      {/* Not on the provider: Fluent copies its class to menus and dialogs, which would then cover the page. */}
      <div className={styles.root}>
        <Announcer>
          <ErrorBoundary>
            <Screen progress={progress} />
          </ErrorBoundary>
        </Announcer>
      </div>
    </FluentProvider>
  );
}

function Screen({ progress }: { progress: Progress }) {
  switch (progress.kind) {
    case "starting":
    case "leaving":
      return <LoadingPage />;
    case "failed":
      return <StartFailedPage message={progress.message} />;
    case "unknown-frame":
      return <UnknownFramePage />;
    case "popup-over":
      return <PopupOverPage />;
    case "sign-in":
      return <SignInPage {...progress} />;
    case "session":
    case "teams":
      return <SignedIn session={progress.session} />;
  }
}
