import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { EmptyNote } from "../../components/empty-note.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import type { RunQuery } from "../../graphql/generated/graphql.js";
import { useQuery } from "../../graphql/use-query.js";
import { texts } from "../../texts/texts.js";
import { RunDocument } from "./operations.js";
import { RunView } from "./run-view.js";

const useStyles = makeStyles({
  drawer: { width: "min(760px, 100vw)" },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, paddingBottom: "32px" },
});

/** While it goes on, people watch it. */
const whileItRuns = ({ run }: RunQuery): number | null => (run?.status === "RUNNING" ? 2000 : null);

interface Props {
  id: string;
  onClose: () => void;
  /** A run that undoes it has begun. */
  onUndone: () => void;
}

/** One run beside the list: what happened when, to whom, and the way back. */
export function RunDrawer({ id, onClose, onUndone }: Props) {
  const styles = useStyles();
  const query = useQuery(RunDocument, { id }, { pollEvery: whileItRuns });
  const run = query.status === "ready" ? query.data.run : null;
  const words = texts.history.run;
  return (
    <OverlayDrawer open position="end" className={styles.drawer} onOpenChange={(_, { open }) => !open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" aria-label={words.close} icon={<DismissRegular />} onClick={onClose} />}
        >
          {run ? words.title(run.startedAt) : texts.history.title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {query.status === "loading" && <SkeletonRows rows={8} />}
        {query.status === "failed" && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
        {query.status === "ready" && query.trouble && <TroubleNotice trouble={query.trouble} onRetry={query.reload} />}
        {query.status === "ready" && !run && <EmptyNote>{words.missing}</EmptyNote>}
        {run && (
          <RunView
            run={run}
            onUndone={() => {
              query.reload();
              onUndone();
            }}
          />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}
