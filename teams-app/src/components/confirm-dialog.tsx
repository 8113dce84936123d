import { lazy, Suspense } from "react";
import type { ConfirmDialogProps } from "./confirm-dialog-surface.js";

// Fluent's dialog weighs as much as a screen and is needed only once somebody is asked something.
const Surface = lazy(async () => ({ default: (await import("./confirm-dialog-surface.js")).ConfirmDialogSurface }));

/** Asks before an effect on people. Rendered only while it is open. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Suspense fallback={null}>
      <Surface {...props} />
    </Suspense>
  );
}
