import type { ScriptedFault } from "../faults/script.js";
import { titleOf } from "../faults/switches.js";
import type { Switch } from "../faults/switches/switch.js";
import { html, type Html } from "../http/html.js";
import type { Group } from "../state/model.js";
import { action } from "./action.js";

/** Something that can be done, what should come of it, and the button that does it. */
export function row(title: string | Html, words: string | Html, button: Html): Html {
  return html`<div class="fault">
    <p class="wrap">${title}<br /><small>${words}</small></p>
    ${button}
  </div>`;
}

/** A button that says what is now, and flips it. */
export function flip(
  operation: string,
  isOn: boolean,
  fields: Record<string, string>,
  back: string,
  title: string,
): Html {
  const state: Html = { html: `role="switch" aria-checked="${String(isOn)}"` };
  return action(operation, isOn ? "On" : "Off", fields, back, html`${state} aria-label="${title}"`);
}

export function switchRow(
  name: string,
  { title, expect }: Switch,
  now: { fault: ScriptedFault | undefined; aim: Group | undefined; back: string },
): Html {
  const { fault, aim, back } = now;
  const isOn = fault !== undefined && !fault.over;
  const state = fault && html` <b>${isOn ? "On" : "Over"}, ${met(fault)}.</b>`;
  const fields = { name, on: String(!isOn), groupId: aim?.id ?? "" };
  return row(html`${title}${state}`, expect, flip("switch", isOn, fields, back, title));
}

/** A fault that is set, by a switch or by a program. */
export function setRow(fault: ScriptedFault, aim: Group | undefined, back: string): Html {
  const title = titleOf(fault.name);
  const whom = aim && html` in <bdi>${aim.displayName}</bdi>`;
  const words = html`${fault.over ? "Over, " : ""}${met(fault)}${whom}${title === undefined ? `. ${inWords(fault)}` : ""}`;
  const off = { name: fault.name, on: "false" };
  return row(title ?? fault.name, words, action(title === undefined ? "end-fault" : "switch", "Turn off", off, back));
}

function met({ hits }: ScriptedFault): string {
  return hits === 0 ? "not met yet" : `met ${hits === 1 ? "once" : `${String(hits)} times`}`;
}

function inWords({ fault }: ScriptedFault): string {
  const { kind, ...how } = fault.action;
  const details = Object.entries(how).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const { host, path, page, query, body } = fault;
  const where = [host, path, page && `page ${String(page)}`, query, body].filter(Boolean);
  return `${[kind, ...details].join(", ")} at ${where.join(", ")}`;
}
