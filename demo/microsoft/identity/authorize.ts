import { randomBytes, randomUUID } from "node:crypto";
import { isCrossSite, page, redirect, type Call, type Reply } from "../http/exchange.js";
import { APP_ID_URI, APP_SCOPE, CLIENT_ID } from "../registration.js";
import type { World } from "../world.js";
import {
  isBlocked,
  redirectTypeOf,
  unknownClient,
  unregisteredRedirect,
  type Authority,
  type RedirectType,
  type SignedIn,
} from "./authority.js";
import type { Codes } from "./codes.js";
import { redirectErrorParameters, type IdentityProblem } from "./errors.js";
import { missing } from "./grant.js";
import { errorPage, pickedPerson, pickerPage } from "./picker.js";
import { sessionCookie, signedIn } from "./session.js";

interface AuthorizeRequest {
  redirectUri: string;
  redirectType: RedirectType;
  mode: "query" | "fragment";
  state: string | null;
  scope: string;
  nonce: string | undefined;
  challenge: string | undefined;
  prompt: string | null;
  loginHint: string | null;
}

type Read =
  | { kind: "OK"; request: AuthorizeRequest }
  | { kind: "PAGE"; problem: IdentityProblem }
  | { kind: "BACK"; request: AuthorizeRequest; problem: IdentityProblem };

const KNOWN_SCOPES = new Set([
  "openid",
  "profile",
  "email",
  "offline_access",
  APP_SCOPE,
  `${APP_ID_URI}/.default`,
  `${CLIENT_ID}/.default`,
]);

/** GET shows the picker or, for who is signed in already, goes straight back; POST is the picker's form. */
export async function authorize(world: World, call: Call, authority: Authority, codes: Codes): Promise<Reply> {
  if (authority.kind === "UNKNOWN") return errorPage(authority.problem);
  const read = readAuthorizeRequest(call.query);
  if (read.kind === "PAGE") return errorPage(read.problem);
  if (read.kind === "BACK") return back(read.request, redirectErrorParameters(read.problem, world.now()));
  const { request } = read;

  if (call.method === "POST") {
    if (isCrossSite(call)) return page(403, "This form must be sent from the sign-in page itself.");
    const picked = pickedPerson(world, authority, call.body);
    if (!picked) return pickerPage(world, authority, call.query, { problem: "Please pick somebody from the list." });
    return signIn(world, call, request, picked, authority, codes, { "set-cookie": await sessionCookie(world, picked) });
  }

  const known = await signedIn(world, call, authority);
  const fits = known && (request.loginHint === null || isHintFor(known, request.loginHint)) ? known : undefined;
  if (request.prompt === "none") {
    const problem = silentProblem(world, fits);
    if (problem || !fits) return back(request, redirectErrorParameters(problem ?? loginRequired, world.now()));
    return signIn(world, call, request, fits, authority, codes);
  }
  if (!fits || request.prompt === "select_account" || request.prompt === "login")
    return pickerPage(world, authority, call.query);
  return signIn(world, call, request, fits, authority, codes);
}

const loginRequired: IdentityProblem = {
  error: "login_required",
  aadsts: 50058,
  message: "A silent sign-in request was sent but no user is signed in.",
};

const BLOCKED = "The user account is disabled. Ask your administrator to enable it.";

function silentProblem(world: World, who: SignedIn | undefined): IdentityProblem | undefined {
  if (!who) return loginRequired;
  if (isBlocked(world.state, who)) return { error: "interaction_required", aadsts: 50057, message: BLOCKED };
  return undefined;
}

function signIn(
  world: World,
  call: Call,
  request: AuthorizeRequest,
  who: SignedIn,
  authority: Authority,
  codes: Codes,
  headers: Record<string, string> = {},
): Reply {
  if (isBlocked(world.state, who))
    return pickerPage(world, authority, call.query, { problem: `AADSTS50057: ${BLOCKED}`, status: 403 });
  const code = `1.${randomBytes(48).toString("base64url")}`;
  const { redirectUri, redirectType, scope, nonce, challenge } = request;
  codes.keep(code, {
    tenantId: who.tenant.id,
    personId: who.person.id,
    redirectUri,
    redirectType,
    scope,
    nonce,
    challenge,
    authority: call.path.split("/")[1] ?? "",
    issuedAt: world.now().getTime(),
    used: false,
  });
  return back(request, { code, session_state: randomUUID() }, headers);
}

function isHintFor({ person }: SignedIn, hint: string): boolean {
  return [person.userPrincipalName, person.mail].some((name) => name?.toLowerCase() === hint.toLowerCase());
}

function back(
  request: AuthorizeRequest,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Reply {
  const answer = new URLSearchParams({ ...parameters, ...(request.state === null ? {} : { state: request.state }) });
  return redirect(302, `${request.redirectUri}${request.mode === "query" ? "?" : "#"}${answer.toString()}`, headers);
}

/** Until client and return address are known to be good, no redirect: an error page, or the code goes to a stranger. */
function readAuthorizeRequest(query: URLSearchParams): Read {
  const clientId = query.get("client_id");
  const redirectUri = query.get("redirect_uri");
  if (clientId === null) return { kind: "PAGE", problem: missing("client_id") };
  if (clientId.toLowerCase() !== CLIENT_ID)
    return { kind: "PAGE", problem: unknownClient(clientId, "Pretend Microsoft") };
  if (redirectUri === null) return { kind: "PAGE", problem: missing("redirect_uri") };
  const redirectType = redirectTypeOf(redirectUri);
  if (!redirectType) return { kind: "PAGE", problem: unregisteredRedirect(redirectUri) };
  const mode = query.get("response_mode") ?? "query";
  if (mode !== "query" && mode !== "fragment") {
    return {
      kind: "PAGE",
      problem: { error: "invalid_request", aadsts: 90023, message: `Unsupported 'response_mode' value '${mode}'.` },
    };
  }
  const request: AuthorizeRequest = {
    redirectUri,
    redirectType,
    mode,
    state: query.get("state"),
    scope: query.get("scope") ?? "",
    nonce: query.get("nonce") ?? undefined,
    challenge: query.get("code_challenge") ?? undefined,
    prompt: query.get("prompt"),
    loginHint: query.get("login_hint"),
  };
  const problem = problemOf(request, query);
  return problem ? { kind: "BACK", request, problem } : { kind: "OK", request };
}

function problemOf(request: AuthorizeRequest, query: URLSearchParams): IdentityProblem | undefined {
  const type = query.get("response_type");
  if (type === null) return missing("response_type");
  if (type !== "code")
    return {
      error: "unsupported_response_type",
      aadsts: 700051,
      message: `response_type '${type}' is not enabled for the application.`,
    };
  if (request.prompt !== null && !["none", "login", "consent", "select_account"].includes(request.prompt)) {
    return { error: "invalid_request", aadsts: 90023, message: `Unsupported 'prompt' value '${request.prompt}'.` };
  }
  const method = query.get("code_challenge_method");
  const challengeIsGood =
    request.challenge !== undefined && /^[A-Za-z0-9_-]{43}$/.test(request.challenge) && method === "S256";
  if (request.redirectType === "SPA" && !challengeIsGood) {
    return {
      error: "invalid_request",
      aadsts: 9002325,
      message: "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
    };
  }
  if (request.redirectType === "WEB" && request.challenge !== undefined && !challengeIsGood) {
    return {
      error: "invalid_request",
      aadsts: 501491,
      message: "The code_challenge or code_challenge_method in the request is invalid; only S256 is known.",
    };
  }
  const scopes = request.scope.split(" ").filter(Boolean);
  if (scopes.length === 0) return missing("scope");
  const unknown = scopes.find((scope) => !KNOWN_SCOPES.has(scope));
  if (unknown !== undefined) {
    return {
      error: "invalid_scope",
      aadsts: 70011,
      message: `The provided value for the input parameter 'scope' is not valid. The scope '${unknown}' does not exist.`,
    };
  }
  return undefined;
}
