import type { RedirectType } from "./authority.js";

export interface CodeRecord {
  tenantId: string;
  personId: string;
  redirectUri: string;
  redirectType: RedirectType;
  scope: string;
  nonce: string | undefined;
  challenge: string | undefined;
  /** The authority it was asked of; it can only be redeemed there. */
  authority: string;
  issuedAt: number;
  used: boolean;
}

/** Authorization codes: in memory, for ten minutes, good once. */
export interface Codes {
  keep(code: string, record: CodeRecord): void;
  find(code: string): CodeRecord | undefined;
}

export const CODE_LIFE_MS = 10 * 60 * 1000;

export function makeCodes(now: () => Date): Codes {
  const codes = new Map<string, CodeRecord>();
  return {
    keep: (code, record) => {
      // Used and dead ones stay a while, so that a second attempt is told what is wrong.
      for (const [old, { issuedAt }] of codes) if (now().getTime() - issuedAt > 2 * CODE_LIFE_MS) codes.delete(old);
      codes.set(code, record);
    },
    find: (code) => codes.get(code),
  };
}
