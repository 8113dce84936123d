/**
 * What a pretend tenant consists of. Fields that Graph shows bear Graph's own names,
 * so that a `$select` is a lookup and not a translation.
 */
export interface Person {
  id: string;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  userPrincipalName: string;
  mail: string | null;
  mailNickname: string;
  jobTitle: string | null;
  department: string | null;
  companyName: string | null;
  officeLocation: string | null;
  employeeId: string | null;
  preferredLanguage: string | null;
  mobilePhone: string | null;
  businessPhones: string[];
  otherMails: string[];
  accountEnabled: boolean;
  userType: "Member" | "Guest" | null;
  externalUserState: "PendingAcceptance" | "Accepted" | null;
  createdDateTime: string;
  deletedDateTime: string | null;
  /** Template ids of directory roles. Not shown by Graph; the claim `wids` comes from here. */
  roles: string[];
  /** Where a guest is a member, when that tenant is simulated as well. */
  home: { tenantId: string; personId: string } | null;
}

export interface Group {
  id: string;
  displayName: string;
  description: string | null;
  groupTypes: string[];
  mailEnabled: boolean;
  securityEnabled: boolean;
  mail: string | null;
  mailNickname: string;
  visibility: "Public" | "Private" | "HiddenMembership" | null;
  membershipRule: string | null;
  membershipRuleProcessingState: "On" | "Paused" | null;
  resourceProvisioningOptions: string[];
  createdDateTime: string;
  deletedDateTime: string | null;
  /** Direct members of any kind. Ids of deleted objects stay, so that a restored person is back in their groups, as in Entra. */
  members: Set<string>;
  /** A dynamic group's members are whoever works in this department. */
  dynamicDepartment: string | null;
  /** What `visibility` was before the group was told to hide its members. */
  visibilityWhenShown?: Group["visibility"];
}

/** Things besides people and groups that a group may hold. */
export interface OtherObject {
  id: string;
  type: "device" | "orgContact";
  displayName: string;
  mail: string | null;
  operatingSystem: string | null;
}

/** What this tenant's administrators allowed the application. */
export interface AppInTenant {
  servicePrincipal: "PRESENT" | "ABSENT" | "DISABLED";
  roles: string[];
  grantedAt: string | null;
  grantedBy: string | null;
  /** As with Microsoft, tokens issued before a withdrawal stay good until they expire. False: they lose the withdrawn roles at once. */
  oldTokensKeepRoles: boolean;
  /** App tokens of earlier generations are refused, however long they have to live. */
  tokenGeneration: number;
}

export interface Tenant {
  id: string;
  name: string;
  /** Verified domains; the first is that of user names, the last the onmicrosoft one. */
  domains: [string, string];
  people: Map<string, Person>;
  groups: Map<string, Group>;
  others: Map<string, OtherObject>;
  deletedPeople: Map<string, Person>;
  deletedGroups: Map<string, Group>;
  app: AppInTenant;
}

export interface SigningKey {
  kid: string;
  /** Private JWK. It never leaves the data file but as a signature. */
  jwk: Record<string, unknown>;
  /** As published: a template with {tenantid}, or the one issuer this key may sign for. */
  issuer: string;
  /** No longer published, and tokens signed with it are refused. */
  withdrawn?: boolean;
}

/** What the registered application may prove itself with. It holds in every tenant. */
export interface AppCredentials {
  secrets: ClientSecret[];
  certificates: ClientCertificate[];
}

export interface ClientSecret {
  secret: string;
  /** Null: never. */
  expiresAt: string | null;
}

export interface ClientCertificate {
  /** SHA-256 of the certificate in upper-case hex; assertions name their certificate by it. */
  thumbprint: string;
  /** In PEM. When it expires is written in it. */
  certificate: string;
}

export interface State {
  tenants: Map<string, Tenant>;
  credentials: AppCredentials;
  /** The first one signs; all are published but those withdrawn. */
  keys: SigningKey[];
  /** Attempts to write to Graph, ever. The product is right only while this is 0. */
  writes: number;
}
