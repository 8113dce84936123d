export const welcome = {
  signIn: {
    title: "Sign in to Rollcall",
    body: "Use your work account.",
    action: "Sign in with Microsoft",
    another: "Use another account",
    failed: "Signing in did not work.",
  },
  leaving: "Going to Microsoft to sign you in",
  unknownFrame: {
    title: "Open Rollcall in a window of its own",
    body: "The site around this page did not answer as Microsoft Teams, Outlook or Microsoft 365 would. For your safety nobody signs in here.",
    retryHint: "If this is one of them, it may only have been slow: try again.",
    action: "Open in a new window",
  },
  startFailed: "Rollcall could not start",
  popupOver: { title: "You can close this window", body: "Rollcall asks Microsoft itself what was approved." },
  noToken: {
    title: "Teams did not sign you in here",
    body: "Rollcall takes your sign-in from Teams, and got none.",
    notApproved:
      "If your organisation has not approved Rollcall yet, an administrator of your directory can do it now. Approved meanwhile? Try again.",
    still: "Teams still gives no sign-in.",
    openInBrowser: "Open Rollcall in a browser",
  },
  refused: {
    titles: {
      NOT_IMPORTED: "You are not among Rollcall's users yet",
      DISABLED: "Your user here is disabled",
      NO_ACCOUNT: "Your organisation does not use Rollcall yet",
      NOT_ADMIN: "This part is for admins",
    },
    reasons: {
      NOT_IMPORTED: "Nobody has added you to your organisation's account here.",
      DISABLED: "Your organisation's account has a user for you, but it is switched off.",
      NO_ACCOUNT: "There is no account here for the organisation you signed in with.",
      NOT_ADMIN: "Your user here is not an admin of the account.",
    },
    noAccountWhoCan:
      "Someone who administers your directory (a Global Administrator or Privileged Role Administrator) can open one by signing in here. If you meant another organisation, use another account.",
    askContact: (contact: string) => `Ask for help: ${contact}`,
    askAdmins: "Ask the people who administer Rollcall in your organisation.",
    guestHint:
      "You may be a guest of another organisation. Then use the sign-in link of that organisation: ask the people who invited you for it.",
    teamsHint: "To come in for another organisation, switch to it in Teams.",
    who: "You are signed in as",
    name: "Name",
    userName: "User name",
    organisation: "Organisation",
    another: "Use another account",
  },
  open: {
    title: "Open an account for your organisation",
    lead: "Rollcall brings your people from Microsoft Entra ID (Azure Active Directory) in here, and keeps them in step.",
    returned:
      "You are back from Microsoft. Open the account now; whether the permissions are there is checked on the way.",
    action: "Open the account",
    ready: "Permissions approved?",
    then: "Open the account. Rollcall asks Microsoft whether both permissions are there, and you become its first admin.",
    missing: "Microsoft has not given the permissions yet.",
    waiting:
      "Approved in the other window? Then open the account; whether the permissions are there is checked on the way.",
    missingHint: "After an approval it can take a minute until Microsoft tells us.",
    checkAgain: "Check again",
    opened: "The account is open and connected.",
  },
  consent: {
    title: "What Rollcall needs to read",
    permissions: [
      {
        name: "User.Read.All",
        purpose: "List users: names, mail addresses, departments, and whether they are blocked",
      },
      { name: "GroupMember.Read.All", purpose: "List groups and who is in them" },
    ],
    readOnly: "Both are read-only. Rollcall never changes anything in your directory.",
    who: "A Global Administrator or Privileged Role Administrator of your organisation approves them on Microsoft's page.",
    review: "Review permissions",
    reviewOpensWindow: "Review permissions (opens in a new window)",
    openInBrowser: "Open in browser",
    copyLink: "Copy link for your administrator",
    checkAgain: "Check again",
    popupBlocked: "The new window was blocked. Use “Open in browser”, or copy the link.",
    stillMissing: "Microsoft has not given the permissions yet. After an approval it can take a minute.",
    watching: "Waiting for the approval. This page notices it by itself.",
    granted: "The permissions are there.",
  },
};
