import type { DirectoryProblem } from "../core/problems.js";
import { isRecord } from "./graph-problems.js";
import type { TokenAnswer } from "./token-endpoint.js";

/** AADSTS numbers that say: the app is not, or no longer, in this tenant. */
const APP_REMOVED = new Set([7000229, 700016, 65001]);
/** AADSTS numbers that say: an admin of this tenant has disabled the app. */
const APP_DISABLED = new Set([7000112, 70001]);
/** AADSTS numbers that say: there is no such tenant, or not in this cloud. */
const NO_TENANT = new Set([90002, 900023, 90013]);
/** AADSTS numbers that say: a policy of this tenant forbids it. */
const POLICY = new Set([53003, 530032, ...Array.from({ length: 12 }, (_, n) => 53000 + n)]);
/** AADSTS numbers that say: wait. */
const TOO_MANY = new Set([50196, 90055]);
/** AADSTS numbers that say: Microsoft itself is in trouble. */
const TEMPORARY = new Set([90033, 90024, 90006, 50033, 90090]);

/**
 * What an error of the token endpoint means for us. Decided on the answer itself and not on MSAL's error classes,
 * which lose the status of some answers. The detail is the AADSTS number: what a person searches for.
 */
export function tokenProblem(status: number, body: unknown): DirectoryProblem {
  const error = errorOf(body);
  const codes = aadstsNumbers(body);
  const detail = codes[0] === undefined ? error.slice(0, 60) || `HTTP ${String(status)}` : `AADSTS${String(codes[0])}`;

  if (status === 429 || codes.some((code) => TOO_MANY.has(code))) return { code: "THROTTLED", detail };
  if (status >= 500 || error === "temporarily_unavailable" || error === "server_error") {
    return { code: "DIRECTORY_UNREACHABLE", detail };
  }
  if (codes.some((code) => TEMPORARY.has(code))) return { code: "DIRECTORY_UNREACHABLE", detail };
  return { ...lastingProblem(error, codes), detail };
}

/** Whose the trouble is: the customer's, who can mend it and must be told how, or ours, who alone can. */
function lastingProblem(error: string, codes: readonly number[]): Pick<DirectoryProblem, "code" | "trouble"> {
  const isOneOf = (numbers: ReadonlySet<number>) => codes.some((code) => numbers.has(code));
  if (isOneOf(POLICY)) return { code: "ACCESS_BLOCKED", trouble: "BLOCKED_BY_POLICY" };
  if (isOneOf(NO_TENANT) || error === "invalid_tenant") return { code: "TENANT_UNKNOWN", trouble: "TENANT_UNKNOWN" };
  if (isOneOf(APP_DISABLED)) return { code: "CONSENT_MISSING", trouble: "APP_DISABLED" };
  if (isOneOf(APP_REMOVED) || error === "unauthorized_client") {
    return { code: "CONSENT_MISSING", trouble: "APP_REMOVED" };
  }
  // A wrong or expired secret, an unknown certificate, a wrong scope: the customer's admin can mend none of these.
  return { code: "CONFIGURATION_BROKEN", trouble: "CREDENTIALS_REFUSED" };
}

/**
 * The detail, when Microsoft refused what we proved ourselves with: wrong (AADSTS7000215), expired (7000222), a
 * certificate that is not registered (700027), or under a number to come. Another credential may do better then.
 */
export function credentialRefusal({ status, body }: TokenAnswer): string | null {
  if (status === null || errorOf(body) !== "invalid_client") return null;
  const { code, detail } = tokenProblem(status, body);
  return code === "CONFIGURATION_BROKEN" ? (detail ?? "") : null;
}

function errorOf(body: unknown): string {
  return isRecord(body) && typeof body.error === "string" ? body.error : "";
}

function aadstsNumbers(body: unknown): readonly number[] {
  const listed = isRecord(body) ? body.error_codes : null;
  if (Array.isArray(listed)) return listed.filter((code): code is number => Number.isInteger(code));

  const words = isRecord(body) && typeof body.error_description === "string" ? body.error_description : "";
  const number = /^AADSTS(\d{4,9})/.exec(words)?.[1];
  return number === undefined ? [] : [Number(number)];
}
