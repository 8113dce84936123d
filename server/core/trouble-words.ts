import { PERMISSIONS } from "./model.js";
import type { TroubleKind } from "./problems.js";

export interface Advice {
  readonly message: string;
  readonly nextStep: string;
}

const REVIEW = "Press Review permissions, or ask somebody who may consent in your directory.";

/* What is the customer's to mend, what is ours, and who does it. */

const TROUBLE_WORDS: Record<TroubleKind, (detail: string | null) => Advice> = {
  PERMISSION_REMOVED: (detail) => {
    const missing = PERMISSIONS.filter((permission) => detail?.includes(permission));
    const which =
      missing.length > 0 ? `: ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not approved there` : "";
    return { message: `Microsoft no longer lets Rollcall read this directory${which}.`, nextStep: REVIEW };
  },
  APP_REMOVED: () => ({
    message: "Rollcall was removed from your directory, so it can read nothing there.",
    nextStep: REVIEW,
  }),
  APP_DISABLED: () => ({
    message: "Rollcall was switched off in your directory, so it can read nothing there.",
    nextStep:
      "Ask somebody who manages enterprise applications in Microsoft Entra to enable Rollcall there again, then press Check again.",
  }),
  BLOCKED_BY_POLICY: () => ({
    message: "A Conditional Access policy of your organisation keeps Rollcall from reading this directory.",
    nextStep: "Ask whoever manages these policies to let Rollcall through, then press Check again.",
  }),
  CREDENTIALS_REFUSED: () => ({
    message: "Microsoft refuses Rollcall's own credentials. Your settings are kept.",
    nextStep: "Tell the operator of Rollcall, who has to mend this. There is nothing to do in your directory.",
  }),
  TENANT_UNKNOWN: () => ({
    message: "Microsoft knows no directory with the tenant id of this account.",
    nextStep: "Tell the operator of Rollcall, and whether your directory was deleted or moved to another one.",
  }),
};

export const troubleWords = (kind: TroubleKind, detail: string | null = null): Advice => TROUBLE_WORDS[kind](detail);
