import { lazyPart } from "./lazy-part.js";

/**
 * Asks before an effect on people. Rendered only while it is open. Fluent's dialog weighs as much as a screen and is
 * needed only once somebody is asked something.
 */
export const ConfirmDialog = lazyPart(async () => (await import("./confirm-dialog-surface.js")).ConfirmDialogSurface, {
  over: true,
});
