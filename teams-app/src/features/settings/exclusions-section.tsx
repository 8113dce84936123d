import { Body1, Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { ButtonRow } from "../../components/button-row.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { FindPerson } from "../../components/find-person.js";
import { Section } from "../../components/section.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { ExcludePeopleDocument } from "../../components/why-operations.js";
import { useRequest } from "../../graphql/api-context.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { ExcludedList, type Excluded } from "./excluded-list.js";
import { FindGroup } from "./find-group.js";
import type { RulesQuery } from "../../graphql/generated/graphql.js";

interface Props {
  settings: Pick<RulesQuery["syncSettings"], "excludedPeople" | "excludedGroups">;
  onChanged: () => void;
}

/** Whom the sync leaves alone. */
export function ExclusionsSection({ settings: { excludedPeople, excludedGroups }, onChanged }: Props) {
  const request = useRequest();
  const [adding, setAdding] = useState<Excluded["kind"] | null>(null);
  const [asking, setAsking] = useState<Excluded | null>(null);
  const [pending, setPending] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.settings.exclusions;

  const set = async ({ kind, id, name }: Excluded, exclude: boolean) => {
    setPending(true);
    setNews(null);
    const input = { exclude, ...(kind === "PERSON" ? { directoryIds: [id] } : { groupIds: [id] }) };
    const outcome = outcomeOf(await request(ExcludePeopleDocument, { input }), (data) => data.excludePeople);
    setPending(false);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return;
    setAsking(null);
    setAdding(null);
    setNews(exclude ? words.excluded(name) : words.ended(name));
    onChanged();
  };
  const close = () => {
    setAsking(null);
    setTrouble(null);
  };

  return (
    <Section title={words.title}>
      <Body1>{words.lead}</Body1>
      <ExcludedList
        title={words.people}
        none={words.noPeople}
        excluded={excludedPeople.map(({ id, displayName, because }) => ({
          kind: "PERSON",
          id,
          name: displayName,
          note: because === "MAIL_CONFLICT" ? words.conflict : null,
        }))}
        pending={pending}
        onEnd={(one) => void set(one, false)}
      />
      <ExcludedList
        title={words.groups}
        none={words.noGroups}
        excluded={excludedGroups.map(({ id, displayName, health }) => ({
          kind: "GROUP",
          id,
          name: displayName,
          note: texts.server.sentences(health.slice(0, 1).map(({ sentence }) => sentence)) || null,
        }))}
        pending={pending}
        onEnd={(one) => void set(one, false)}
      />
      {news && (
        <MessageBar intent="success">
          <MessageBarBody>{news}</MessageBarBody>
        </MessageBar>
      )}
      {trouble && !asking && <TroubleNotice trouble={trouble} />}
      {adding === "PERSON" && (
        <FindPerson
          startsHere
          label={words.searchPeople}
          onPick={({ directoryId, displayName }) =>
            setAsking({ kind: "PERSON", id: directoryId, name: displayName, note: null })
          }
        />
      )}
      {adding === "GROUP" && (
        <FindGroup
          label={words.searchGroups}
          onPick={({ id, displayName }) => setAsking({ kind: "GROUP", id, name: displayName, note: null })}
        />
      )}
      <AddButtons adding={adding} onAdd={setAdding} />
      {asking && (
        <ConfirmDialog
          title={texts.why.exclusion.ask(asking.name)}
          action={words.exclude}
          pending={pending}
          onConfirm={() => void set(asking, true)}
          onCancel={close}
        >
          <Body1>{asking.kind === "PERSON" ? texts.why.exclusion.warning : words.groupWarning}</Body1>
          {trouble && <TroubleNotice trouble={trouble} />}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function AddButtons({
  adding,
  onAdd,
}: {
  adding: Excluded["kind"] | null;
  onAdd: (kind: Excluded["kind"] | null) => void;
}) {
  const words = texts.settings.exclusions;
  if (adding)
    return (
      <div>
        <Button onClick={() => onAdd(null)}>{words.stopAdding}</Button>
      </div>
    );
  return (
    <ButtonRow>
      <Button onClick={() => onAdd("PERSON")}>{words.addPerson}</Button>
      <Button onClick={() => onAdd("GROUP")}>{words.addGroup}</Button>
    </ButtonRow>
  );
}
