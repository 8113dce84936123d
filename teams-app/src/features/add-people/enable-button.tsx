import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { setUserStatuses, type UsersSet } from "../../components/set-user-status.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import { texts } from "../../texts/texts.js";

/** For somebody who is here already, but disabled: importing would do nothing, enabling is what is meant. */
export function EnableButton({ userId, name, onEnabled }: { userId: string; name: string; onEnabled: () => void }) {
  const request = useRequest();
  const announce = useAnnounce();
  const [pending, setPending] = useState(false);
  const [result, setResult] = useState<UsersSet | null>(null);
  const words = texts.addPeople;

  const enable = async () => {
    setPending(true);
    const set = await setUserStatuses(request, [userId], "ACTIVE");
    setPending(false);
    setResult(set);
    if (set.trouble || set.refused.length > 0) return;
    announce(words.enabled(name));
    onEnabled();
  };

  return (
    <>
      <Button size="small" aria-label={words.enable(name)} disabledFocusable={pending} onClick={() => void enable()}>
        {texts.users.enable}
      </Button>
      {result?.trouble && <TroubleNotice trouble={result.trouble} />}
      {result?.refused.map(({ why }) => (
        <span key={why}>{why}</span>
      ))}
    </>
  );
}
