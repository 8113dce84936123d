import { guidFrom } from "./seed/random.js";

/** The application as it is registered with the pretend Microsoft. All of these are demo values and open nothing anywhere else. */
export const CLIENT_ID = "7d1e5f0a-2c4b-4f6d-8a3e-9b0c1d2e3f40";
export const CLIENT_SECRET = "pretend-secret-only-good-on-this-machine";
export const APP_NAME = "Rollcall";
export const APP_ID_URI = `api://localhost/${CLIENT_ID}`;
export const APP_SCOPE = `${APP_ID_URI}/access_as_user`;

export const CONTOSO_TENANT_ID = "c0470500-7a11-4c0d-9e5a-1f0e5a3b7c01";
export const FABRIKAM_TENANT_ID = "fab41ca0-5eed-4b1d-8d2c-6a7b8c9d0e02";

/** Personal Microsoft accounts live in this tenant; one published key may sign for it and for nothing else. */
export const CONSUMER_TENANT_ID = "9188040d-6c67-4c5b-b112-36a304b66dad";

export const TEAMS_DESKTOP_CLIENT_ID = "1fec8e78-bce4-4aaf-ab1b-5451cc387264";
export const TEAMS_WEB_CLIENT_ID = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

export const LOGIN_HOST = "login.microsoftonline.com";
export const GRAPH_HOST = "graph.microsoft.com";

/** The application permissions of the registration: consent grants exactly these, app tokens carry exactly these. */
export const APP_PERMISSIONS = ["User.Read.All", "GroupMember.Read.All"] as const;

export const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
export const PRIVILEGED_ROLE_ADMINISTRATOR = "e8611ab8-c189-46e8-94e1-60213ab1f814";

/** Template ids of roles that may consent to application permissions of Graph. */
export const CONSENTING_ROLES: readonly string[] = [GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR];

/** People of the seed that tests, the smoke run and the README call by name. */
export const PEOPLE = {
  /** Contoso's directory admin (Global Administrator). */
  adele: guidFrom("contoso", "person", "Adele Vance"),
  /** A second Global Administrator of Contoso. */
  miriam: guidFrom("contoso", "person", "Miriam Graham"),
  /** Contoso's Privileged Role Administrator. */
  lee: guidFrom("contoso", "person", "Lee Gu"),
  /** An ordinary employee of Contoso, in Sales. */
  alex: guidFrom("contoso", "person", "Alex Wilber"),
  /** An ordinary employee of Contoso, in Engineering. */
  megan: guidFrom("contoso", "person", "Megan Bowen"),
  /** Blocked in Contoso's directory, still in Sales. */
  johanna: guidFrom("contoso", "person", "Johanna Lorenz"),
  /** Fabrikam's Global Administrator. */
  nestor: guidFrom("fabrikam", "person", "Nestor Wilke"),
  /** A Fabrikam employee at home, and a guest of Contoso (`priyaAtContoso`). */
  priya: guidFrom("fabrikam", "person", "Priya Raman"),
  priyaAtContoso: guidFrom("contoso", "guest", "Priya Raman"),
} as const;

/** Groups of the seed by name; see seed/contoso-groups.ts for what is special about each. */
export const GROUPS = {
  allEmployees: guidFrom("contoso", "group", "All employees"),
  sales: guidFrom("contoso", "group", "Sales"),
  engineering: guidFrom("contoso", "group", "Engineering"),
  research: guidFrom("contoso", "group", "Research"),
  legal: guidFrom("contoso", "group", "Legal"),
  design: guidFrom("contoso", "group", "Design"),
  productAndTechnology: guidFrom("contoso", "group", "Product and Technology"),
  projectNorth: guidFrom("contoso", "group", "Project North"),
  projectSouth: guidFrom("contoso", "group", "Project South"),
  board: guidFrom("contoso", "group", "Board"),
  welcomeTeam: guidFrom("contoso", "group", "Welcome team"),
  reception: guidFrom("contoso", "group", "Reception"),
  partners: guidFrom("contoso", "group", "Partners"),
  fabrikamEveryone: guidFrom("fabrikam", "group", "Everyone"),
} as const;
