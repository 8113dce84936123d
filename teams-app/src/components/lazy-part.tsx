import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { Component, lazy, Suspense, useReducer, type ComponentType, type ReactNode } from "react";
import { texts } from "../texts/texts.js";

/** A file of the tab did not come. */
class NotLoaded extends Error {
  constructor(
    /** Nothing answers; else the server has a newer version, without this file. */
    readonly offline: boolean,
    cause?: unknown,
  ) {
    super("A part of the tab could not be loaded.", { cause });
  }
}

const ANSWERS_WITHIN_MS = 10_000;

/**
 * Browsers remember a module that did not come until the page is loaded anew: it is only asked for if somebody answers.
 * Any answer but a gateway's will do, also a refusal: not every installation shows its health to the world.
 */
async function loadNow<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const answer = await fetch("/healthz", { method: "HEAD", cache: "no-store", signal }).catch((cause: unknown) => {
    throw new NotLoaded(true, cause);
  });
  if (answer.status >= 500) throw new NotLoaded(true);
  return load().catch((cause: unknown) => {
    throw new NotLoaded(false, cause);
  });
}

/**
 * A part of the tab that is loaded when it is first shown. React's own lazy keeps a load that failed for ever, and takes
 * the whole page down with it: here the rest of the page stays, with all that was typed, and the part is tried again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { meanwhile = null, over = false }: { meanwhile?: ReactNode; over?: boolean } = {},
): ComponentType<Props> {
  const fresh = () => lazy(async () => ({ default: await loadNow(load) }));
  let Part = fresh();

  return function LazyPart(props: Props) {
    const [tries, tryAgain] = useReducer((before: number) => before + 1, 0);
    return (
      <LoadBoundary
        key={tries}
        onNotLoaded={() => (Part = fresh())}
        instead={(error) => <NotLoadedNotice offline={error.offline} over={over} onRetry={tryAgain} />}
      >
        <Suspense fallback={meanwhile}>
          <Part {...props} />
        </Suspense>
      </LoadBoundary>
    );
  };
}

interface BoundaryProps {
  children: ReactNode;
  instead: (error: NotLoaded) => ReactNode;
  onNotLoaded: () => void;
}

class LoadBoundary extends Component<BoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof NotLoaded) this.props.onNotLoaded();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    // A fault of ours is the next boundary's
    if (!(error instanceof NotLoaded)) throw error;
    return this.props.instead(error);
  }
}

const useStyles = makeStyles({
  // In place of a dialog, wherever on the page it was asked for
  over: {
    position: "fixed",
    insetInline: tokens.spacingHorizontalL,
    bottom: tokens.spacingVerticalL,
    marginInline: "auto",
    maxWidth: "720px",
    zIndex: 1,
    boxShadow: tokens.shadow16,
  },
});

interface NoticeProps {
  offline: boolean;
  over: boolean;
  onRetry: () => void;
}

function NotLoadedNotice({ offline, over, onRetry }: NoticeProps) {
  const styles = useStyles();
  const { trouble, newVersion, tryAgain } = texts.common;
  return (
    <MessageBar intent="warning" layout="multiline" {...(over ? { className: styles.over } : {})}>
      <MessageBarBody>{offline ? trouble.offline : newVersion.body}</MessageBarBody>
      <MessageBarActions>
        {offline ? (
          <Button onClick={onRetry}>{tryAgain}</Button>
        ) : (
          <Button onClick={() => window.location.reload()}>{newVersion.reload}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
