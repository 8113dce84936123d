import { createHash } from "node:crypto";
import { domainProblem } from "./domains.js";

/** What the templates ask for as `${name}`. */
export interface Slots {
  readonly host: string;
  readonly clientId: string;
  readonly appId: string;
  readonly version: string;
  readonly name: string;
  readonly developer: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

export type Slot = keyof Slots;

export const FLAGS: Readonly<Record<Slot, string>> = {
  host: "--host",
  clientId: "--client-id",
  appId: "--app-id",
  version: "--version",
  name: "--name",
  developer: "--developer",
  websiteUrl: "--website-url",
  privacyUrl: "--privacy-url",
  termsUrl: "--terms-url",
};

/** Sound values for wrong ones, so that what else is wrong can be looked for, without saying the same thing twice. */
const EXAMPLE_HOST = "tab.example.com";
const EXAMPLE_ID = "00000000-0000-4000-8000-000000000000";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

const notAGuid = (value: string) => (GUID.test(value) ? null : "is no id like 12345678-90ab-cdef-1234-567890abcdef");

const RULES: Readonly<Record<Slot, (value: string) => string | null>> = {
  host: (value) => (value.startsWith("*") ? "is a wildcard, and the tab needs one host" : domainProblem(value)),
  clientId: notAGuid,
  appId: notAGuid,
  version: (value) => (SEMVER.test(value) ? null : "is no version like 1.0.0"),
  name: notEmpty,
  developer: notEmpty,
  websiteUrl: notAnHttpsPage,
  privacyUrl: notAnHttpsPage,
  termsUrl: notAnHttpsPage,
};

/** All slots, those not given by their defaults, and what is wrong with the ones that were. */
export function fillSlots(given: Partial<Slots>): { readonly slots: Slots; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const sound = (slot: Slot, otherwise: string | null, example: string): string => {
    const value = given[slot] ?? otherwise;
    const problem = value === null ? "is missing" : RULES[slot](value);
    if (value !== null && problem === null) return value;
    problems.push(value === null ? `${FLAGS[slot]} is missing` : `${FLAGS[slot]} “${value}” ${problem}`);
    return example;
  };

  const host = sound("host", null, EXAMPLE_HOST);
  const clientId = sound("clientId", null, EXAMPLE_ID);
  const website = sound("websiteUrl", `https://${host}/`, `https://${EXAMPLE_HOST}/`);
  const slots = {
    host,
    clientId,
    appId: sound("appId", appIdOf(clientId), EXAMPLE_ID),
    version: sound("version", "1.0.0", "1.0.0"),
    name: sound("name", "Rollcall", "Rollcall"),
    developer: sound("developer", "Rollcall", "Rollcall"),
    websiteUrl: website,
    privacyUrl: sound("privacyUrl", website, website),
    termsUrl: sound("termsUrl", website, website),
  };
  return { slots, problems };
}

/** An id of its own for the Teams app, always the same for a registration (a name-based UUID, RFC 9562 version 5). */
function appIdOf(clientId: string): string {
  const namespace = Buffer.from(clientId.replaceAll("-", ""), "hex");
  const hash = createHash("sha1").update(namespace).update("teams-app").digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function notEmpty(value: string): string | null {
  return value.trim() === "" ? "is empty" : null;
}

function notAnHttpsPage(value: string): string | null {
  if (!URL.canParse(value)) return "is no web address";
  const { protocol, hostname } = new URL(value);
  if (protocol !== "https:") return "is no https address";
  const problem = domainProblem(hostname);
  return problem === null ? null : `leads to ${hostname}, which ${problem}`;
}
