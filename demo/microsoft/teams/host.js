import { popups } from "./popup.js";
import { playHost } from "./wire.js";

/*
 * The pretend Teams around the tab: what stands in its bar is what the tab is told. A new theme is pushed to the tab, and
 * a change of person, language or app loads the tab anew, as Teams does.
 */
const { tabUrl, person, clientId } = JSON.parse(document.getElementById("settings").textContent);
const tabOrigin = new URL(tabUrl).origin;
const frame = document.querySelector("iframe");
const bar = document.forms.namedItem("bar");
const said = document.getElementById("said");
const link = document.getElementById("link");

/** A tab on plain http opens its window without the host, which can shut that off for the whole frame alone. */
const NO_WINDOWS = "allow-scripts allow-same-origin allow-forms allow-downloads";
const opensByItself = new URL(tabUrl).protocol === "http:";

const chosen = (name) => bar.elements.namedItem(name).value;
const popup = popups({ tabOrigin, manner: () => chosen("popups") });
const tell = (words) => void (said.textContent = words);

const host = playHost({
  frame,
  tabOrigin,
  isSilent: () => chosen("app") === "stranger",
  popup: popup.current,
  popupAnswers: { initialize: () => greeting("authentication"), getContext: () => [context()], ...popup.answers },
  answers: {
    initialize: () => greeting("content"),
    getContext: () => [context()],
    "appInitialization.appLoaded": () => tell("The tab has loaded."),
    "appInitialization.success": () => {
      tell("The tab is ready.");
      return [true];
    },
    "appInitialization.failure": (reason) => tell(`The tab failed: ${reason}`),
    "appInitialization.expectedFailure": (reason) => tell(`The tab cannot go on: ${reason}`),
    "authentication.getAuthToken": token,
    "authentication.authenticate": popup.authenticate,
    "pages.currentApp.navigateTo": ({ subPageId }) => {
      bar.elements.namedItem("subPageId").value = subPageId ?? "";
      queueMicrotask(open);
      return [null];
    },
    shareDeepLink: (subPageId, label) => share(subPageId, label),
  },
});

bar.addEventListener("change", ({ target: { name, value } }) => {
  if (name === "theme") {
    document.documentElement.dataset.theme = value;
    host.push("themeChange", value);
  }
  // Whether the tab gets a token is looked up whenever it asks
  if (name === "token" || name === "theme") remember();
  else open();
});
bar.addEventListener("submit", (event) => {
  event.preventDefault();
  open();
});
document.documentElement.dataset.theme = chosen("theme");
open();

/** Loads the tab with what stands in the bar. */
function open() {
  remember();
  host.forget();
  tell("Loading the tab …");
  if (opensByItself && chosen("popups") === "blocked") frame.setAttribute("sandbox", NO_WINDOWS);
  else frame.removeAttribute("sandbox");
  frame.classList.toggle("phone", chosen("client") === "android");
  frame.src = tabUrl;
}

/** So that a reload, or a copied address, shows the same. */
function remember() {
  history.replaceState(null, "", addressWith(chosen("subPageId")));
}

function addressWith(subPageId) {
  const query = new URLSearchParams(new FormData(bar));
  query.set("subPageId", subPageId ?? "");
  return `${location.pathname}?${query}`;
}

/** Teams opens a window with the link; here it stands under the bar. */
function share(subPageId, label) {
  link.hidden = false;
  const anchor = link.querySelector("a");
  anchor.textContent = label || subPageId;
  anchor.href = addressWith(subPageId);
}

/** A real token of the pretend Microsoft, asked for anew each time, so that who is blocked or gone meanwhile gets none. */
async function token() {
  if (chosen("token") === "refused") return [false, "consent_required"];
  const response = await fetch("/control/teams-token", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personId: person.id, tenantId: person.tenantId }),
  });
  const answer = await response.json();
  return response.ok ? [true, answer.access_token] : [false, answer.error];
}

function greeting(frameContext) {
  const runtime = {
    apiVersion: 4,
    isLegacyTeams: false,
    supports: { app: { notifySuccessResponse: {} }, pages: { currentApp: {} } },
  };
  return [frameContext, chosen("client"), JSON.stringify(runtime), "2.58.0"];
}

/** In the flat shape that hosts send; teams-js makes the nested one of it. */
function context() {
  return {
    hostName: chosen("app"),
    hostClientType: chosen("client"),
    theme: chosen("theme"),
    locale: chosen("locale"),
    entityId: "rollcall",
    subEntityId: chosen("subPageId"),
    appId: clientId,
    tid: person.tenantId,
    userObjectId: person.id,
    userDisplayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    loginHint: person.userPrincipalName,
  };
}
