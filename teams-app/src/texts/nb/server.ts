import type {
  ChangeReason,
  GroupHealthCode,
  HealthState,
  NextStep,
  ProblemCode,
  WhyRule,
} from "../../graphql/generated/graphql.js";
import type { Texts } from "../english.js";

/** Null where the code alone says too little: the server's English sentence stays. */
const PROBLEMS: Record<ProblemCode, string | null> = {
  CONSENT_MISSING:
    "Microsoft lar ikke Rollcall lese denne katalogen. Noen som kan gi samtykke der, må godkjenne tillatelsene: trykk Se på tillatelsene, her eller under Innstillinger.",
  CONSENT_LOST:
    "Tillatelsen til å lese denne katalogen ble trukket tilbake. Ingen ble deaktivert. Trykk Se på tillatelsene for å godkjenne dem igjen.",
  CONFIGURATION_BROKEN:
    "Microsoft avviser Rollcalls egen pålogging. Innstillingene dine er beholdt; den som driver Rollcall, må rette det.",
  TENANT_UNKNOWN:
    "Microsoft kjenner ingen katalog med leietaker-id-en til denne kontoen. Si det til den som driver Rollcall, og om katalogen ble slettet eller flyttet.",
  ACCESS_BLOCKED:
    "En regel for betinget tilgang i organisasjonen hindrer Rollcall i å lese katalogen. Be den som styrer disse reglene, slippe Rollcall gjennom, og trykk så Sjekk igjen.",
  DIRECTORY_UNREACHABLE: "Microsoft svarte ikke. Ingenting ble endret; prøv igjen om noen minutter.",
  THROTTLED: "Microsoft ba oss gå saktere. Ingenting ble endret; prøv igjen litt senere.",
  GROUP_GONE: "En av gruppene finnes ikke i katalogen. Velg en annen.",
  GROUP_HIDDEN: "En av gruppene skjuler medlemmene sine, så Rollcall kan ikke se hvem som er i den. Velg en annen.",
  NO_GROUPS: "Velg minst én gruppe: ingenting importeres før en gruppe er valgt.",
  TOO_MANY: null,
  RUN_IN_PROGRESS: "En kjøring pågår akkurat nå. Vent til den er ferdig; den vises på denne siden.",
  NOT_ENABLED: "Automatisk import er av. Slå den på først.",
  NOT_ALLOWED: null,
  NOT_FOUND: null,
  LAST_ADMIN: "Dette er den siste administratoren som kan logge på. Utnevn en annen først.",
  ACCOUNT_EXISTS: "Organisasjonen din har allerede en konto. Be en av administratorene importere deg.",
  INVITE_NOT_GOOD:
    "Denne invitasjonen kan ikke brukes: den er brukt før, er for gammel, eller er til en annen organisasjon. Be om en ny.",
  CURSOR_INVALID: "Denne listen er endret siden den ble vist. Begynn igjen på første side.",
  INVALID_INPUT: null,
  SETTINGS_CHANGED:
    "Noen andre endret disse innstillingene imens. Se på dem slik de er nå, og endre så det du trenger.",
  PREVIEW_NEEDED: "Når de som slutter, deaktiveres, kan en endring deaktivere personer. Se på forhåndsvisningen først.",
  PLAN_CHANGED:
    "Innstillinger, grupper eller listen er endret siden du så dem. Ingenting ble gjort; se på dem slik de er nå.",
  NO_HOLD: "Ingenting venter på en avgjørelse lenger: den er tatt, eller alle har forlatt listen.",
  NOT_UNDOABLE: null,
  CONFLICT_GONE: "Dette er ikke uavklart lenger. Se på listen slik den er nå.",
};

const NEXT_RUN = "Neste kjøring prøver igjen av seg selv. Kjør nå prøver med en gang.";
const REVIEW = "Trykk Se på tillatelsene, eller spør noen som kan gi samtykke i katalogen.";
const OPERATOR = "Si det til den som driver Rollcall. Det er ingenting å gjøre i katalogen.";
const NOTHING = "Ingenting å gjøre: det fortsetter av seg selv.";

const HEALTH: Record<HealthState, readonly [message: string, nextStep: string | null]> = {
  OFF: ["Automatisk import er av.", null],
  WAITING_FOR_FIRST_RUN: ["Automatisk import er på. Den første kjøringen starter om et øyeblikk.", null],
  OK: ["Automatisk import er på.", null],
  RUNNING: ["En kjøring pågår.", null],
  RETRYING: [
    "En kjøring pågår. Microsoft ba den gå saktere, eller ga ikke noe godt svar, så den venter litt og spør igjen.",
    NOTHING,
  ],
  NO_GROUPS: ["Automatisk import er på, men ingen gruppe er valgt.", "Trykk Rediger og velg en gruppe."],
  HELD: [
    "Bremsen holdt tilbake endringer, og ingen av dem er gjort: se på listen, og godkjenn eller avvis den.",
    "Er katalogen feil, rett den der: neste kjøring ser igjen.",
  ],
  PARTIAL: ["Siste kjøring ble bare delvis ferdig. Historikken viser hva som manglet.", NEXT_RUN],
  FAILED: ["Siste kjøring mislyktes. Historikken viser hvorfor.", NEXT_RUN],
  STOPPED: ["Siste kjøring ble stanset. Historikken viser hvorfor.", NEXT_RUN],
  THROTTLED: ["Microsoft ba oss gå saktere. Ingen ble deaktivert.", "Ingenting å gjøre: neste kjøring fortsetter."],
  CONSENT_LOST: ["Microsoft lar ikke lenger Rollcall lese denne katalogen. Ingen ble deaktivert.", REVIEW],
  ACCESS_BLOCKED: [
    "En regel for betinget tilgang i organisasjonen hindrer Rollcall i å lese katalogen. Ingen ble deaktivert.",
    "Be den som styrer disse reglene, slippe Rollcall gjennom, og trykk så Sjekk igjen.",
  ],
  CREDENTIALS_REFUSED: [
    "Microsoft avviser Rollcalls egen pålogging. Innstillingene dine er beholdt. Ingen ble deaktivert.",
    OPERATOR,
  ],
  SECRET_EXPIRING: ["Automatisk import er på, men det Rollcall logger på hos Microsoft med, går snart ut.", OPERATOR],
  TENANT_UNKNOWN: [
    "Microsoft kjenner ingen katalog med leietaker-id-en til denne kontoen. Ingen ble deaktivert.",
    "Si det til den som driver Rollcall, og om katalogen ble slettet eller flyttet.",
  ],
  GROUP_MISSING: [
    "En valgt gruppe finnes ikke i katalogen. Personene i den blir som de er.",
    "Gjenopprett gruppen i katalogen, eller trykk Rediger og fjern den.",
  ],
  GROUP_HIDDEN: [
    "En valgt gruppe skjuler medlemmene sine. Ingen deaktiveres så lenge Rollcall ikke kan se hvem som er i den.",
    "La medlemmene være synlige i katalogen, eller trykk Rediger og velg en annen gruppe.",
  ],
  READ_INCOMPLETE: ["Siste kjøring kunne ikke lese alt, så den deaktiverte ingen.", NEXT_RUN],
  READ_DOUBTFUL: ["Et nytt blikk viste at en liste var feil, så siste kjøring deaktiverte ingen.", NEXT_RUN],
};

const GROUP_HEALTH: Record<GroupHealthCode, string | null> = {
  MISSING: "Finnes ikke i katalogen. Personene i den blir som de er.",
  HIDDEN: "Skjuler medlemmene sine, så ingen deaktiveres så lenge den er valgt.",
  INCOMPLETE: "Siste kjøring kunne ikke lese den til slutten, så den deaktiverte ingen.",
  EMPTY: "Har ingen personer i seg.",
  SHRUNK: "Mistet mer enn halvparten av personene sine.",
  RENAMED: "Het noe annet da den ble valgt.",
  DYNAMIC: "Fylles av en regel i katalogen.",
};

const CHANGE_REASONS: Record<ChangeReason, string> = {
  IN_CHOSEN_GROUP: "Er i en valgt gruppe.",
  BACK_IN_CHOSEN_GROUP: "Er i en valgt gruppe igjen.",
  FOLLOWS_DIRECTORY: "Følger katalogen.",
  BY_HAND: "Valgt av en administrator.",
  UNDONE: "En administrator angret en kjøring.",
  LEFT_GROUPS: "Ikke lenger i noen av de valgte gruppene.",
  BLOCKED_IN_DIRECTORY: "Pålogging ble blokkert i katalogen.",
  DELETED_IN_DIRECTORY: "Slettet i katalogen.",
  GUESTS_LEFT_OUT: "Gjester er ikke med.",
  EXCLUDED: "Utelatt fra synkroniseringen.",
  BY_ADMIN: "Av en administrator.",
};

const WHY_RULES: Record<WhyRule, string> = {
  BLOCKED_IN_DIRECTORY: "Pålogging er blokkert i katalogen.",
  DELETED_IN_DIRECTORY: "De er slettet i katalogen.",
  DETAILS_UNKNOWN: "Katalogen viser ikke om denne personen kan logge på.",
  DISABLED_BY_ADMIN: "Deaktivert, og en administrator bestemmer over dem, så det blir slik.",
  EXCLUDED: "Utelatt fra synkroniseringen.",
  EXCLUSION_UNKNOWN: "Om en utelatt gruppe har dem, kunne ikke leses.",
  GUEST_LEFT_OUT: "Gjester er ikke med.",
  IN_CHOSEN_GROUP: "De er i en valgt gruppe.",
  LAST_ADMIN: "Den siste administratoren som kan logge på, blir.",
  MAIL_CONFLICT:
    "Noen her har allerede denne e-postadressen og er ikke knyttet til katalogen: en administrator bestemmer.",
  NOT_FOUND: "Katalogen finner dem ikke.",
  NOT_IN_GROUPS: "De er ikke i noen valgt gruppe.",
  NOT_LINKED: "De er ikke knyttet til katalogen.",
  NO_ANSWER: "Microsoft ga ikke noe klart svar om dem.",
  NO_GROUPS: "Ingen gruppe er valgt.",
  SYNC_OFF: "Automatisk import er av.",
};

const NEXT_STEPS: Record<NextStep, string> = {
  ADD: "Legger dem til.",
  REENABLE: "Aktiverer dem igjen.",
  DISABLE: "Deaktiverer dem, hvis et nytt blikk bekrefter det og bremsen tillater det.",
  NOTHING: "Ingenting: de blir som de er.",
  ASKS_AGAIN: "Ingenting, før Microsoft gir et klart svar.",
  WAITS_ON_HOLD: "Ingenting, før en administrator har bestemt om listen som venter.",
};

const PERMISSIONS: Readonly<Record<string, string>> = {
  "User.Read.All": "Liste opp brukere: navn, e-postadresser, avdelinger, og om noen er blokkert.",
  "GroupMember.Read.All": "Liste opp grupper, og hvem som er i dem.",
};

export const server: Texts["server"] = {
  problem: (code, message) => PROBLEMS[code] ?? message,
  health: (state, { nextStep }) => {
    const [message, next] = HEALTH[state];
    return { message, nextStep: nextStep === null ? null : next };
  },
  groupHealth: (code, message) => GROUP_HEALTH[code] ?? message,
  changeReason: (reason) => CHANGE_REASONS[reason],
  whyRule: (rule) => WHY_RULES[rule],
  permission: (name, purpose) => PERMISSIONS[name] ?? purpose,
  nextStep: (next) => NEXT_STEPS[next],
};
