import type { Notice, NoticeKind } from "./model.js";

/* What the receivers of notices are told. Plain text: names in it come from a directory, where anybody may name a group. */

const SUBJECTS: Record<NoticeKind, string> = {
  CONSENT_LOST: "Rollcall may no longer read your directory",
  CREDENTIALS_REFUSED: "Microsoft refuses Rollcall's credentials",
  ACCESS_BLOCKED: "A policy keeps Rollcall out of your directory",
  TENANT_UNKNOWN: "Microsoft does not know your directory any more",
  GROUP_MISSING: "A chosen group is missing",
  HELD: "A run was held back",
};

/** Mended where the directory is connected; the others with the runs. */
const OF_SETTINGS: ReadonlySet<NoticeKind> = new Set(["CONSENT_LOST", "ACCESS_BLOCKED", "TENANT_UNKNOWN"]);

/** A notice as a receiver gets it, in every field on one line: no name can begin a header or a line of its own. */
export interface NoticeLetter {
  readonly kind: NoticeKind;
  readonly account: string;
  readonly tenantId: string;
  readonly message: string;
  readonly nextStep: string;
  /** The page of the tab where it can be mended. */
  readonly link: string;
}

export function letterOf(
  { kind, message, nextStep }: Notice,
  account: { readonly name: string; readonly tenantId: string },
  publicUrl: string,
): NoticeLetter {
  const { tenantId } = account;
  return {
    kind,
    account: onOneLine(account.name),
    tenantId,
    message: onOneLine(message),
    nextStep: onOneLine(nextStep),
    link: `${publicUrl}/${OF_SETTINGS.has(kind) ? "settings" : "automatic-import"}?tenant=${tenantId}`,
  };
}

export function mailOf(letter: NoticeLetter): { readonly subject: string; readonly text: string } {
  const { kind, account, message, nextStep, link } = letter;
  const text = [
    `${account}: ${message}`,
    `What to do: ${nextStep}\n${link}`,
    "You are a receiver of this account's notices. They come at once, after a day, and then every week for as long as this lasts. Its admins choose the receivers under Settings.",
  ].join("\n\n");
  return { subject: `${SUBJECTS[kind]}: ${account}`, text: `${text}\n` };
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
