import type {
  AuditKind,
  SentenceCode,
  WhyRule,
  WhyStanding,
  WordsFragment,
} from "../../../graphql/generated/graphql.js";
import type { Texts } from "../../english.js";
import { health } from "./health.js";
import { people } from "./people.js";
import type { Values } from "./phrases.js";
import { problems } from "./problems.js";
import { runs } from "./runs.js";

const SENTENCES: Record<SentenceCode, string | ((values: Values) => string)> = {
  ...problems,
  ...runs,
  ...health,
  ...people,
};

function sentence({ code, names, count, limit }: Omit<WordsFragment, "text">): string {
  const words = SENTENCES[code];
  return typeof words === "string" ? words : words({ names, count: count ?? 0, limit: limit ?? 0 });
}

const plain = (code: SentenceCode): string => sentence({ code, names: [], count: null, limit: null });

const STANDINGS: Record<WhyStanding, (name: string) => string> = {
  HERE_BY_GROUPS: (name) => `${name} er her, og gruppene bestemmer.`,
  HERE_BY_ADMIN: (name) => `${name} er her, og administratorer bestemmer: gruppene rører dem ikke.`,
  DISABLED_BY_SYNC: (name) => `${name} er her, deaktivert av synkroniseringen.`,
  DISABLED_BY_ADMIN: (name) => `${name} er her, deaktivert av en administrator.`,
  NOT_HERE: (name) => `${name} er ikke her.`,
};

const WHY_RULES: Record<WhyRule, string> = {
  BLOCKED_IN_DIRECTORY: people.SKIP_BLOCKED_IN_DIRECTORY,
  DELETED_IN_DIRECTORY: "Slettet i katalogen.",
  DETAILS_UNKNOWN: people.SKIP_DETAILS_UNKNOWN,
  DISABLED_BY_ADMIN: people.SKIP_DISABLED_BY_ADMIN,
  EXCLUDED: people.SKIP_EXCLUDED,
  EXCLUSION_UNKNOWN: people.SKIP_EXCLUSION_UNKNOWN,
  GUEST_LEFT_OUT: people.SKIP_GUEST_LEFT_OUT,
  IN_CHOSEN_GROUP: "Er i en valgt gruppe.",
  LAST_ADMIN: people.SKIP_LAST_ADMIN,
  MAIL_CONFLICT: people.SKIP_MAIL_CONFLICT,
  NOT_FOUND: people.NOT_DONE_GONE_AT_FIRST,
  NOT_IN_GROUPS: "Ikke i noen av de valgte gruppene.",
  NOT_LINKED: "Laget i programmet og ikke knyttet til katalogen.",
  NO_ANSWER: "Microsoft ga ikke noe klart svar om dem akkurat nå.",
  NO_GROUPS: "Ingen gruppe er valgt, så ingen kommer eller går med en.",
  SYNC_OFF: "Automatisk import er av, så ingen kommer eller går med en gruppe.",
};

const AUDIT: Record<AuditKind, string> = {
  ACCOUNT_OPENED: "åpnet kontoen",
  ACCOUNT_CLOSED: "lukket kontoen",
  ACCOUNT_SETTINGS_CHANGED: "endret innstillingene til kontoen",
  CONSENT_CHANGED: "sjekket samtykket, og det var endret",
  SYNC_ENABLED: "slo automatisk import på",
  SYNC_SETTINGS_CHANGED: "endret grupper eller regler for automatisk import",
  SYNC_DISABLED: "slo automatisk import av",
  HOLD_APPROVED: "godkjente endringer som var holdt tilbake",
  HOLD_REJECTED: "avviste endringer som var holdt tilbake",
  RUN_UNDONE: "fikk en kjøring angret",
  USERS_IMPORTED: "importerte personer for hånd",
  IMPORT_STOPPED: "stanset en import",
  USERS_ENABLED: "aktiverte brukere",
  USERS_DISABLED: "deaktiverte brukere",
  ADMIN_NAMED: "gjorde noen til administrator",
  ADMIN_REMOVED: "tok administratorrollen fra noen",
  HANDED_TO_GROUPS: "lot gruppene bestemme over brukere",
  KEPT_BY_ADMIN: "tok brukere ut av gruppenes hender",
  EXCLUDED: "utelot personer eller grupper fra synkroniseringen",
  EXCLUSION_ENDED: "tok utelatelser fra synkroniseringen tilbake",
  CONFLICT_LINKED: "sa at en bruker og en person i katalogen er den samme",
  CONFLICT_CREATED_BESIDE: "la til en person ved siden av brukeren som har samme e-postadresse",
  CONFLICT_SKIPPED: "holdt en person ute som har e-postadressen til en bruker",
  USER_LINKED: "ga oppføringen til en bruker til en annen person i katalogen",
};

const PERMISSIONS: Readonly<Record<string, string>> = {
  "User.Read.All": "Liste opp brukere: navn, e-postadresser, avdelinger, og om noen er blokkert.",
  "GroupMember.Read.All": "Liste opp grupper, og hvem som er i dem.",
};

export const server: Texts["server"] = {
  sentences: (said) => said.map(sentence).join(" "),
  because: (code, text) => (code === null ? text : plain(code)),
  changeReason: (reason) => plain(`CHANGE_${reason}`),
  disabled: (reason) => {
    const because = plain(`CHANGE_${reason ?? "LEFT_GROUPS"}`).replace(/\.$/, "");
    return `${because.charAt(0).toLowerCase()}${because.slice(1)}`;
  },
  standing: (standing, _text, name) => STANDINGS[standing](name),
  whyRule: (rule) => WHY_RULES[rule],
  audit: (kind) => AUDIT[kind],
  permission: (name, purpose) => PERMISSIONS[name] ?? purpose,
};
