/** Text made safe for HTML text and double-quoted attributes: people in the seed are called `<b>`. */
export function escape(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A template whose values are escaped unless they are lists of made HTML (`raw`). */
export interface Html {
  html: string;
}

type Value = string | number | Html | readonly Html[] | false | null | undefined;

export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { html: parts.reduce((text, part, index) => text + shown(values[index - 1]) + part) };
}

function shown(value: Value): string {
  if (value === false || value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number") return escape(String(value));
  if ("html" in value) return value.html;
  return value.map((each) => each.html).join("");
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #2564cf; --bad: #c4314b; }
* { box-sizing: border-box } body { font: 15px/1.5 system-ui, sans-serif; margin: 0; background: light-dark(#f3f4f6, #16181c); color: light-dark(#1b1d22, #e8e9ec) }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 4rem } main.small { max-width: 29rem; padding-top: 7vh }
.card { background: light-dark(#fff, #202329); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.3rem; margin: 0 0 1rem }
h1 { font-size: 1.35rem; margin: 0 0 .6rem } h2 { font-size: 1.05rem; margin: 0 0 .6rem } p { margin: .3rem 0 .7rem } small, .dim { opacity: .72 }
input, select, button { font: inherit; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: light-dark(#fff, #2a2e35); color: inherit; max-width: 100% }
button { cursor: pointer } button:hover { border-color: var(--accent) } button.main { background: var(--accent); border-color: var(--accent); color: #fff } button.bad { color: var(--bad) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px } a { color: light-dark(#1d54b0, #8ab4f8) } label { display: inline-flex; flex-direction: column; gap: .15rem; font-size: .85rem }
form { display: inline } form.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: 0 0 .6rem } table { border-collapse: collapse; width: 100% }
td, th { text-align: start; padding: .4rem .6rem .4rem 0; border-top: 1px solid var(--line); vertical-align: top } th { border: 0; font-size: .85rem }
.people button { display: block; width: 100%; text-align: start; margin: .3rem 0; padding: .55rem .8rem } .people button span { display: block; font-size: .85rem; opacity: .75 }
.note { border-left: 4px solid var(--accent); padding: .5rem .8rem; background: var(--soft); margin: 0 0 1rem } .note.bad { border-color: var(--bad) }
.actions { display: flex; align-items: center; gap: .6rem; justify-content: end; flex-wrap: wrap } nav a { margin-inline-end: 1rem } bdi { unicode-bidi: isolate } .wrap { overflow-wrap: anywhere }
.grid { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); margin: 0 0 1rem } .grid .card { margin: 0 }
.fault { display: flex; gap: 1rem; justify-content: space-between; align-items: center; border-top: 1px solid var(--line); padding: .45rem 0 } .fault p { margin: 0 } .fault form { flex: none }
button[role=switch] { min-width: 3.6rem; border-radius: 1rem } button[aria-checked=true] { background: var(--bad); border-color: var(--bad); color: #fff }
.places { display: flex; flex-wrap: wrap; gap: .2rem 2rem; margin: 0 0 .8rem } nav a[aria-current] { color: inherit; font-weight: 600; text-decoration: none }`;

/** A whole page. Each says what it is, so that nobody types a real password into it. */
export function document(title: string, content: Html, width: "small" | "wide" = "small"): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Pretend Microsoft</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <main class="${width}">
          ${content}
          <p class="dim">
            <small>This is the pretend Microsoft of the Rollcall demo. No real account is involved.</small>
          </p>
        </main>
      </body>
    </html>`.html;
}
