import { registerEnumType } from "type-graphql";
import type * as changes from "../../../core/changes.js";
import type * as holds from "../../../core/hold.js";
import type * as runs from "../../../core/run.js";
import type { HoldReason as HoldReasonName } from "../../../core/guard.js";
import { names } from "./names.js";

export const RunTrigger = names<runs.RunTrigger>({
  SCHEDULE: "SCHEDULE",
  ADMIN: "ADMIN",
  SETTINGS: "SETTINGS",
  IMPORT: "IMPORT",
  REFRESH: "REFRESH",
  APPROVAL: "APPROVAL",
  UNDO: "UNDO",
  CATCH_UP: "CATCH_UP",
});
registerEnumType(RunTrigger, {
  name: "RunTrigger",
  description: "What started a run.",
  valuesConfig: {
    SCHEDULE: { description: "Its hour." },
    ADMIN: { description: "An admin who pressed Run now." },
    SETTINGS: { description: "A change of the settings." },
    IMPORT: { description: "An import by hand." },
    REFRESH: { description: "The daily look at everybody, or at one person." },
    APPROVAL: { description: "An admin who approved a hold." },
    UNDO: { description: "An admin who undid another run." },
    CATCH_UP: { description: "A run that was missed, or cut short." },
  },
});

export const RunStatus = names<runs.RunStatus>({
  RUNNING: "RUNNING",
  SUCCEEDED: "SUCCEEDED",
  PARTIAL: "PARTIAL",
  HELD: "HELD",
  FAILED: "FAILED",
  STOPPED: "STOPPED",
  SKIPPED: "SKIPPED",
});
registerEnumType(RunStatus, {
  name: "RunStatus",
  valuesConfig: {
    PARTIAL: {
      description:
        "A part could not be read or written; what could be was, and nobody was disabled for want of a read.",
    },
    HELD: { description: "The brake held changes back; the rest was made." },
    STOPPED: {
      description:
        "Ended at a checkpoint, because the settings changed, an admin stopped it or the server was stopping.",
    },
    SKIPPED: { description: "Another run was still going on." },
  },
});

export const RunStage = names<runs.RunProgress["stage"]>({
  READING: "READING",
  LOOKING_AGAIN: "LOOKING_AGAIN",
  APPLYING: "APPLYING",
});
registerEnumType(RunStage, { name: "RunStage" });

export const ChangeAction = names<changes.ChangeAction>({
  CREATE: "CREATE",
  REENABLE: "REENABLE",
  UPDATE: "UPDATE",
  DISABLE: "DISABLE",
});
registerEnumType(ChangeAction, { name: "ChangeAction" });

export const ChangeReason = names<changes.ChangeReason>({
  LEFT_GROUPS: "LEFT_GROUPS",
  BLOCKED_IN_DIRECTORY: "BLOCKED_IN_DIRECTORY",
  DELETED_IN_DIRECTORY: "DELETED_IN_DIRECTORY",
  GUESTS_LEFT_OUT: "GUESTS_LEFT_OUT",
  EXCLUDED: "EXCLUDED",
  BY_ADMIN: "BY_ADMIN",
  IN_CHOSEN_GROUP: "IN_CHOSEN_GROUP",
  BACK_IN_CHOSEN_GROUP: "BACK_IN_CHOSEN_GROUP",
  FOLLOWS_DIRECTORY: "FOLLOWS_DIRECTORY",
  BY_HAND: "BY_HAND",
  UNDONE: "UNDONE",
});
registerEnumType(ChangeReason, { name: "ChangeReason" });

export const ChangeOutcome = names<changes.ChangeOutcome>({
  PLANNED: "PLANNED",
  DONE: "DONE",
  OVERTAKEN: "OVERTAKEN",
  FAILED: "FAILED",
  DROPPED: "DROPPED",
  NOT_REACHED: "NOT_REACHED",
});
registerEnumType(ChangeOutcome, {
  name: "ChangeOutcome",
  description: "What became of a change.",
  valuesConfig: {
    PLANNED: { description: "Its run is still going on." },
    OVERTAKEN: { description: "Somebody else had changed the person meanwhile, so there was nothing to do." },
    DROPPED: {
      description: "Approved, and not done: a second look found that they may stay, or gave no clear answer.",
    },
    NOT_REACHED: { description: "The run was cut short before it came to this person." },
  },
});

export const HoldReason = names<HoldReasonName>({
  TOO_MANY_LEAVERS: "TOO_MANY_LEAVERS",
  NOBODY_LEFT: "NOBODY_LEFT",
  GROUP_COLLAPSED: "GROUP_COLLAPSED",
  TOO_MANY_ADDITIONS: "TOO_MANY_ADDITIONS",
  HOLD_OPEN: "HOLD_OPEN",
});
registerEnumType(HoldReason, { name: "HoldReason", description: "Why the brake kept changes back." });

export const HeldAction = names<holds.HeldChange["action"]>({
  DISABLE: "DISABLE",
  CREATE: "CREATE",
  REENABLE: "REENABLE",
});
registerEnumType(HeldAction, { name: "HeldAction" });
