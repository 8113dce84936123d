import { isCrossSite, page, redirect, type Call, type Reply } from "../http/exchange.js";
import { document, html } from "../http/html.js";
import { APP_NAME, APP_PERMISSIONS, CLIENT_ID, CONSENTING_ROLES, GRAPH_HOST } from "../registration.js";
import type { World } from "../world.js";
import {
  isBlocked,
  redirectTypeOf,
  unknownClient,
  unregisteredRedirect,
  type Authority,
  type SignedIn,
} from "./authority.js";
import { redirectErrorParameters, type IdentityProblem } from "./errors.js";
import { missing } from "./grant.js";
import { errorPage, pickedPerson, pickerPage } from "./picker.js";
import { sessionCookie, signedIn } from "./session.js";

const DEFAULT_SCOPE = `https://${GRAPH_HOST}/.default`;
const GRANTED_SCOPE = APP_PERMISSIONS.map((permission) => `https://${GRAPH_HOST}/${permission}`).join(" ");

const WORDS: Record<(typeof APP_PERMISSIONS)[number], { title: string; explanation: string }> = {
  "User.Read.All": {
    title: "Read all users' full profiles",
    explanation: "Allows the app to read user profiles without a signed in user.",
  },
  "GroupMember.Read.All": {
    title: "Read all group memberships",
    explanation:
      "Allows the app to read memberships and basic group properties for all groups without a signed-in user.",
  },
};

/** `form` v2 has /v2.0/ in its path and a scope; the older one has neither, and accepts "common". */
export async function adminConsent(world: World, call: Call, authority: Authority, form: "V2" | "OLD"): Promise<Reply> {
  const problem = problemOf(call.query, authority, form);
  if (problem) return errorPage(problem);
  if (call.method === "POST") {
    if (isCrossSite(call)) return page(403, "This form must be sent from the consent page itself.");
    return answerForm(world, call, authority, form);
  }
  const who = await signedIn(world, call, authority);
  if (!who || call.query.get("prompt") === "select_account") return pickerPage(world, authority, call.query);
  return consentPage(call, who);
}

async function answerForm(world: World, call: Call, authority: Authority, form: "V2" | "OLD"): Promise<Reply> {
  const answer = new URLSearchParams(call.body).get("answer");
  if (answer === null) {
    const picked = pickedPerson(world, authority, call.body);
    if (!picked) return pickerPage(world, authority, call.query, { problem: "Please pick somebody from the list." });
    if (isBlocked(world.state, picked)) {
      return pickerPage(world, authority, call.query, {
        problem: "AADSTS50057: The user account is disabled.",
        status: 403,
      });
    }
    const query = new URLSearchParams([...call.query].filter(([name]) => name !== "prompt" && name !== "find"));
    return redirect(303, `?${query.toString()}`, { "set-cookie": await sessionCookie(world, picked) });
  }
  const who = await signedIn(world, call, authority);
  if (!who) return pickerPage(world, authority, call.query);
  if (answer === "cancel")
    return back(call.query, { ...redirectErrorParameters(declined, world.now()), admin_consent: "True" });
  // Asked anew: a role may have been lost since the page was shown, and a form can be sent by hand.
  if (!mayConsent(who)) return consentPage(call, who);
  world.directory.grantConsent({ tenantId: who.tenant.id, grantedBy: who.person.displayName });
  return back(call.query, {
    admin_consent: "True",
    tenant: who.tenant.id,
    ...(form === "V2" ? { scope: GRANTED_SCOPE } : {}),
  });
}

const declined: IdentityProblem = {
  error: "access_denied",
  aadsts: 65004,
  message: "User declined to consent to access the app.",
};

function back(query: URLSearchParams, parameters: Record<string, string>): Reply {
  const state = query.get("state");
  const answer = new URLSearchParams({ ...parameters, ...(state === null ? {} : { state }) });
  return redirect(302, `${query.get("redirect_uri") ?? ""}?${answer.toString()}`);
}

function problemOf(query: URLSearchParams, authority: Authority, form: "V2" | "OLD"): IdentityProblem | undefined {
  if (authority.kind === "UNKNOWN") return authority.problem;
  if (form === "V2" && authority.kind === "ANY" && authority.name === "common") {
    return {
      error: "invalid_request",
      aadsts: 900023,
      message: "'common' must not be used on the v2.0 admin consent endpoint; use a tenant or 'organizations'.",
    };
  }
  const clientId = query.get("client_id");
  if (clientId === null) return missing("client_id");
  if (clientId.toLowerCase() !== CLIENT_ID) return unknownClient(clientId, "Pretend Microsoft");
  const redirectUri = query.get("redirect_uri");
  if (redirectUri === null) return missing("redirect_uri");
  if (!redirectTypeOf(redirectUri)) return unregisteredRedirect(redirectUri);
  if (form === "OLD") return undefined;
  const scope = query.get("scope");
  if (scope === null) return missing("scope");
  if (scope.split(" ").includes(DEFAULT_SCOPE)) return undefined;
  return {
    error: "invalid_scope",
    aadsts: 70011,
    message: `The provided value for the input parameter 'scope' is not valid. Application permissions need ${DEFAULT_SCOPE}.`,
  };
}

const mayConsent = ({ person }: SignedIn): boolean =>
  person.userType !== "Guest" && person.roles.some((role) => CONSENTING_ROLES.includes(role));

function consentPage(call: Call, who: SignedIn): Reply {
  const another = new URLSearchParams(call.query);
  another.set("prompt", "select_account");
  const signedInAs = html`<p class="dim wrap">
    Signed in as <bdi>${who.person.displayName}</bdi>, ${who.person.mail ?? who.person.userPrincipalName}
    (${who.tenant.name}). <a href="?${another.toString()}">Use another account</a>
  </p>`;
  if (!mayConsent(who)) {
    const content = html`<div class="card">
      <h1>Need admin approval</h1>
      <p>
        <b>${APP_NAME}</b> needs permission to access resources in your organization that only an admin can grant.
        Please ask an admin to grant permission to this app before you can use it.
      </p>
      <p class="dim">AADSTS90094</p>
      ${signedInAs}
    </div>`;
    return page(403, document("Need admin approval", content));
  }
  const content = html`<div class="card">
    <h1>Permissions requested</h1>
    <p>Review for your organization: <b>${who.tenant.name}</b></p>
    <p><b>${APP_NAME}</b> would like to:</p>
    <ul>
      ${APP_PERMISSIONS.map((permission) => html`<li><b>${WORDS[permission].title}</b> <span class="dim">(${permission})</span><br /><small>${WORDS[permission].explanation}</small></li>`)}
    </ul>
    <p class="dim">
      If you accept, this app will get access to the specified resources for all users in your organization. No one else
      will be prompted to review these permissions.
    </p>
    <form method="post" class="actions">
      <button name="answer" value="cancel">Cancel</button>
      <button name="answer" value="accept" class="main">Accept</button>
    </form>
    ${signedInAs}
  </div>`;
  return page(200, document("Permissions requested", content));
}
