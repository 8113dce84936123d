import { number, quoted, type Values } from "./phrases.js";

export const health = {
  GROUP_IS_MISSING: "Finnes ikke i katalogen. Personene i den blir som de er.",
  GROUP_IS_HIDDEN: "Skjuler medlemmene sine, så ingen deaktiveres så lenge den er valgt.",
  GROUP_IS_INCOMPLETE: "Siste kjøring kunne ikke lese den til slutten, så den deaktiverte ingen.",
  GROUP_IS_EMPTY: "Har ingen personer i seg.",
  GROUP_IS_SHRUNK: ({ count }: Values) => `Mistet mer enn halvparten av personene sine: den hadde ${number(count)}.`,
  GROUP_IS_RENAMED: ({ names }: Values) => `Het ${quoted(names)} da den ble valgt.`,
  GROUP_IS_DYNAMIC: "Fylles av en regel i katalogen.",

  NEXT_GOES_ON: "Ingenting å gjøre: det fortsetter av seg selv.",
  NEXT_RUN_GOES_ON: "Ingenting å gjøre: neste kjøring fortsetter.",
  NEXT_CHOOSE_A_GROUP: "Trykk Rediger og velg en gruppe.",
  NEXT_REVIEW: "Trykk Se på tillatelsene, eller spør noen som kan gi samtykke i katalogen.",
  NEXT_ENABLE_APP:
    "Be noen som styrer bedriftsprogrammer i Microsoft Entra, slå Rollcall på igjen der, og trykk så Sjekk igjen.",
  NEXT_POLICY: "Be den som styrer disse reglene, slippe Rollcall gjennom, og trykk så Sjekk igjen.",
  NEXT_OPERATOR_MENDS: "Si det til den som driver Rollcall, som må rette det. Det er ingenting å gjøre i katalogen.",
  NEXT_OPERATOR_RENEWS:
    "Si det til den som driver Rollcall, som må fornye det innen da. Det er ingenting å gjøre i katalogen.",
  NEXT_TENANT: "Si det til den som driver Rollcall, og om katalogen ble slettet eller flyttet.",
  NEXT_RESTORE_GROUP: "Gjenopprett gruppen i katalogen, eller trykk Rediger og fjern den.",
  NEXT_SHOW_MEMBERS: "La medlemmene være synlige i katalogen, eller trykk Rediger og velg en annen gruppe.",
  NEXT_RUN_NOW: "Neste kjøring prøver igjen av seg selv. Kjør nå prøver med en gang.",
  NEXT_AT_ONCE: "Kjør nå prøver med en gang.",
  NEXT_DECIDE: "Listen står under Automatisk import. Er katalogen feil, rett den der: neste kjøring ser igjen.",
  NEXT_APPROVED: ({ names }: Values) =>
    `Ingenting å gjøre: ${names.join(", ")} har godkjent den, og neste kjøring utfører den.`,

  IMPORT_IS_OFF: "Automatisk import er av.",
  IMPORT_IS_ON: "Automatisk import er på.",
  FIRST_RUN_STARTS: "Automatisk import er på. Den første kjøringen starter om et øyeblikk.",
  RUN_GOES_ON: "En kjøring pågår.",
  RUN_WAITS:
    "En kjøring pågår. Microsoft ba den gå saktere, eller ga ikke noe godt svar, så den venter litt og spør igjen.",
  NO_GROUP_CHOSEN: "Automatisk import er på, men ingen gruppe er valgt.",
  DIRECTORY_CLOSED: "Microsoft lar ikke lenger Rollcall lese denne katalogen. Ingen ble deaktivert.",
  SLOWED_DOWN: "Microsoft ba oss gå saktere. Ingen ble deaktivert.",
  GROUPS_MISSING: ({ names }: Values) => `${quoted(names)} finnes ikke i katalogen. Personene blir som de er.`,
  GROUPS_HIDDEN: ({ names }: Values) =>
    `${quoted(names)} skjuler medlemmene sine. Ingen deaktiveres så lenge Rollcall ikke kan se hvem de er.`,
  CREDENTIALS_EXPIRE: ({ count }: Values) =>
    `Automatisk import er på, men det Rollcall logger på hos Microsoft med, går ut ${count === 0 ? "i dag" : count === 1 ? "i morgen" : `om ${number(count)} dager`}.`,
  LAST_RUN_PARTIAL: "Siste kjøring ble bare delvis ferdig.",
  LAST_RUN_FAILED: "Siste kjøring mislyktes.",
  LAST_RUN_STOPPED: "Siste kjøring ble stanset.",
};
