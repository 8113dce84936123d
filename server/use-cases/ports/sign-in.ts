/** What a verified access token for this API says about its bearer. */
export interface Bearer {
  readonly tenantId: string;
  /** Object id of the person in that tenant. */
  readonly objectId: string;
  readonly name: string;
  /** The sign-in name. Data for people to read, never identity. */
  readonly userName: string | null;
  /** True for a home member, false for a guest, null when the token does not say. */
  readonly homeMember: boolean | null;
  /** Template ids of the directory roles the person holds (claim wids). */
  readonly directoryRoles: readonly string[];
}

export interface TokenVerifier {
  /** The bearer, or null for any token that is not a current user token for this API. Never throws for a bad token. */
  verify(token: string): Promise<Bearer | null>;
}

/** Seals text that leaves the server and must come back unread and unchanged (cursors). */
export interface Sealer {
  /** `purpose` and `accountId` are bound to the text: opened with others, it does not open. */
  seal(text: string, binding: { readonly purpose: string; readonly accountId: string }): string;
  /** Null for anything that was not sealed here for this binding. */
  open(sealed: string, binding: { readonly purpose: string; readonly accountId: string }): string | null;
}
