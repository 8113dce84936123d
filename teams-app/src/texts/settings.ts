import { formatMoment } from "../format.js";

export const settings = {
  title: "Settings",
  connection: {
    title: "Connection",
    organisation: "Organisation",
    tenantId: "Tenant id",
    state: "State",
    states: {
      GRANTED: "Connected",
      MISSING: "Permissions missing",
      LOST: "Permissions withdrawn",
      UNKNOWN: "Not checked yet",
    },
    checkedAt: (iso: string) => `Checked ${formatMoment(iso)}`,
    permissions: "Permissions",
    checkAgain: "Check again",
    review: "Review permissions",
    copyLink: "Copy link for your administrator",
  },
  help: {
    title: "Help contact",
    hint: "Shown to everybody who is refused, and on everybody's own page: a name, a mail address or a phone number.",
    field: "Help contact",
    save: "Save",
    saved: "The help contact is saved.",
  },
  link: {
    title: "Sign-in link",
    hint: "Carries your organisation, so that guests can come in. Everybody else may use it too.",
    field: "Sign-in link",
    copy: "Copy sign-in link",
  },
};
