interface ActOnPage {
  readonly label: string;
  readonly page: "control page" | "faults page";
}

/** Buttons of the two pages that others speak of, by what they say. */
export const ACTS = {
  grant: { label: "Grant", page: "control page" },
  "withdraw-both": { label: "Withdraw both permissions", page: "control page" },
  "withdraw-User.Read.All": { label: "Withdraw User.Read.All", page: "control page" },
  "withdraw-GroupMember.Read.All": { label: "Withdraw GroupMember.Read.All", page: "control page" },
  "delete-application": { label: "Delete the application", page: "control page" },
  "disable-application": { label: "Disable the application", page: "control page" },
  leave: { label: "Remove", page: "control page" },
  "half-leave": { label: "Half of its people leave", page: "control page" },
  "delete-group": { label: "Delete group", page: "control page" },
  "roll-keys": { label: "Roll", page: "faults page" },
  "withdraw-key": { label: "Roll and withdraw", page: "faults page" },
} satisfies Readonly<Record<string, ActOnPage>>;

export type Act = keyof typeof ACTS;
