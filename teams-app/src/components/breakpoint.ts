/** Below this width lists become two lines. */
export const phone = "@media (max-width: 639px)";

export const roomy = "@media (min-width: 640px)";

/** Too narrow for tables of many columns, too wide for two lines. */
export const narrow = "@media (min-width: 640px) and (max-width: 999px)";
