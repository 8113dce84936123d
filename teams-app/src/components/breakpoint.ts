/** Below this width lists become two lines. */
export const phone = "@media (max-width: 639px)";
