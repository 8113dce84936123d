/** How often to look whether a popup was closed, in milliseconds: the browser tells nobody. */
const LOOK_EVERY = 200;

/**
 * The popups of `authentication.authenticate`. What the tab is told about their end is what the page in them said, or
 * that they were closed; `manner` makes the host block them, or tell a finished one as cancelled, as some clients do.
 *
 * @param {{ tabOrigin: string; manner: () => string }} about
 */
export function popups({ tabOrigin, manner }) {
  let popup = null;
  let end = null;

  return {
    current: () => popup,

    authenticate(address, width, height) {
      if (new URL(address).origin !== tabOrigin) return [false, "The address is on none of the app's valid domains."];
      popup = manner() === "blocked" ? null : window.open(address, "pretend-teams-popup", sizes(width, height));
      if (!popup) return [false, "FailedToOpenWindow"];
      return new Promise((resolve) => {
        const watch = setInterval(() => popup?.closed && end?.([false, "CancelledByUser"]), LOOK_EVERY);
        end = (answer) => {
          clearInterval(watch);
          end = null;
          resolve(manner() === "cancelled" ? [false, "CancelledByUser"] : answer);
        };
      });
    },

    answers: {
      "authentication.authenticate.success": (value) => void end?.([true, value]),
      "authentication.authenticate.failure": (reason) => void end?.([false, reason]),
    },
  };
}

const sizes = (width, height) => `popup,width=${width ?? 600},height=${height ?? 600}`;
