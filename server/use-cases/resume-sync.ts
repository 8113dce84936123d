import type { Account } from "../core/model.js";
import { requestRun, type RequestRunDeps } from "./request-run.js";
import type { SettingsStore } from "./ports.js";

/** After a check that found the way to the directory free again: the runs that the pause cost are caught up with now. */
export async function resumeSync(
  deps: RequestRunDeps & { readonly settings: SettingsStore },
  before: Account,
  after: Account,
): Promise<void> {
  const isHealed = isReadable(after) && !isReadable(before);
  if (!isHealed) return;
  const { enabled, groups } = await deps.settings.get(after.id);
  if (enabled && groups.length > 0) await requestRun(deps, after.id, { trigger: "CATCH_UP", startedBy: null });
}

const isReadable = ({ consent, trouble }: Account): boolean => consent.state === "GRANTED" && trouble === null;
