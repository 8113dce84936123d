import { X509Certificate } from "node:crypto";
import { CLIENT_SECRET } from "../registration.js";
import { ControlProblem, type Hands } from "./hands.js";
import type { AppCredentials, ClientCertificate, ClientSecret } from "./model.js";

/** What an operator does on the registration's page "Certificates & secrets". */
export interface Credentials {
  credentials(): AppCredentials;
  addSecret(about: { secret: string }): ClientSecret;
  /** As on the day it was made to end: the token endpoint answers AADSTS7000222. */
  expireSecret(about: { secret: string }): ClientSecret;
  /** From then on it is a wrong one: AADSTS7000215. */
  removeSecret(about: { secret: string }): void;
  /** `certificate` in PEM, without its key: Microsoft never sees that. */
  addCertificate(about: { certificate: string }): ClientCertificate;
  removeCertificate(about: { thumbprint: string }): void;
}

/** The registration as on the first day: with the one secret that every setting here knows. */
export function firstCredentials(): AppCredentials {
  return { secrets: [{ secret: CLIENT_SECRET, expiresAt: null }], certificates: [] };
}

export function credentials({ state, now, changed }: Hands): Credentials {
  const found = (secret: string): ClientSecret => {
    const known = state.credentials.secrets.find((each) => each.secret === secret);
    if (!known) throw new ControlProblem("There is no such secret.");
    return known;
  };
  const change = (to: Partial<AppCredentials>): void => {
    Object.assign(state.credentials, to);
    changed();
  };

  return {
    credentials: () => state.credentials,
    addSecret: ({ secret }) => {
      const added = { secret, expiresAt: null };
      change({ secrets: [...state.credentials.secrets.filter((each) => each.secret !== secret), added] });
      return added;
    },
    expireSecret: ({ secret }) => {
      const expired = Object.assign(found(secret), { expiresAt: now().toISOString() });
      changed();
      return expired;
    },
    removeSecret: ({ secret }) => {
      const gone = found(secret);
      change({ secrets: state.credentials.secrets.filter((each) => each !== gone) });
    },
    addCertificate: ({ certificate }) => {
      const added = { thumbprint: thumbprintOf(certificate), certificate };
      const others = state.credentials.certificates.filter((each) => each.thumbprint !== added.thumbprint);
      change({ certificates: [...others, added] });
      return added;
    },
    removeCertificate: ({ thumbprint }) => {
      const others = state.credentials.certificates.filter((each) => each.thumbprint !== thumbprint);
      if (others.length === state.credentials.certificates.length)
        throw new ControlProblem(`There is no certificate ${thumbprint}.`);
      change({ certificates: others });
    },
  };
}

function thumbprintOf(certificate: string): string {
  try {
    return new X509Certificate(certificate).fingerprint256.replaceAll(":", "");
  } catch {
    throw new ControlProblem("certificate: must be a certificate in PEM.");
  }
}
