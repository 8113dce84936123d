import { html, type Html } from "../http/html.js";

/** A form with one button; `look` true for one that takes something away, or the attributes it has. */
export function action(
  operation: string,
  label: string,
  fields: Record<string, string>,
  back: string,
  look: boolean | Html = false,
): Html {
  return html`<form method="post" action="/control/${operation}">
    ${Object.entries({ ...fields, back }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button ${look === true ? { html: 'class="bad"' } : look}>${label}</button>
  </form>`;
}
