/**
 * Which properties there are, which come without $select, and how each may be filtered.
 * D = works by default, A = needs ConsistencyLevel: eventual and $count=true, absent = never.
 */
type Support = "D" | "A";
export interface Capabilities {
  eq?: Support;
  ne?: Support;
  in?: Support;
  startsWith?: Support;
  endsWith?: Support;
  range?: Support;
  null?: Support;
}

export type Kind = "user" | "group" | "device" | "orgContact" | "directoryRole";

const FLAG: Capabilities = { eq: "D", ne: "A", in: "D" };
const TEXT: Capabilities = { eq: "D", ne: "A", in: "D", startsWith: "D", null: "A" };
const UNINDEXED: Capabilities = { eq: "A", ne: "A", in: "A", startsWith: "A", null: "A" };

export const FILTERABLE: Record<"user" | "group", Record<string, Capabilities>> = {
  user: {
    id: FLAG,
    accountEnabled: FLAG,
    userType: { ...FLAG, null: "A" },
    displayName: TEXT,
    givenName: TEXT,
    surname: TEXT,
    mail: { ...TEXT, endsWith: "A" },
    department: TEXT,
    jobTitle: TEXT,
    employeeId: TEXT,
    userPrincipalName: { eq: "D", ne: "A", in: "D", startsWith: "D", endsWith: "A" },
    mailNickname: TEXT,
    externalUserState: { eq: "D", ne: "A", null: "A" },
    createdDateTime: { eq: "D", range: "D", ne: "A", in: "A", null: "A" },
    companyName: UNINDEXED,
    officeLocation: UNINDEXED,
  },
  group: {
    id: FLAG,
    securityEnabled: FLAG,
    mailEnabled: { eq: "D", ne: "A" },
    displayName: TEXT,
    mail: TEXT,
    mailNickname: TEXT,
    description: { eq: "A", ne: "A", startsWith: "A", null: "A" },
    visibility: UNINDEXED,
    createdDateTime: { eq: "D", range: "D", ne: "A", in: "A", null: "A" },
  },
};

/** Collections of text that `any` reaches into. */
export const LISTS: Record<"user" | "group", readonly string[]> = {
  user: ["otherMails", "businessPhones"],
  group: ["groupTypes", "resourceProvisioningOptions"],
};

const USER_DEFAULT =
  "businessPhones displayName givenName jobTitle mail mobilePhone officeLocation preferredLanguage surname userPrincipalName id".split(
    " ",
  );
const GROUP_DEFAULT = (
  "id deletedDateTime classification createdDateTime description displayName expirationDateTime groupTypes isAssignableToRole mail " +
  "mailEnabled mailNickname membershipRule membershipRuleProcessingState onPremisesLastSyncDateTime onPremisesSecurityIdentifier " +
  "onPremisesSyncEnabled preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceBehaviorOptions " +
  "resourceProvisioningOptions securityEnabled securityIdentifier theme visibility"
).split(" ");

export const DEFAULT_PROPERTIES: Record<Kind, readonly string[]> = {
  user: USER_DEFAULT,
  group: GROUP_DEFAULT,
  device: ["id", "displayName", "operatingSystem", "deviceId", "accountEnabled"],
  orgContact: ["id", "displayName", "mail"],
  directoryRole: ["id", "displayName", "roleTemplateId"],
};

const USER_ONLY_SELECTED = (
  "accountEnabled userType department companyName employeeId createdDateTime assignedLicenses otherMails proxyAddresses identities " +
  "externalUserState mailNickname deletedDateTime city country state postalCode streetAddress usageLocation employeeType " +
  "onPremisesSyncEnabled onPremisesImmutableId onPremisesSamAccountName securityIdentifier ageGroup creationType"
).split(" ");

export const SELECTABLE: Record<Kind, ReadonlySet<string>> = {
  user: new Set([...USER_DEFAULT, ...USER_ONLY_SELECTED]),
  group: new Set([...GROUP_DEFAULT, "creationOptions", "onPremisesNetBiosName"]),
  device: new Set(DEFAULT_PROPERTIES.device),
  orgContact: new Set(DEFAULT_PROPERTIES.orgContact),
  directoryRole: new Set(DEFAULT_PROPERTIES.directoryRole),
};

/** Answered for one user alone; on a collection they are a 501. */
export const SINGLE_USER_ONLY: ReadonlySet<string> = new Set([
  "aboutMe",
  "birthday",
  "hireDate",
  "interests",
  "mailboxSettings",
  "mySite",
  "pastProjects",
  "preferredName",
  "responsibilities",
  "schools",
  "skills",
]);

/** Properties that are lists where nothing is stored; everything else unknown is null. */
export const EMPTY_LISTS: ReadonlySet<string> = new Set([
  "assignedLicenses",
  "proxyAddresses",
  "identities",
  "resourceBehaviorOptions",
  "creationOptions",
  "otherMails",
  "businessPhones",
]);

export const SORTABLE: Record<"user" | "group", Record<string, Support>> = {
  user: {
    displayName: "D",
    userPrincipalName: "D",
    createdDateTime: "A",
    givenName: "A",
    surname: "A",
    mail: "A",
    department: "A",
    jobTitle: "A",
  },
  group: { displayName: "D", createdDateTime: "A", mail: "A" },
};
