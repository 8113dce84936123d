import { Button } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { texts } from "../texts/texts.js";
import { useAnnounce } from "./announcer.js";

/** Copies an address. Where the browser or the host forbids it, shows the address to copy by hand. */
export function CopyButton({ label, value, onTaken }: { label: string; value: string; onTaken?: () => void }) {
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  const copy = async () => {
    onTaken?.();
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
      announce(texts.common.copied);
    } catch {
      setOutcome("refused");
      announce(texts.common.copyFailed);
    }
  };

  return (
    <>
      <Button icon={outcome === "copied" ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void copy()}>
        {label}
      </Button>
      {outcome === "refused" && (
        <span>
          {texts.common.copyFailed} <code>{value}</code>
        </span>
      )}
    </>
  );
}
