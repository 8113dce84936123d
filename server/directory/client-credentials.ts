/** What Rollcall proves to Microsoft with that it is the registered application. */
export type ClientCredential =
  | { readonly kind: "SECRET"; readonly secret: string }
  | {
      readonly kind: "CERTIFICATE";
      /** SHA-256 of the certificate, in hex. */
      readonly thumbprintSha256: string;
      /** RSA, PKCS#8 in PEM, without a passphrase. */
      readonly privateKey: string;
    };

/**
 * Which credential to show first. One order for all tenants: Microsoft keeps credentials at the registration, so what
 * the endpoint of one tenant refuses, those of all others do.
 */
export interface CredentialOrder {
  /** Each of them once, the one to show first at the beginning. */
  inTurn(): readonly ClientCredential[];
  /** From now on the next one is shown first, until it is refused itself. */
  refused(credential: ClientCredential): void;
  /** Its place in the settings, from 1: all that may be told of it. */
  placeOf(credential: ClientCredential): number;
}

export function createCredentialOrder(credentials: readonly ClientCredential[]): CredentialOrder {
  let first = 0;
  return {
    inTurn: () => [...credentials.slice(first), ...credentials.slice(0, first)],
    refused(credential) {
      // Two tenants may find the same one refused at the same moment, and must not pass over the next one together.
      if (credentials[first] === credential) first = (first + 1) % credentials.length;
    },
    placeOf: (credential) => credentials.indexOf(credential) + 1,
  };
}
