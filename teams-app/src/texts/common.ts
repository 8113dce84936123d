import { formatMoment, formatNumber } from "../format.js";

/** "1 person", "1,240 people" */
export const people = (count: number): string => `${formatNumber(count)} ${count === 1 ? "person" : "people"}`;

/** "Ada, Ben and 12 more"; `all`: how many they are, where not all of them have names. */
export const someNames = (names: readonly string[], all = names.length): string => {
  const shown = names.slice(0, all <= 5 ? all : 4);
  const rest = all - shown.length;
  return shown.join(", ") + (rest > 0 ? ` and ${formatNumber(rest)} more` : "");
};

export const common = {
  product: "Rollcall",
  tabs: {
    users: "Users",
    addPeople: "Add people",
    automaticImport: "Automatic import",
    history: "History",
    settings: "Settings",
  },
  membersHidden: "Its members are hidden, so Rollcall cannot see who is in it.",
  andMore: (count: number) => `and ${formatNumber(count)} more`,
  sections: "Sections",
  myPage: "My page",
  pretendTenant: "Pretend tenant",
  pretendTenantOpens: "Pretend tenant (opens in a new tab)",
  pretendTeams: "As Teams shows it",
  pretendTeamsOpens: "As Teams shows it (opens in a new tab)",
  signOut: "Sign out",
  signedInAs: (name: string) => `Signed in as ${name}`,
  accountMenu: (name: string) => `Account menu of ${name}`,
  loading: "Loading",
  tryAgain: "Try again",
  cancel: "Cancel",
  next: "Next",
  previous: "Previous",
  pages: "Pages",
  page: (number: number) => `Page ${formatNumber(number)}`,
  goTo: (screen: string) => `Go to ${screen}`,
  firstPage: "Back to the first page",
  copied: "Copied",
  copyFailed: "Copying did not work. Select the address and copy it by hand.",
  save: "Save",
  none: "–",
  pageBroken: {
    title: "This page broke.",
    body: "The fault is ours. Nothing you did before is lost; load the page again.",
    reload: "Load again",
  },
  newVersion: {
    body: "There is a newer version of Rollcall, and this part comes with it. Load the page again; what is ticked or typed here and not yet saved goes.",
    reload: "Load the page again",
  },
  trouble: {
    offline: "Rollcall could not be reached. Check your connection, then try again.",
    ended: "Your sign-in has ended. Sign in again to go on.",
    signInAgain: "Sign in again",
    host: "Teams did not sign you in.",
    hostDetail: (detail: string) => `Teams says: ${detail}`,
    notAssigned:
      "Your organisation lets only those people in who are assigned to Rollcall in Microsoft Entra, and you are not. Ask whoever manages enterprise applications there to assign you.",
    refused: "You may not do this.",
    /** Of the API itself, which speaks English alone; it says what exactly. */
    badInput: (detail: string) => detail,
    slowDown: (seconds: number | null) =>
      seconds === null
        ? "Too many requests at once. Wait a moment, then try again."
        : `Too many requests at once. Try again in ${formatNumber(seconds)} seconds.`,
    server: "Something went wrong on our side. Try again in a moment.",
    timeout: "No answer came in time. It may still be done: look at what is there before you do it again.",
    unavailable: "Rollcall cannot answer just now. It usually recovers by itself; try again in a moment.",
    reference: (id: string) => `Reference: ${id}`,
    retryAt: (iso: string) => `Worth trying again at ${formatMoment(iso)}.`,
    lastKnown: "These are the last known facts; newer ones could not be read.",
  },
  origin: { LOCAL: "Made here", MANUAL: "Added by hand", SYNC: "By a group" },
  status: { ACTIVE: "Active", DISABLED: "Disabled" },
  managedBy: { GROUPS: "The groups", ADMIN: "Admins" },
  role: { ADMIN: "Admin", EMPLOYEE: "Employee" },
  directoryState: { BLOCKED: "Blocked in the directory", DELETED: "Deleted from the directory" },
  disabledBy: { SYNC: "by the sync", ADMIN: "by an admin" },
};
