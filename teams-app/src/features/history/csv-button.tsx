import { Body1, Button, makeStyles } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { downloadCsv } from "../../components/csv.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { allChanges, changeRows } from "./changes-csv.js";
import type { RunDetails } from "./run-words.js";

// As narrow as its words on a phone, and no narrower.
const useStyles = makeStyles({ button: { minWidth: "max-content" } });

/** All changes of a run as a file, not only those on the page. */
export function CsvButton({ run }: { run: RunDetails }) {
  const styles = useStyles();
  const request = useRequest();
  const announce = useAnnounce();
  const leaving = useRef<AbortController | null>(null);
  const [read, setRead] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.history.run;
  useEffect(() => () => leaving.current?.abort(), []);

  const download = async () => {
    leaving.current = new AbortController();
    const { signal } = leaving.current;
    setRead(0);
    const all = await allChanges(request, run.id, setRead, signal).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });
    if (all === null) return;
    setRead(null);
    setTrouble(all.ok ? null : all.trouble);
    if (!all.ok) return;
    downloadCsv(words.csvName(run.startedAt.slice(0, 10)), changeRows(all.changes));
    announce(words.csvDone(all.changes.length));
  };

  return (
    <>
      <Button
        className={styles.button}
        icon={<ArrowDownloadRegular />}
        disabledFocusable={read !== null}
        onClick={() => void download()}
      >
        {words.csv}
      </Button>
      {read !== null && read > 0 && <Body1>{words.csvLoading(read)}</Body1>}
      {trouble && <TroubleNotice trouble={trouble} onRetry={() => void download()} />}
    </>
  );
}
