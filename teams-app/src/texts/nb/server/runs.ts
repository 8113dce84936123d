import { nobody, number, people, quoted, type Values } from "./phrases.js";

export const runs = {
  ANOTHER_RUN_WENT_ON: "En annen kjøring av denne kontoen pågikk ennå.",
  RUN_SETTINGS_CHANGED: "Innstillingene ble endret mens den kjørte. Det den hadde skrevet til da, blir stående.",
  RUN_DISABLED: "Automatisk import ble slått av mens den kjørte. Det den hadde skrevet til da, blir stående.",
  RUN_LEASE_LOST: "Kjøringen tok for lang tid, og en annen tok over.",
  RUN_CUT_SHORT: "Kjøringen ble avbrutt, for eksempel av en omstart. Den neste gjør arbeidet ferdig.",
  RUN_SHUTDOWN: "Serveren holdt på å stanse. Neste kjøring gjør arbeidet ferdig.",
  RUN_UNEXPECTED: "Noe gikk galt hos oss. Neste kjøring prøver igjen.",
  RUN_TRIES_AGAIN: "Neste kjøring prøver igjen.",
  NOBODY_WAS_DISABLED: "Ingen ble deaktivert.",

  GROUPS_NOT_READ: ({ names }: Values) =>
    `${quoted(names)} kunne ikke leses til slutten, så ingen ble deaktivert; de som ble sett, ble lagt til.`,
  PEOPLE_NOT_SAVED: ({ count }: Values) => `${people(count)} kunne ikke lagres.`,
  LIST_DOUBTFUL: ({ names, count }: Values) =>
    `${quoted(names)} er i en valgt gruppe som manglet dem på listen sin, så listen var feil, og ${nobody(count)} ble deaktivert etter den. Neste kjøring prøver igjen.`,
  NOT_LOOKED_AGAIN: ({ count }: Values) =>
    `${count > 0 ? "Ingen flere" : "Ingen"} ble deaktivert, fordi de som ser ut til å ha sluttet, ikke kunne ses på én gang til.`,
  NO_CLEAR_ANSWER: ({ count }: Values) =>
    `Det kom ikke noe klart svar om ${people(count)} som ser ut til å ha sluttet, så de ble stående. Neste kjøring spør igjen.`,
  GONE_HELD: ({ count }: Values) =>
    `${people(count)} som administratorer bestemmer over, er blokkert eller slettet i katalogen, flere enn bremsen lar en dag deaktivere. Ingen ble det; se på dem på siden Brukere, med filteret for tilstanden i katalogen.`,

  PERSON_ON_HOLD: "De blir som de er til en administrator har bestemt om listen som venter.",
  PERSON_OVER_LIMIT:
    "De ble ikke deaktivert: bremsen lar ikke denne dagen deaktivere flere. Neste fulle kjøring setter dem på en liste til en administrator.",
  PERSON_NOBODY_LEFT:
    "De ble ikke deaktivert: ingen som gruppene bestemmer over, ville bli igjen aktive. Neste fulle kjøring spør en administrator.",
  PERSON_NO_CLEAR_ANSWER: "Microsoft ga ikke noe klart svar om dem, så de ble stående som de er.",

  IMPORT_CUT_SHORT:
    "Importen ble avbrutt, for eksempel av en omstart. De som ble lagt til, blir; importer igjen for resten.",
  IMPORT_STOPPED: ({ names }: Values) =>
    `${names.join(", ")} stanset importen. De som ble lagt til, blir; angre den, eller importer igjen for resten.`,
  IMPORT_STOPPED_AT_ONCE: ({ names }: Values) => `${names.join(", ")} stanset importen før noen ble lagt til.`,
  IMPORT_NOT_STOPPABLE: "Bare en import av alle som passer, kan stanses.",
  IMPORT_SHUTDOWN: "Serveren holdt på å stanse. De som ble lagt til, blir; importer igjen for resten.",
  IMPORT_BROKE_OFF:
    "Microsoft svarte ikke lenger, eller ba oss gå saktere. De som ble lagt til, blir; importer igjen litt senere for resten.",
  IMPORT_UNEXPECTED: "Noe gikk galt hos oss. De som ble lagt til, blir; importer igjen for resten.",
  IMPORTED_PARTLY: ({ count, limit }: Values) =>
    `${number(count)} av ${number(limit)} kunne ikke legges til; de står på listen, med grunnen.`,

  ALREADY_UNDONE: "En annen angring av denne kjøringen var først.",
  UNDONE_PARTLY: ({ count }: Values) =>
    `${people(count)} var endret siden, eller kunne ikke endres, og blir som de er; de står på listen.`,
  UNDO_STILL_RUNNING: "Denne kjøringen pågår ennå.",
  UNDO_OF_AN_UNDO:
    "Denne kjøringen var selv en angring. Aktiver eller deaktiver personer for hånd i stedet, på siden Brukere.",
  UNDO_DONE_BEFORE: "Denne kjøringen er angret før.",
  UNDO_NOTHING: "Ingen kom inn, kom tilbake eller ble deaktivert av denne kjøringen, så det er ingenting å angre.",

  HOLD_TOO_MANY_LEAVERS: ({ count, limit }: Values) =>
    `${people(count)} ville bli deaktivert, og bremsen lar en dag deaktivere ${number(limit)}.`,
  HOLD_NOBODY_LEFT: "Ingen som gruppene bestemmer over, ville bli igjen aktive.",
  HOLD_GROUP_COLLAPSED: "En valgt gruppe mistet mer enn halvparten av personene sine på én gang.",
  HOLD_TOO_MANY_ADDITIONS: ({ count }: Values) =>
    `${people(count)} ville bli lagt til, langt flere enn denne kontoen har.`,
  HOLD_HOLD_OPEN: ({ count }: Values) =>
    `${people(count)} ville bli deaktivert, og en tidligere liste venter ennå på en avgjørelse.`,
  HOLD_WAITS: ({ count }: Values) => `${people(count)} venter på en avgjørelse.`,
  HOLD_DECIDE: "Ingen av dem ble endret: se på listen, og godkjenn eller avvis den.",
};
