import { formatMoment, formatNumber } from "../format.js";
import { people } from "./common.js";

const heldWords = (toDisable: number, toAdd: number): string =>
  [
    ...(toDisable > 0 ? [`${people(toDisable)} to disable`] : []),
    ...(toAdd > 0 ? [`${people(toAdd)} to add`] : []),
  ].join(", ");

export const automaticImport = {
  title: "Automatic import",
  off: {
    lead: [
      "Choose groups of your directory: everyone in them becomes a user here, at once and from then on.",
      "Every hour Rollcall looks who has come, changed or left.",
      "It only reads. Nothing is ever changed in your directory.",
    ],
    enable: "Enable",
  },
  setUp: {
    groupsStep: "1. Groups",
    rulesStep: "2. Rules",
    search: "Search groups",
    groups: "Groups in the directory",
    chosen: "Chosen groups",
    chosenCount: (count: number) => (count === 1 ? "1 group chosen" : `${formatNumber(count)} groups chosen`),
    noneChosen: "No group is chosen yet. Nothing runs before a group is chosen.",
    noneChosenOn: "No group is chosen. Saved like this, nothing runs until a group is chosen again.",
    remove: (name: string) => `Remove ${name}`,
    noGroup: "No group matches.",
    noGroups: "Your directory has no groups.",
    kinds: {
      MICROSOFT_365: "Microsoft 365 group",
      SECURITY: "Security group",
      MAIL_ENABLED_SECURITY: "Mail-enabled security group",
      DISTRIBUTION: "Distribution list",
      OTHER: "Group",
    },
    dynamic: "filled by a rule",
    members: (count: number) => (count === 1 ? "1 direct member" : `${formatNumber(count)} direct members`),
    disableLeavers: "Disable leavers",
    disableLeaversHint: "Who leaves all chosen groups, is blocked or is deleted in the directory is disabled here.",
    includeGuests: "Include guests",
    includeGuestsHint: "Guests of your organisation who are in a chosen group become users too.",
    includeNested: "Include nested groups",
    includeNestedHint: "People of groups inside the chosen groups count as well.",
    confirmLeavers: {
      title: (count: number) => `Disable ${people(count)}?`,
      action: "Disable and save",
      body: "These users would be disabled by this choice. What you confirm here is carried out without the brake.",
      more: (count: number) => `and ${formatNumber(count)} more`,
    },
    turnOn: "Turn on",
    save: "Save",
    settingsChanged: "Somebody else changed these settings meanwhile. Your changes were not saved.",
    loadNewest: "Load the newest settings",
  },
  hold: {
    title: "Waiting for your decision",
    list: "Who it is about",
    more: (count: number) => `and ${formatNumber(count)} more`,
    approve: "Approve exactly these",
    reject: "Reject",
    approvedBy: (name: string) => `Approved by ${name}. It is carried out by the run that is going on.`,
    confirmApprove: {
      title: (toDisable: number, toAdd: number) => `Approve: ${heldWords(toDisable, toAdd)}?`,
      body: "Everybody on the list is looked at once more before; whoever is back, or gives no clear answer, is left alone.",
    },
    confirmReject: {
      title: (toDisable: number, toAdd: number) => `Reject: ${heldWords(toDisable, toAdd)}?`,
      body: "Who would be disabled stays, out of the groups' hands. Who would come in is excluded from the sync.",
    },
    decided: { approve: "Approved. A run carries it out.", reject: "Rejected. They stay as they are." },
  },
  on: {
    status: "Status",
    runNow: "Run now",
    edit: "Edit",
    groups: "Groups",
    rules: "Rules",
    disableLeavers: (on: boolean) => (on ? "Leavers are disabled." : "Leavers are not disabled."),
    includeGuests: (on: boolean) => (on ? "Guests are included." : "Guests are left out."),
    includeNested: (on: boolean) => (on ? "Nested groups are followed." : "Nested groups are not followed."),
    columns: { name: "Name", people: "People", readAt: "Last change", health: "Health" },
    people: (count: number) => people(count),
    health: {
      ok: "OK",
      notRead: "Not read yet",
      empty: "Nobody in it",
      missing: (iso: string) => `Missing in the directory since ${formatMoment(iso)}`,
    },
    disableTitle: "Stop automatic import",
    disableHint: "Once disabled, no run starts any more. Users stay as they are.",
    disable: "Disable",
    confirmDisable: {
      title: "Disable automatic import?",
      body: "No run starts any more, and who joins or leaves the groups is no longer noticed. All users stay as they are, and can go on signing in. You can enable it again at any time.",
    },
    disabled: "Automatic import is disabled.",
    enabled: "Automatic import is on.",
    saved: "Saved.",
  },
};
