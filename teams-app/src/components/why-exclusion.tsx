import { Body1, Button } from "@fluentui/react-components";
import { useState } from "react";
import { useRequest } from "../graphql/api-context.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
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
  const exclusion = exclusionOf(why);
  if (exclusion === "UNKNOWN") return null;

  const set = async (exclude: boolean) => {
    setPending(true);
    const input = { directoryIds: [directoryId], exclude };
    const outcome = outcomeOf(await request(ExcludePeopleDocument, { input }), (data) => data.excludePeople);
    setPending(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    setDone(outcome.ok ? (exclude ? words.excluded : words.ended) : null);
    if (outcome.ok) onChanged();
  };

  return (
    <WhyPart title={words.title}>
      <Body1>{{ BY_NAME: words.byName, BY_GROUP: words.byGroup, NO: words.no }[exclusion]}</Body1>
      {exclusion === "NO" && <Body1>{words.warning}</Body1>}
      {exclusion !== "BY_GROUP" && (
        <Button disabledFocusable={pending} onClick={() => void set(exclusion === "NO")}>
          {exclusion === "NO" ? words.exclude : words.end}
        </Button>
      )}
      <div role="status">{done && <Body1>{done}</Body1>}</div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </WhyPart>
  );
}
