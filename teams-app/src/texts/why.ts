import { formatMoment } from "../format.js";

export const why = {
  /** On every name that opens the panel; it begins with what is seen. */
  open: (name: string) => `${name}: why here, or not?`,
  title: {
    unknown: (name: string) => `Why is ${name} here, or not?`,
    here: (name: string) => `Why is ${name} here?`,
    disabled: (name: string) => `Why is ${name} disabled?`,
    notHere: (name: string) => `Why is ${name} not here?`,
    search: "Why is somebody not here?",
  },
  close: "Close",
  back: "Search again",
  rule: "What decided",
  next: "What the next run does",
  handledBy: "Who decides",
  managedBy: {
    GROUPS: "The chosen groups",
    ADMIN: "Admins alone",
  },
  keptBy: (name: string, iso: string | null) =>
    iso ? `Admins alone, since ${name} decided so on ${formatMoment(iso)}` : `Admins alone, since ${name} decided so`,
  origin: "How they came",
  mail: "Mail",
  signInName: "Sign-in name",
  department: "Department",
  paths: {
    title: "How the groups lead to them",
    holds: "Chosen group",
    excludes: "Excluded group: wins",
    none: "No chosen group leads to them, directly or through groups inside it.",
    unknown: "Microsoft did not tell just now which groups hold them.",
    notLinked: "They are not linked to the directory, so no group can lead to them.",
  },
  exclusion: {
    title: "Exclusion",
    byName: "Excluded from the sync by name. They can still be added by hand.",
    byGroup: "Excluded from the sync by a group. Take that exclusion back under Settings.",
    no: "Not excluded from the sync.",
    exclude: "Exclude from the sync",
    end: "Take the exclusion back",
    excluded: "Excluded. The sync leaves them alone from now on.",
    ended: "The exclusion is taken back. The sync looks at them again.",
    ask: (name: string) => `Exclude ${name} from the sync?`,
    /** Said where excluding can take somebody's access away. */
    warning:
      "Excluding counts as leaving the groups: a run follows at once, and while leavers are disabled it disables them. It concerns the sync only; you can keep them by hand instead, on the Users page.",
  },
  sync: {
    title: "Sync just this person",
    body: "Does for this one person what the next run would, now. Nobody else is touched.",
    action: "Sync just this person now",
    running: "Asking Microsoft about them …",
    waits: (iso: string) => `Microsoft asked us to slow down; going on at ${formatMoment(iso)}.`,
    nothing: "Done. Nothing had to change.",
    gone: "The outcome cannot be found any more. Look at them as they are now.",
    done: {
      CREATE: "Done: added.",
      DISABLE: "Done: disabled.",
      REENABLE: "Done: enabled again.",
      UPDATE: "Done: updated from the directory.",
    },
  },
  changes: {
    title: "What happened before",
    none: "No run and no import changed them so far.",
    actions: { CREATE: "Added", DISABLE: "Disabled", REENABLE: "Enabled again", UPDATE: "Updated" },
    notDone: { CREATE: "Not added", DISABLE: "Not disabled", REENABLE: "Not enabled again", UPDATE: "Not updated" },
    planned: "Under way",
  },
  search: {
    lead: "Looks in the whole directory, also for people who are not here.",
    field: "Name, mail address or sign-in name",
    tooShort: "Type at least two letters.",
    none: (words: string) =>
      `The directory knows nobody by “${words}” either. Try a part of the name, or the beginning of the mail address.`,
    found: (count: number) => (count === 1 ? "1 person found" : `${count} people found`),
    more: "There are more. Type more of the name.",
    results: "People found",
    here: "Here",
    disabled: "Here, disabled",
    notHere: "Not here",
  },
};
