import { X509Certificate } from "node:crypto";
import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import { CLIENT_ID, LOGIN_HOST } from "../registration.js";
import type { World } from "../world.js";
import type { Authority } from "./authority.js";
import type { IdentityProblem } from "./errors.js";

/** Clocks may differ by five minutes. */
const SKEW_SECONDS = 300;
const DOCUMENTATION =
  "Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials";

/**
 * Why an assertion does not prove that the application sent it; undefined when it does. It must be signed by a
 * certificate of the registration and made for this authority. As with Microsoft it may be shown again until it
 * expires: MSAL does so for ten minutes.
 */
export async function assertionProblem(
  world: World,
  assertion: string,
  authority: Authority,
): Promise<IdentityProblem | undefined> {
  const named = thumbprintIn(assertion);
  if (named === undefined) return malformed("JWT token is invalid or malformed.");
  if (named === "") return malformed("Invalid JWT token. No certificate thumbprint specified in token header.");
  const known = world.state.credentials.certificates.find(({ thumbprint }) => thumbprint === named);
  if (!known) return refused("not registered", `The key was not found., ${usedKey(named)}`);

  const certificate = new X509Certificate(known.certificate);
  const { validFrom, validTo } = certificate;
  if (new Date(validTo) <= world.now()) {
    const key = `Found key 'Start=${validFrom}, End=${validTo}'`;
    return refused("expired", `The key used is expired., ${usedKey(named)}, ${key}`);
  }
  try {
    await jwtVerify(assertion, certificate.publicKey, {
      algorithms: ["RS256", "PS256"],
      issuer: CLIENT_ID,
      subject: CLIENT_ID,
      audience: audiencesOf(authority),
      requiredClaims: ["exp", "nbf", "jti"],
      currentDate: world.now(),
      clockTolerance: SKEW_SECONDS,
    });
    return undefined;
  } catch (error) {
    return problemOf(error, named, world.now());
  }
}

/** The certificate the assertion says it is signed with; empty when it names none, undefined when it is no JWT. */
function thumbprintIn(assertion: string): string | undefined {
  try {
    const named = decodeProtectedHeader(assertion)["x5t#S256"];
    return typeof named === "string" ? Buffer.from(named, "base64url").toString("hex").toUpperCase() : "";
  } catch {
    return undefined;
  }
}

/** The token endpoint of the authority, by each of its names, or its issuer. */
function audiencesOf(authority: Authority): string[] {
  const names =
    authority.kind === "TENANT"
      ? [authority.tenant.id, ...authority.tenant.domains]
      : authority.kind === "ANY"
        ? [authority.name]
        : [];
  return names.flatMap((name) => ["oauth2/v2.0/token", "v2.0"].map((path) => `https://${LOGIN_HOST}/${name}/${path}`));
}

function problemOf(error: unknown, thumbprint: string, now: Date): IdentityProblem {
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return refused(
      "not registered",
      `The provided signature value did not match the expected signature value., ${usedKey(thumbprint)}`,
    );
  }
  const isClaim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
  if (!isClaim || error.reason === "missing") return malformed("JWT token is invalid or malformed.");
  switch (error.claim) {
    case "exp":
    case "nbf":
      return badClaim(
        700024,
        `Client assertion is not within its valid time range. Current time: ${now.toISOString()}.`,
      );
    case "aud":
      return badClaim(700023, "Client assertion audience claim does not match Realm issuer.");
    case "iss":
    case "sub":
      return badClaim(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
    default:
      return malformed("JWT token is invalid or malformed.");
  }
}

const usedKey = (thumbprint: string): string => `Thumbprint of key used by client: '${thumbprint}'`;

function refused(how: "not registered" | "expired", reason: string): IdentityProblem {
  return {
    error: "invalid_client",
    aadsts: 700027,
    status: 401,
    message: `The certificate with identifier used to sign the client assertion is ${how} on application. [Reason - ${reason}, Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${CLIENT_ID}'.]`,
  };
}

const badClaim = (aadsts: number, message: string): IdentityProblem => ({
  error: "invalid_client",
  aadsts,
  status: 401,
  message: `${message} ${DOCUMENTATION}`,
});

const malformed = (message: string): IdentityProblem => ({ error: "invalid_request", aadsts: 50027, message });
