import { number, quoted, type Values } from "./phrases.js";

export const problems = {
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
  GROUP_GONE: "En gruppe du valgte, finnes ikke i katalogen. Velg en annen.",
  GROUP_HIDDEN:
    "En gruppe du valgte, skjuler medlemmene sine, så Rollcall kan ikke se hvem som er i den. Velg en annen.",
  GROUP_HIDES_MEMBERS: ({ names }: Values) =>
    `Gruppen ${quoted(names)} skjuler medlemmene sine, så Rollcall kan ikke se hvem som er i den. Velg en annen.`,
  NO_GROUPS: "Velg minst én gruppe: ingenting importeres før en gruppe er valgt.",
  TOO_MANY: "Det er for mange på én gang.",
  TOO_MANY_PEOPLE: ({ limit }: Values) => `Det er for mange på én gang: høyst ${number(limit)} personer.`,
  TOO_MANY_USERS: ({ limit }: Values) => `Det er for mange på én gang: høyst ${number(limit)} brukere.`,
  TOO_MANY_GROUPS: ({ limit }: Values) => `Det er for mange på én gang: høyst ${number(limit)} grupper.`,
  RUN_IN_PROGRESS: "En kjøring pågår akkurat nå. Vent til den er ferdig; den vises på denne siden.",
  NOT_ENABLED: "Automatisk import er av. Slå den på først.",
  NOT_ALLOWED: "Du har ikke lov til dette.",
  NOT_FOUND: "Det finnes ikke her.",
  USER_NOT_FOUND: "Denne brukeren finnes ikke her.",
  ADMIN_NOT_FOUND: "Denne administratoren finnes ikke her.",
  PERSON_NOT_FOUND: "Denne personen finnes ikke her.",
  PERSON_NOT_IN_DIRECTORY: "Denne personen finnes ikke i katalogen.",
  RUN_NOT_FOUND: "Denne kjøringen finnes ikke her.",
  EXCLUSION_NOT_FOUND: "Denne utelatelsen finnes ikke her.",
  LAST_ADMIN: "Dette er den siste administratoren som kan logge på. Utnevn en annen først.",
  ACCOUNT_EXISTS: "Organisasjonen din har allerede en konto. Be en av administratorene importere deg.",
  INVITE_NOT_GOOD:
    "Denne invitasjonen kan ikke brukes: den er brukt før, er for gammel, eller er til en annen organisasjon. Be om en ny.",
  CURSOR_INVALID: "Denne listen er endret siden den ble vist. Begynn igjen på første side.",
  INVALID_INPUT: "Noe i forespørselen kan ikke stemme.",
  SETTINGS_CHANGED:
    "Noen andre endret disse innstillingene imens. Se på dem slik de er nå, og endre så det du trenger.",
  PREVIEW_NEEDED: "Når de som slutter, deaktiveres, kan en endring deaktivere personer. Se på forhåndsvisningen først.",
  PLAN_CHANGED:
    "Innstillinger, grupper eller listen er endret siden du så dem. Ingenting ble gjort; se på dem slik de er nå.",
  NO_HOLD: "Ingenting venter på en avgjørelse lenger: den er tatt, eller alle har forlatt listen.",
  NOT_UNDOABLE: "Det er ingenting i denne kjøringen som kan angres.",
  CONFLICT_GONE: "Dette er ikke uavklart lenger. Se på listen slik den er nå.",

  NO_USER_NAMED: "Velg minst én bruker.",
  NO_PERSON_TICKED: "Kryss av minst én person.",
  NOBODY_TO_EXCLUDE: "Velg minst én person eller gruppe.",
  NOBODY_MATCHES: "Ingen i katalogen passer til dette søket.",
  USERS_OR_GROUPS: "Nevn brukere, eller overlat dem som er i de valgte gruppene; ikke begge deler.",
  PERSON_OR_USER: "Oppgi id-en til en person eller en bruker, én av de to.",
  WHICH_USER: "Si hvilken bruker denne personen er.",

  OPEN_ACCOUNT_RULE:
    "En konto åpnes av et eget medlem av katalogen som er Global administrator eller Administrator for privilegerte roller der.",
  SELF_SIGNUP_OFF: "Kontoer åpnes av den som driver denne installasjonen. Be dem om en.",
  ACCOUNT_WAS_CLOSED:
    "Organisasjonen din hadde en konto her før, og den ble lukket. Den som driver denne installasjonen, kan åpne den igjen.",

  TROUBLE_PERMISSION_REMOVED: ({ names }: Values) =>
    names.length === 0
      ? "Microsoft lar ikke lenger Rollcall lese denne katalogen."
      : `Microsoft lar ikke lenger Rollcall lese denne katalogen: ${names.join(" og ")} er ikke godkjent der.`,
  TROUBLE_APP_REMOVED: "Rollcall ble fjernet fra katalogen, så den kan ikke lese noe der.",
  TROUBLE_APP_DISABLED: "Rollcall ble slått av i katalogen, så den kan ikke lese noe der.",
  TROUBLE_BLOCKED_BY_POLICY: "En regel for betinget tilgang i organisasjonen hindrer Rollcall i å lese katalogen.",
  TROUBLE_CREDENTIALS_REFUSED: "Microsoft avviser Rollcalls egen pålogging. Innstillingene dine er beholdt.",
  TROUBLE_TENANT_UNKNOWN: "Microsoft kjenner ingen katalog med leietaker-id-en til denne kontoen.",

  BRAKE_OUT_OF_BOUNDS: "Bremsen kan settes til 1 til 50 prosent og 1 til 5 000 personer.",
  CHOSEN_AND_EXCLUDED: ({ names }: Values) =>
    `Gruppen ${quoted(names)} kan ikke være valgt og utelatt på én gang. Ta den ut av én av de to.`,
  TOO_MANY_EXCLUDED: ({ limit }: Values) =>
    `Ikke flere enn ${number(limit)} personer kan utelates ved navn. Ta gruppen de kom med, ut av de valgte, eller utelat en gruppe som har dem.`,
  HELP_CONTACT_TOO_LONG: ({ limit }: Values) => `Høyst ${number(limit)} tegn, takk.`,
  TOO_MANY_RECEIVERS: ({ limit }: Values) => `Høyst ${number(limit)} e-postadresser, takk.`,
  RECEIVER_NO_EMAIL: ({ names: [text = ""] }: Values) =>
    `«${text.length > 80 ? `${text.slice(0, 80)}…` : text}» er ingen e-postadresse.`,
  WEBHOOK_NO_ADDRESS: "Webhooken er ingen nettadresse.",
  WEBHOOK_HOLDS_CREDENTIALS:
    "Adressen til webhooken har et navn eller et passord i seg. Legg det den trenger, i stien eller spørringen.",
  WEBHOOK_NOT_HTTPS: "Webhooken må være en https-adresse.",
  WEBHOOK_NOT_PUBLIC: "Webhooken må være en adresse på internett, med navnet sitt.",
};
