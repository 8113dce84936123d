import { CLIENT_ID } from "../registration.js";
import type { Person, State, Tenant } from "../state/model.js";
import type { IdentityProblem } from "./errors.js";

/** The first part of a login path: one tenant, or any ("organizations" and "common"). */
export type Authority =
  | { kind: "ANY"; name: "organizations" | "common" }
  | { kind: "TENANT"; tenant: Tenant }
  | { kind: "UNKNOWN"; problem: IdentityProblem };

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

export function readAuthority(state: State, name: string): Authority {
  const lower = name.toLowerCase();
  if (lower === "organizations" || lower === "common") return { kind: "ANY", name: lower };
  const tenant = state.tenants.get(lower) ?? [...state.tenants.values()].find((each) => each.domains.includes(lower));
  if (tenant) return { kind: "TENANT", tenant };
  if (GUID.test(name) || DOMAIN.test(name)) {
    const message = `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`;
    return { kind: "UNKNOWN", problem: { error: "invalid_request", aadsts: 90002, message } };
  }
  const message = `Specified tenant identifier '${name}' is neither a valid DNS name, nor a valid external domain.`;
  return { kind: "UNKNOWN", problem: { error: "invalid_request", aadsts: 900023, message } };
}

export function unknownClient(clientId: string, where: string): IdentityProblem {
  const message =
    `Application with identifier '${clientId}' was not found in the directory '${where}'. This can happen if the application has not been ` +
    "installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.";
  return { error: "unauthorized_client", aadsts: 700016, message };
}

/** How an application's return address is registered decides who may redeem its codes. */
export type RedirectType = "SPA" | "WEB";

/** Registered: the root of any port of this machine (the tab), and /consent/callback there (the server). */
export function redirectTypeOf(redirectUri: string): RedirectType | undefined {
  let url: URL;
  try {
    url = new URL(redirectUri);
  } catch {
    return undefined;
  }
  const local = ["localhost", "127.0.0.1"].includes(url.hostname) && ["http:", "https:"].includes(url.protocol);
  if (!local || url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "") return undefined;
  if (url.pathname === "/") return "SPA";
  return url.pathname === "/consent/callback" ? "WEB" : undefined;
}

export function unregisteredRedirect(redirectUri: string): IdentityProblem {
  const message = `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${CLIENT_ID}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`;
  return { error: "invalid_request", aadsts: 50011, message };
}

export interface SignedIn {
  tenant: Tenant;
  person: Person;
}

/** The person as this authority sees them: at home, or as the guest they are there; undefined when they are nobody there. */
export function personAt(
  state: State,
  authority: Authority,
  who: { tenantId: string; personId: string },
): SignedIn | undefined {
  const home = state.tenants.get(who.tenantId);
  const person = home?.people.get(who.personId);
  if (!home || !person || authority.kind === "UNKNOWN") return undefined;
  if (authority.kind === "ANY") return person.userType === "Guest" ? undefined : { tenant: home, person };
  const { tenant } = authority;
  if (tenant === home) return { tenant, person };
  const guest = [...tenant.people.values()].find(
    (each) => each.home?.tenantId === home.id && each.home.personId === person.id,
  );
  return guest && { tenant, person: guest };
}

/** Whom the picker of this authority offers. Guests need the authority of the tenant they are guests of. */
export function peopleAt(state: State, authority: Authority): SignedIn[] {
  if (authority.kind === "TENANT")
    return [...authority.tenant.people.values()].map((person) => ({ tenant: authority.tenant, person }));
  if (authority.kind === "UNKNOWN") return [];
  return [...state.tenants.values()].flatMap((tenant) =>
    [...tenant.people.values()].filter((person) => person.userType !== "Guest").map((person) => ({ tenant, person })),
  );
}

/** Blocked there, or at home: a guest is let in by the tenant they are at home in. */
export function isBlocked(state: State, { person }: SignedIn): boolean {
  const atHome = person.home && state.tenants.get(person.home.tenantId)?.people.get(person.home.personId);
  return !person.accountEnabled || atHome?.accountEnabled === false || (person.home !== null && !atHome);
}
