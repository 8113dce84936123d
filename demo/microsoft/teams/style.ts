/** Of the pretend Teams alone: the whole window is the tab's, below one bar. */
export const STYLE = `
:root { --bar: #ebebeb; --text: #242424; --line: #d1d1d1; --field: #fff; --link: #115ea3 }
:root[data-theme=dark], :root[data-theme=glass] { --bar: #1f1f1f; --text: #fff; --line: #525252; --field: #333; --link: #9aa7ff; color-scheme: dark }
:root[data-theme=contrast] { --bar: #000; --text: #fff; --line: #fff; --field: #000; --link: #ff0; color-scheme: dark }
* { box-sizing: border-box } html, body { height: 100% }
body { margin: 0; display: flex; flex-direction: column; font: 14px/1.4 "Segoe UI", system-ui, sans-serif; background: var(--bar); color: var(--text) }
header { padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; align-items: center; border-bottom: 1px solid var(--line) }
header p { margin: 0 } form { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center }
select, input, button { font: inherit; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: 4px; padding: .15rem .4rem } input { width: 9rem }
a { color: var(--link); margin-inline-start: .4rem } :focus-visible { outline: 2px solid var(--link); outline-offset: 1px }
main { flex: 1; min-height: 0; display: flex; justify-content: center } iframe { flex: 1; border: 0 } iframe.phone { flex: none; width: 390px; border-inline: 1px solid var(--line) }`;
