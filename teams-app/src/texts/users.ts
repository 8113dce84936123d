import { formatNumber } from "../format.js";
import { people, someNames } from "./common.js";

export const users = {
  title: "Users",
  addUsers: "Add users",
  import: "Import",
  statusCard: "Automatic import",
  statusDetails: "Groups and rules",
  firstSteps: {
    body: "Only you are here so far. Pick people by hand, or choose groups whose people come, and leave, by themselves.",
    importPeople: "Import people",
    automaticImport: "Set up automatic import",
  },
  search: "Search users",
  filterStatus: "Status",
  filterOrigin: "Origin",
  filterDirectory: "Directory",
  filterManagedBy: "Who decides",
  all: "All",
  directoryFilter: { any: "All", gone: "Blocked or deleted", blocked: "Blocked", deleted: "Deleted" },
  table: "Users",
  columns: {
    name: "Name",
    mail: "Mail",
    origin: "Origin",
    status: "Status",
    groups: "Groups",
    lastSignIn: "Last sign-in",
    actions: "Actions",
  },
  neverSignedIn: "Never",
  select: (name: string) => `Select ${name}`,
  selectAll: "Select all on this page",
  count: (count: number) => (count === 1 ? "1 user" : `${formatNumber(count)} users`),
  selected: (count: number) => `${formatNumber(count)} selected`,
  clear: "Clear",
  enable: "Enable",
  bulk: "Selected users",
  disabledBy: { SYNC: "Disabled by the sync", ADMIN: "Disabled by an admin" },
  emptyTitle: "Nobody is here yet",
  emptyBody: "Use Add users to import people from Microsoft Entra ID.",
  noMatch: "No user matches.",
  nobodyCalled: (search: string) => `Nobody here is called “${search}”.`,
  nobodyCalledAndFits: (search: string) => `Nobody here who fits the filters is called “${search}”.`,
  whyNotHere: "Why not?",
  clearFilters: "Clear search and filters",
  /** What can be done with one user or many: its button, the question before, and the news after. */
  acts: {
    ENABLE: {
      action: "Enable",
      title: (who: string) => `Enable ${who}?`,
      body: "They can sign in again. The sync leaves them enabled until an admin decides otherwise: whom the groups would not have is managed by admins from then on.",
      done: (who: string) => `Enabled: ${who}.`,
    },
    DISABLE: {
      action: "Disable",
      title: (who: string) => `Disable ${who}?`,
      body: "They can no longer sign in. Nothing else about them changes, nothing is changed in the directory, and you can enable them again. The sync does not enable them by itself.",
      done: (who: string) => `Disabled: ${who}.`,
    },
    TO_GROUPS: {
      action: "Let the groups decide",
      title: (who: string) => `Let the groups decide about ${who}?`,
      body: "Nothing changes at once. From the next run on, the chosen groups decide: while leavers are disabled, whoever is in none of them is disabled, within the brake.",
      done: (who: string) => `The groups decide from now on about ${who}.`,
    },
    KEEP: {
      action: "Keep, whatever the groups say",
      title: (who: string) => `Keep ${who}, whatever the groups say?`,
      body: "Only admins decide about them then. They stay as they are when they leave the chosen groups, and no run disables them.",
      done: (who: string) => `Only admins decide from now on about ${who}.`,
    },
  },
  more: "More",
  undo: "Undo",
  undone: "Undone.",
  dismiss: "Close",
  notChanged: (name: string, why: string) => `${name}: ${why}`,
  sharesEmail: "Same mail as somebody else here",
  /** Beside how they came, where that would lead to expect the other. */
  decidedBy: { GROUPS: "(the groups decide)", ADMIN: "(admins decide)" },
  people,
  names: someNames,
  why: "Why here, or not?",
  link: {
    local: "Link to a person of the directory",
    takeOver: "Give this record to another person",
    title: (name: string) => `Who in the directory is ${name}?`,
    bodyLocal:
      "This user was made in the application. Linked to a person, they sign in with Microsoft as that person. Role, status and who decides about them stay.",
    bodyTakeOver:
      "The person of this record was deleted in the directory. If the same human is there again under a new id, give them the record: they sign in with it, and role, status and who decides about them stay.",
    search: "Search the directory",
    chosen: (person: string, mail: string) => `Chosen: ${[person, mail].filter(Boolean).join(", ")}`,
    action: "Link",
    done: (user: string, person: string) => `${user} is linked to ${person} now.`,
  },
  conflicts: {
    title: "The same person, or two?",
    notice: (count: number) =>
      count === 1
        ? "1 person of the directory waits for you: somebody here has their mail address."
        : `${formatNumber(count)} people of the directory wait for you: somebody here has their mail addresses.`,
    show: "Decide",
    hide: "Close",
    list: "People who wait",
    user: (name: string, since: string) => `${name}, here since ${since}`,
    which: "Which user is it?",
    link: "The same person",
    beside: "Two people",
    skip: "Keep out",
    decided: {
      LINK: (name: string) => `${name} is linked to the user here.`,
      CREATE_BESIDE: (name: string) => `${name} was added as a user of their own.`,
      SKIP: (name: string) => `${name} stays out. Settings lists the exclusion.`,
    },
    ask: {
      LINK: {
        title: (name: string) => `Is ${name} the user who is here?`,
        body: (user: string) =>
          `Then the person of the directory signs in with the record of ${user}. Role, status and who decides about them stay.`,
      },
      CREATE_BESIDE: {
        title: (name: string) => `Add ${name} beside?`,
        body: () => "Then there are two users who share a mail address, and a badge says so. Both can sign in.",
      },
      SKIP: {
        title: (name: string) => `Keep ${name} out?`,
        body: () =>
          "They are excluded from the sync and nobody is asked again. You can take the exclusion back under Settings.",
      },
    },
  },
  moreFor: (name: string) => `More for ${name}`,
  makeAdmin: "Make admin",
  removeAdmin: "Remove admin",
  madeAdmin: (name: string) => `${name} is an admin now.`,
  removedAdmin: (name: string) => `${name} is no admin any more.`,
  confirmMakeAdmin: {
    title: (name: string) => `Make ${name} an admin?`,
    body: "They can then add people, change the import, and name or remove admins.",
  },
  confirmRemoveAdmin: {
    title: (name: string) => `Remove ${name} as admin?`,
    body: "They stay a user, but can no longer add people or change the import.",
  },
};
