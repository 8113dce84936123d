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
import { useEffect, useRef, useState, type RefObject } from "react";
import { texts } from "../texts/texts.js";
import { phone } from "./breakpoint.js";
import { useReturnedFocus } from "./keep-focus.js";
import { WhyAbout } from "./why-about.js";
import type { WhyTarget } from "./why-context.js";
import { WhySearch } from "./why-search.js";
import { whyTitle, type WhyAnswer } from "./why-words.js";

const useStyles = makeStyles({
  drawer: { width: "480px", [phone]: { width: "100vw" } },
  title: { overflowWrap: "anywhere", outlineStyle: "none" },
  body: { paddingBottom: tokens.spacingVerticalXXL },
});

interface Props {
  target: WhyTarget;
  onMove: (target: WhyTarget) => void;
  onClose: () => void;
  onChanged: () => void;
}

/** "Why is this person (not) here?", with the way to find somebody who is missing. */
export function WhyDrawer({ target, onMove, onClose, onChanged }: Props) {
  const styles = useStyles();
  useReturnedFocus();
  const [from, setFrom] = useState("search" in target ? target.search : null);
  const [standing, setStanding] = useState<WhyAnswer["standing"] | null>(null);
  const heading = useRef<HTMLSpanElement>(null);
  const words = texts.why;
  const title = "search" in target ? words.title.search : whyTitle(target.name, standing);

  return (
    <OverlayDrawer open position="end" className={styles.drawer} onOpenChange={(_, { open }) => !open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" aria-label={words.close} icon={<DismissRegular />} onClick={onClose} />}
        >
          <Title ref={heading} text={title} move={JSON.stringify(target)} />
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {"search" in target ? (
          <WhySearch
            words={target.search}
            onPick={(search, picked) => {
              setFrom(search);
              setStanding(null);
              onMove(picked);
            }}
          />
        ) : (
          <WhyAbout
            key={JSON.stringify(target)}
            target={target}
            onStanding={setStanding}
            onChanged={onChanged}
            onRetry={() => heading.current?.focus()}
            back={from !== null && <Button onClick={() => onMove({ search: from })}>{words.back}</Button>}
          />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

/** Takes the focus when the panel moves from the search to somebody and back: the pressed button is gone by then. */
function Title({ ref, text, move }: { ref: RefObject<HTMLSpanElement | null>; text: string; move: string }) {
  const styles = useStyles();
  const seen = useRef(move);
  useEffect(() => {
    if (seen.current !== move) ref.current?.focus();
    seen.current = move;
  }, [ref, move]);
  return (
    <span ref={ref} tabIndex={-1} className={styles.title}>
      {text}
    </span>
  );
}
