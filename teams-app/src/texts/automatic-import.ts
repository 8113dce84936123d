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
    steps: "Steps",
    step: (number: number, name: string) => `${number}. ${name}`,
    stepOf: (number: number, name: string) => `Step ${number} of 3: ${name}`,
    names: { groups: "Groups", rules: "Rules", preview: "Preview" },
    next: "Next",
    back: "Back",
    search: "Search groups",
    groups: "Groups in the directory",
    chosenCount: (count: number) => (count === 1 ? "1 group chosen" : `${formatNumber(count)} groups chosen`),
    noneChosen: "No group is chosen yet. Nothing runs before a group is chosen.",
    noneChosenOn: "No group is chosen. Saved like this, nothing runs until a group is chosen again.",
    remove: (name: string) => `Remove ${name}`,
    searching: "Searching …",
    counting: "Counting the people …",
    together: (count: number, overlap: number) =>
      overlap === 0
        ? `${people(count)} in all.`
        : `${people(count)} in all, ${formatNumber(overlap)} of them in more than one of the groups.`,
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
    disableLeaversHint:
      "Who leaves all chosen groups, is blocked or is deleted in the directory is disabled here. Without it, people only come.",
    includeGuests: "Include guests",
    includeGuestsHint: "Guests of your organisation who are in a chosen group become users too.",
    includeNested: "Include nested groups",
    includeNestedHint: "People of groups inside the chosen groups count as well.",
    brake: "Brake",
    brakeHint:
      "Should more people leave within a day than this lets through, nobody is disabled: they wait on a list until an admin has looked at it. The smaller of the two counts. The brake cannot be switched off.",
    brakePercent: "Per cent of the people (1 to 50)",
    brakeCap: "People at most (1 to 5,000)",
    brakePercentWrong: "A whole number from 1 to 50, please.",
    brakeCapWrong: "A whole number from 1 to 5,000, please.",
    byHand: (count: number) =>
      count === 1
        ? "1 person in these groups is here by hand already. They stay when they leave the groups, because an admin decides about them."
        : `${people(count)} in these groups are here by hand already. They stay when they leave the groups, because an admin decides about them.`,
    handOver: "Hand them to the groups after the first run",
    handOverHint: "They are then treated like everybody who came by a group. Nobody’s access changes by it.",
    turnOn: "Turn on",
    turnOnAndDisable: (count: number) => `Turn on and disable ${formatNumber(count)}`,
    save: "Save",
    saveAndDisable: (count: number) => `Save and disable ${formatNumber(count)}`,
    previewOld: "Something has changed since this preview was made. Nothing was saved; here is what would happen now.",
    settingsChanged: "Somebody else changed these settings meanwhile. What you chose here is kept, and not saved yet.",
    goOn: "Go on with my choice",
    takeTheirs: "Start again from theirs",
    changed: {
      enabled: (on: boolean) => (on ? "Automatic import was turned on." : "Automatic import was disabled."),
      groupAdded: (name: string) => `The group “${name}” was chosen.`,
      groupRemoved: (name: string) => `The group “${name}” was taken out.`,
      exclusions: "Who is excluded has changed.",
      other: "Something else in the settings has changed.",
    },
  },
  preview: {
    title: "What the next run would do",
    open: "Preview the next run",
    close: "Close the preview",
    again: "Look again",
    reading: "Reading the groups. This can take a minute in a large directory.",
    add: (count: number) => `Will add ${people(count)}`,
    alreadyHere: (count: number) => `Already here: ${people(count)}`,
    reenable: (count: number) => `Will enable ${people(count)} again`,
    update: (count: number) => `Will update ${people(count)}`,
    disable: (count: number) => `Will disable ${people(count)}`,
    skip: (count: number) => `Cannot import ${people(count)}`,
    nothing: "Nothing would change.",
    groups: "Group by group",
    sum: {
      members: (count: number, shown: string) => `${shown} ${count === 1 ? "member" : "members"}`,
      people: (count: number, shown: string) => `${shown} ${count === 1 ? "person" : "people"}`,
      others: (count: number, shown: string) =>
        `${shown} ${count === 1 ? "device, contact or group" : "devices, contacts or groups"}`,
      blocked: (_: number, shown: string) => `${shown} blocked`,
      guestsLeftOut: (count: number, shown: string) => `${shown} ${count === 1 ? "guest" : "guests"} left out`,
      excluded: (_: number, shown: string) => `${shown} excluded`,
      unknown: (_: number, shown: string) => `${shown} of whom the directory tells too little`,
      countedBefore: (_: number, shown: string) => `${shown} counted in a group above`,
      incomplete: (said: string) => `${said} (not read to the end)`,
    },
    agreed: (count: number) =>
      count === 1
        ? "By going on you agree to this disable: it happens without the brake."
        : `By going on you agree to exactly these ${formatNumber(count)} disables: they happen without the brake.`,
    wouldHold: "The brake would keep this back: it would wait on a list until an admin has decided.",
  },
  hold: {
    title: "Waiting for your decision",
    since: (iso: string) =>
      `It has waited since ${formatMoment(iso)}. Nobody else is disabled meanwhile; people who join still come in.`,
    group: "Group",
    allGroups: (count: number) => `All (${formatNumber(count)})`,
    ofGroup: (name: string, count: number) => `${name} (${formatNumber(count)})`,
    list: "Who it is about",
    columns: { name: "Name", action: "What", reason: "Why", groups: "Groups" },
    actions: { DISABLE: "To disable", CREATE: "To add", REENABLE: "To enable again" },
    approve: "Approve exactly these",
    reject: "Reject",
    later: "You can also come back later: the list stays, and every run brings it up to date.",
    approvedBy: (name: string) => `Approved by ${name}. It is carried out by the run that is going on.`,
    noApproval: (why: string) => `It cannot be approved now: ${why}`,
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
  handOver: {
    title: "People here by hand",
    body: (count: number) =>
      count === 1
        ? "1 person in the chosen groups was added by hand. They stay when they leave the groups, until you hand them over."
        : `${people(count)} in the chosen groups were added by hand. They stay when they leave the groups, until you hand them over.`,
    action: "Hand to the groups",
    confirm: {
      title: (count: number) => `Hand ${people(count)} to the groups?`,
      body: "From then on the groups decide about them: with leavers being disabled, they are disabled once they leave all chosen groups. Nobody’s access changes now.",
    },
    done: (count: number) => `${people(count)} handed to the groups.`,
  },
  on: {
    status: "Status",
    runNow: "Run now",
    lastRun: "Last run",
    recent: (count: number) => (count === 1 ? "The last run" : `The last ${formatNumber(count)} runs`),
    recentHint: "Newest last. Empty: nothing changed; filled: somebody changed; !: look at it; ×: failed.",
    recentRun: (time: string, what: string) => `${time}: ${what}`,
    edit: "Edit",
    groups: "Groups",
    rules: "Rules",
    disableLeavers: (on: boolean) => (on ? "Leavers are disabled." : "Leavers are not disabled."),
    includeGuests: (on: boolean) => (on ? "Guests are included." : "Guests are left out."),
    includeNested: (on: boolean) => (on ? "Nested groups are followed." : "Nested groups are not followed."),
    brake: (percent: number, cap: number) =>
      `The brake lets a day disable at most ${formatNumber(percent)} % of the people, and never more than ${formatNumber(cap)}.`,
    excludedGroups: "Excluded groups",
    changeExclusions: "Change who is excluded",
    excludedPeople: (count: number) =>
      count === 1 ? "1 person is excluded by name." : `${people(count)} are excluded by name.`,
    columns: { name: "Name", people: "Members", readAt: "Last change", health: "Health" },
    people: (count: number) => people(count),
    health: {
      ok: "OK",
      notRead: "Not read yet",
      since: (message: string, time: string) => `${message.replace(/\.$/, "")} (since ${time}).`,
      next: {
        MISSING: "Restore it in your directory, or press Edit and remove it.",
        HIDDEN: "Let its members be seen in your directory, or press Edit and choose another group.",
        INCOMPLETE: "There is nothing to do here.",
        EMPTY: "If that is wrong, add people to it in your directory; else press Edit and remove it.",
        SHRUNK: "If that is wrong, correct it in your directory before you approve anything.",
        RENAMED: null,
        DYNAMIC: null,
      },
    },
    disableTitle: "Stop automatic import",
    disableHint: "Once disabled, no run starts any more. Users stay as they are.",
    disable: "Disable",
    confirmDisable: {
      title: "Disable automatic import?",
      body: "No run starts any more, and who joins or leaves the groups is no longer noticed. All users stay as they are, and can go on signing in. You can enable it again at any time.",
    },
    disabled: "Automatic import is disabled.",
    enabled: "Turned on. The first run starts at once.",
    saved: "The groups and rules are saved.",
  },
};
