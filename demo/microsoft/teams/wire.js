/**
 * The host's side of what teams-js 2.58 speaks with the page around it: requests `{id, uuidAsString, func, args}` by
 * postMessage, answers with the same id, and pushes `{func, args}`. Plays what a personal tab asks for, and no more.
 *
 * @param {object} about
 * @param {HTMLIFrameElement} about.frame where the tab is shown
 * @param {string} about.tabOrigin whom to listen to, and to speak to
 * @param {() => boolean} about.isSilent whether it answers nothing, as a page does that is no host
 * @param {Record<string, (...args: any[]) => unknown>} about.answers by the name of what the tab asks; an array is sent back
 * @param {Record<string, (...args: any[]) => unknown>} about.popupAnswers the same, for a page in a popup of the host
 * @param {() => Window | null} about.popup the popup, while there is one
 */
export function playHost({ frame, tabOrigin, isSilent, answers, popupAnswers, popup }) {
  const registered = new Set();

  window.addEventListener("message", (event) => void hear(event));

  async function hear({ origin, source, data }) {
    if (origin !== tabOrigin || typeof data?.func !== "string" || isSilent()) return;
    const known =
      source === frame.contentWindow ? answers : source !== null && source === popup() ? popupAnswers : null;
    if (!known) return;
    if (data.func === "registerHandler") return void registered.add(data.args[0]);
    if (!Object.hasOwn(known, data.func)) return console.info(`The pretend host does not play ${data.func}.`);

    const args = await known[data.func](...(data.args ?? []));
    if (Array.isArray(args)) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
  }

  return {
    /** Tells the tab, if it asked to be told. */
    push(func, ...args) {
      if (registered.has(func)) frame.contentWindow?.postMessage({ func, args }, tabOrigin);
    },
    /** The page in the frame is another one from now on, and asked for nothing yet. */
    forget: () => registered.clear(),
  };
}
