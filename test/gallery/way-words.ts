import { ACTS } from "../../demo/microsoft/control/acts.js";
import { titleOf } from "../../demo/microsoft/faults/switches.js";
import { CHOICES } from "../../demo/microsoft/teams/choices.js";
import type { State, Step } from "./state.js";
import type { BrowserWay, Given, Leg, Place, Somebody } from "./way.js";

/** Pasted into the console: what Rollcall answers when it is Rollcall that fails. */
export const BREAKING = `fetch = async () => new Response('{"errors":[{"extensions":{"requestId":"5f0c41d2"}}]}', { status: 500 })`;
/** More requests than one address may send within a minute. */
export const FLOODING = `for (let n = 0; n < 620; n++) fetch("/graphql")`;

/** The way to a state as a person reads it, with what comes last: its screen, and its own steps. */
export function wayInWords({ way, path, steps = [], stepsThere = steps }: State): string {
  const place = placeOf(path);
  const last = way.at(-1);
  const isThere = last !== undefined && ("address" in last || ("at" in last && last.at === place));
  const toScreen = place && !isThere ? `Open ${PLACES[place]}.` : "";
  const own = stepsThere.length > 0 ? doneAt(place ?? "anywhere", stepsThere) : toScreen;
  return [...way.map(legInWords), own].filter(Boolean).join(" ");
}

function legInWords(leg: Leg): string {
  if ("given" in leg) return GIVEN[leg.given];
  if ("as" in leg) return `Sign in as ${SOMEBODY[leg.as]}.`;
  if ("teams" in leg) return teamsInWords(leg.teams);
  if ("address" in leg) return `Open \`${leg.address}\` behind the tab’s address.`;
  if ("at" in leg) return doneAt(leg.at, leg.steps);
  if ("words" in leg) return leg.words;
  const when = leg.before === undefined ? "" : `just before “${leg.before}”, `;
  if ("browser" in leg) return sentence(`${when}${BROWSER[leg.browser]}`);
  if ("fault" in leg) {
    const group = leg.group === undefined ? "" : ` for ${leg.group}`;
    return sentence(`${when}on the faults page, turn on “${titleOf(leg.fault) ?? leg.fault}”${group}`);
  }
  const { label, page } = ACTS[leg.act];
  const { group, person } = leg;
  const whom = person ? ` beside ${group ?? ""} at ${person}` : group ? `, with ${group} chosen in its search` : "";
  return sentence(
    person ? `${when}on the ${page}, press “${label}”${whom}` : `${when}on the ${page}${whom}, press “${label}”`,
  );
}

const GIVEN: Readonly<Record<Given, string>> = {
  new: "Sign in as Nestor Wilke, and open Fabrikam’s account.",
  off: "Automatic import off.",
  on: "Automatic import on.",
  "by-hand": "Automatic import on, with somebody of Sales who was added by hand.",
};

const SOMEBODY: Readonly<Record<Somebody, string>> = {
  adele: "Adele Vance",
  alex: "Alex Wilber, who came in by Sales",
  megan: "Megan Bowen, whom nobody imported",
  nestor: "Nestor Wilke, the directory admin of Fabrikam, which has no account",
  priya: "Priya Raman of Fabrikam, which has no account",
};

const BROWSER: Readonly<Record<BrowserWay, string>> = {
  offline: "in the browser’s developer tools, go offline",
  slow: "in the browser’s developer tools, slow the network down",
  broken: "in the browser’s console, make Rollcall fail",
  flooded: "in the browser’s console, ask too often",
  "no-config": "in the browser’s developer tools, block requests to `/config.json`",
  "no-answers": "in the browser’s developer tools, block requests to `/graphql`",
  reload: "reload",
};

function teamsInWords([name, option]: Extract<Leg, { teams: unknown }>["teams"]): string {
  const { label, options }: { label: string; options: Readonly<Record<string, string>> } = CHOICES[name];
  const isUsual = Object.keys(options)[0] === option;
  return isUsual ? "Open it in the pretend Teams." : `In the pretend Teams, “${label}: ${options[option] ?? option}”.`;
}

const PLACES: Readonly<Record<Place, string>> = {
  users: "Users",
  "add-people": "Add people",
  "automatic-import": "Automatic import",
  history: "History",
  "newest-run": "the newest run of History",
  settings: "Settings",
  me: "My page",
  anywhere: "",
};

/** Null where nobody is let in. */
export function placeOf(path: string): Place | null {
  if (path.startsWith("/history/run/")) return "newest-run";
  const screen = /^\/([a-z-]+)/.exec(path)?.[1];
  return screen !== undefined && screen in PLACES ? (screen as Place) : null;
}

function doneAt(place: Place, steps: readonly Step[]): string {
  const parts = steps.map(stepInWords).filter(Boolean);
  // "press A, press B" is "press A, B"
  const short = parts.map((part, at) =>
    part.startsWith("press ") && parts[at - 1]?.startsWith("press ") ? part.slice(6) : part,
  );
  return sentence(
    [place === "anywhere" ? "" : `${place === "newest-run" ? "in" : "on"} ${PLACES[place]}`, ...short]
      .filter(Boolean)
      .join(", "),
  );
}

function stepInWords(step: Step): string {
  if ("read" in step) return "";
  if ("type" in step) return `type “${step.type[2]}” into “${step.type[1]}”`;
  if ("tick" in step) return `tick ${step.tick} people`;
  if ("confirm" in step) return `“${step.confirm}” in the dialog`;
  const [role, name] = step.click;
  const shown = nameInWords(name);
  return role === "checkbox" ? `tick “${shown.replace(/^Select /, "")}”` : `press “${shown}”`;
}

/** "^Sales" is "Sales …", for whoever reads. */
export function nameInWords(name: string | RegExp): string {
  if (typeof name === "string") return name;
  const text = name.source.replaceAll(".*", "…").replace(/^\^/, "");
  return text.endsWith("$") ? text.slice(0, -1) : `${text} …`;
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
