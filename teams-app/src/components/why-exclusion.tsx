import { Body1, Button } from "@fluentui/react-components";
import { useState } from "react";
import { useRequest } from "../graphql/api-context.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { TroubleNotice } from "./trouble-notice.js";
import { ExcludePeopleDocument } from "./why-operations.js";
import { WhyPart } from "./why-part.js";
import { exclusionOf, type WhyAnswer } from "./why-words.js";

interface Props {
  why: WhyAnswer;
  directoryId: string;
  onChanged: () => void;
}

/** Whether the sync leaves them alone by an admin's word, and the way in and out of it. */
export function WhyExclusion({ why, directoryId, onChanged }: Props) {
  const request = useRequest();
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.why.exclusion;
  const [asking, setAsking] = useState(false);
  const exclusion = exclusionOf(why);
  /** Somebody whose access hangs on the groups: excluding them may take it away. */
  const mayLose = why.user?.status === "ACTIVE" && why.user.managedBy === "GROUPS";
  if (exclusion === "UNKNOWN") return null;

  const set = async (exclude: boolean) => {
    setPending(true);
    const input = { directoryIds: [directoryId], exclude };
    const outcome = outcomeOf(await request(ExcludePeopleDocument, { input }), (data) => data.excludePeople);
    setPending(false);
    setAsking(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    setDone(outcome.ok ? (exclude ? words.excluded : words.ended) : null);
    if (outcome.ok) onChanged();
  };

  return (
    <WhyPart title={words.title}>
      <Body1>{{ BY_NAME: words.byName, BY_GROUP: words.byGroup, NO: words.no }[exclusion]}</Body1>
      {exclusion !== "BY_GROUP" && (
        <Button
          disabledFocusable={pending}
          onClick={() => (exclusion === "NO" && mayLose ? setAsking(true) : void set(exclusion === "NO"))}
        >
          {exclusion === "NO" ? words.exclude : words.end}
        </Button>
      )}
      <div role="status">{done && <Body1>{done}</Body1>}</div>
      {trouble && <TroubleNotice trouble={trouble} />}
      {asking && (
        <ConfirmDialog
          title={words.ask(why.user?.displayName ?? "")}
          action={words.exclude}
          pending={pending}
          onConfirm={() => void set(true)}
          onCancel={() => setAsking(false)}
        >
          <Body1>{words.warning}</Body1>
        </ConfirmDialog>
      )}
    </WhyPart>
  );
}
