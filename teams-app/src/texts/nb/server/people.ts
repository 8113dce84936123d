import { quoted, type Values } from "./phrases.js";

export const people = {
  CHANGE_IN_CHOSEN_GROUP: "Er i en valgt gruppe.",
  CHANGE_BACK_IN_CHOSEN_GROUP: "Er i en valgt gruppe igjen.",
  CHANGE_FOLLOWS_DIRECTORY: "Følger katalogen.",
  CHANGE_BY_HAND: "Valgt av en administrator.",
  CHANGE_UNDONE: "En administrator angret en kjøring.",
  CHANGE_LEFT_GROUPS: "Ikke lenger i noen av de valgte gruppene.",
  CHANGE_BLOCKED_IN_DIRECTORY: "Pålogging ble blokkert i katalogen.",
  CHANGE_DELETED_IN_DIRECTORY: "Slettet i katalogen.",
  CHANGE_GUESTS_LEFT_OUT: "Gjester er ikke med.",
  CHANGE_EXCLUDED: "Utelatt fra synkroniseringen.",
  CHANGE_BY_ADMIN: "Av en administrator.",

  SKIP_BLOCKED_IN_DIRECTORY: "Pålogging er blokkert i katalogen.",
  SKIP_GUEST_LEFT_OUT: "Gjester er ikke med.",
  SKIP_EXCLUDED: "Utelatt fra synkroniseringen.",
  SKIP_EXCLUSION_UNKNOWN: "Om en utelatt gruppe har dem, kunne ikke leses.",
  SKIP_DETAILS_UNKNOWN: "Katalogen viser ikke om denne personen kan logge på.",
  SKIP_DISABLED_BY_ADMIN: "Deaktivert, og en administrator bestemmer over dem, så det blir slik.",
  SKIP_MAIL_CONFLICT:
    "Noen her har allerede denne e-postadressen og er ikke knyttet til katalogen: en administrator bestemmer.",
  SKIP_LAST_ADMIN: "Den siste administratoren som kan logge på, blir.",

  IMPORT_ALREADY_HERE: "Allerede her.",
  IMPORT_BLOCKED_IN_DIRECTORY: "Pålogging er blokkert i katalogen.",
  IMPORT_DETAILS_HIDDEN: "Katalogen viser ikke om denne personen kan logge på.",
  IMPORT_NOT_IN_DIRECTORY: "Ikke funnet i katalogen.",
  IMPORT_DELETED: "Slettet i katalogen.",
  IMPORT_NO_ANSWER: "Microsoft ga ikke noe klart svar om denne personen. Prøv igjen.",
  IMPORT_MAIL_CONFLICT:
    "Noen her har allerede denne e-postadressen, og er ikke knyttet til katalogen. En administrator må avgjøre om de er samme person.",
  IMPORT_NOT_WRITTEN: "Kunne ikke lagres. Prøv igjen.",

  UNDO_CREATE: "Kom inn med denne kjøringen.",
  HERE_MANAGED_BY_GROUPS: "Styres av gruppene.",
  HERE_MANAGED_BY_ADMIN: "Styres av administratorer: blir også når de forlater gruppene.",
  UNDO_REENABLE: "Kom tilbake med denne kjøringen.",
  UNDO_DISABLE: "Ble deaktivert av denne kjøringen.",
  UNDO_CHANGED_SINCE: "Ble aktivert eller deaktivert av noen siden, så det blir slik.",
  UNDO_LAST_ADMIN: "Den siste administratoren som kan logge på, blir.",
  UNDO_NOT_HERE: "Er ikke knyttet til en bruker her lenger.",

  NOT_DONE_STAYS: "Et nytt blikk viste at de kan bli.",
  NOT_DONE_UNKNOWN: "Microsoft ga ikke noe klart svar om dem, så de ble stående.",
  NOT_DONE_GONE_AT_FIRST: "Katalogen finner dem ikke. Gjør ikke en senere kjøring det heller, regnes de som slettet.",
  NOT_DONE_NOT_LEAVING: "De skulle ikke slutte lenger.",
  NOT_DONE_LAST_ADMIN: "Den siste administratoren som kan logge på, blir.",
  NOT_DONE_NOT_WRITTEN: "Kunne ikke lagres. Neste kjøring prøver igjen.",
  NOT_DONE_OVERTAKEN: "Noen andre hadde endret dem imens.",
  NOT_DONE_NOT_REACHED: "Kjøringen ble avbrutt før den kom til dem.",

  ALREADY_ACTIVE: "Allerede aktiv.",
  ALREADY_DISABLED: "Allerede deaktivert.",
  ALREADY_BY_GROUPS: "Gruppene bestemmer over dem allerede.",
  ALREADY_BY_ADMIN: "En administrator bestemmer over dem allerede.",
  MAIL_OF_SOMEBODY_UNLINKED: ({ names }: Values) =>
    `Noen her har e-postadressen ${names.join(", ")} og er ikke knyttet til katalogen. Bare du kan si om de er samme person.`,
  NOT_YOURSELF: "Du kan ikke deaktivere deg selv. En annen administrator kan.",
  NOT_LINKED: "Denne brukeren er ikke knyttet til katalogen, så ingen gruppe kan bestemme over dem.",

  LINK_ALREADY_THEIRS: "Denne oppføringen er allerede den personens.",
  LINK_STILL_THERE:
    "Personen til denne oppføringen er fortsatt i katalogen, eller ikke sikkert slettet, så ingen andre kan få den.",
  LINK_USER_TOO:
    "Den personen er allerede en bruker her. Deaktiver den brukeren først; de to oppføringene bytter da plass, og ingenting går tapt.",
  LINK_OVERTAKEN: "En av de to ble endret av noen andre imens. Se på dem slik de er nå.",

  WILL_ADD: "Neste kjøring legger dem til.",
  WILL_REENABLE: "Neste kjøring aktiverer dem igjen.",
  WILL_DISABLE: "Neste kjøring deaktiverer dem, hvis et nytt blikk bekrefter det og bremsen tillater det.",
  WAITS_ON_HOLD: "Ingenting skjer med dem før en administrator har bestemt om listen som venter.",
  ASKS_AGAIN: "Neste kjøring spør igjen, og lar dem være som de er til det kommer et klart svar.",
  LOOKS_AGAIN: ({ names }: Values) =>
    `Neste kjøring ser igjen: hvem som er i ${quoted(names)}, kan ikke ses akkurat nå.`,
  LEFT_AS_THEY_ARE: "Neste kjøring lar dem være som de er.",
  STAYS_SYNC_OFF: "De blir som de er: automatisk import er av.",
  STAYS_NO_GROUPS: "De blir som de er: ingen gruppe er valgt.",
  STAYS_KEPT_BY_ADMIN: "De blir som de er: administratorer bestemmer over dem, ikke gruppene.",
  STAYS_LEAVERS_STAY: "De blir som de er: de som slutter, deaktiveres ikke.",
  STAYS_GROUP_UNREADABLE: "De blir som de er: en valgt eller utelatt gruppe kan ikke leses akkurat nå.",
  STAYS_GROUP_MISSING: "De blir som de er: en valgt gruppe de var i, mangler, og beholder personene sine.",
  STAYS_LAST_ADMIN: "De blir som de er: de er den siste administratoren som kan logge på.",
};
