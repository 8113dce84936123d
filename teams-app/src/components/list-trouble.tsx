import { Button } from "@fluentui/react-components";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { firstPage, type CursorStack } from "./cursor-stack.js";
import { TroubleNotice } from "./trouble-notice.js";

interface Props {
  trouble: Trouble;
  stack: CursorStack;
  onMove: (stack: CursorStack) => void;
  onRetry: () => void;
}

/** A page of a list that did not come. A cursor may have gone stale, so further pages also offer the way to the first. */
export function ListTrouble({ trouble, stack, onMove, onRetry }: Props) {
  return (
    <>
      <TroubleNotice trouble={trouble} onRetry={onRetry} />
      {stack.cursors.length > 0 && (
        <div>
          <Button onClick={() => onMove(firstPage(stack.scope))}>{texts.common.firstPage}</Button>
        </div>
      )}
    </>
  );
}
