import type { RequestRunDeps } from "./request-run.js";
import type {
  AccountStore,
  ConflictStore,
  Directories,
  GroupMemberStore,
  HoldStore,
  PreviewStore,
  SettingsStore,
} from "./ports.js";

/** What a run needs of the world. */
export interface RunSyncDeps extends RequestRunDeps {
  readonly accounts: AccountStore;
  readonly directories: Directories;
  readonly settings: SettingsStore;
  readonly groupMembers: GroupMemberStore;
  readonly holds: HoldStore;
  readonly conflicts: ConflictStore;
  readonly previews: PreviewStore;
  /** Seconds between two runs by the schedule. */
  readonly intervalSeconds: number;
  /** Aborted when the process is asked to end: the run stops at its next checkpoint. */
  readonly stopping: AbortSignal;
}
