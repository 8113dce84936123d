import { formatDay } from "../format.js";

export const myPage = {
  title: (name: string) => `Hello, ${name}`,
  lead: (account: string) => `You are a user of ${account}.`,
  who: "Who you are here",
  name: "Name",
  mail: "Mail",
  signInName: "Sign-in name",
  account: "Account",
  role: "Role",
  origin: "How you came in",
  origins: {
    LOCAL: "You were added in the application.",
    MANUAL: "An admin added you by hand.",
    SYNC: (groups: string) =>
      groups === "" ? "You came in by a group of your organisation." : `You came in by a group: ${groups}.`,
  },
  groups: "Groups",
  since: "Since",
  sinceDay: (iso: string) => formatDay(iso),
  admins: "Who administers",
  noAdmins: "Nobody is named.",
  help: "Help",
  helpContact: "Whom to ask",
  noHelpContact: "Those who administer",
};
