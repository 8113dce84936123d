/** Below this width lists become two lines (PRODUCT: 640 px). */
export const phone = "@media (max-width: 639px)";
