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
  notices: {
    title: "Notices",
    emails: "Mail addresses",
    emailsHint:
      "Told when something needs a person: permissions withdrawn, a group that is gone, a run that was held. At once, after a day, then every week. One a line, ten at most.",
    webhook: "Webhook",
    webhookHint: "An https address that gets the same as JSON.",
    warnings: {
      NOBODY: "Nobody will be told when something needs a person. It shows on these pages alone.",
      NO_MAIL: "Nobody will be told: this installation sends no mails. Set a webhook, or ask its operator.",
      SOME: "This installation sends no mails. Only the webhook is told.",
      ALL: null,
    },
    save: "Save receivers",
    saved: "The receivers are saved.",
  },
  link: {
    title: "Sign-in link",
    hint: "Carries your organisation, so that guests can come in. Everybody else may use it too.",
    field: "Sign-in link",
    copy: "Copy sign-in link",
  },
};
