import { formatNumber } from "../../format.js";
import type { Texts } from "../english.js";
import { people, someNames } from "./common.js";

export const users: Texts["users"] = {
  title: "Brukere",
  addUsers: "Legg til brukere",
  import: "Importer",
  statusCard: "Automatisk import",
  statusDetails: "Grupper og regler",
  firstSteps: {
    body: "Bare du er her så langt. Velg personer for hånd, eller velg grupper der personene kommer, og går, av seg selv.",
    importPeople: "Importer personer",
    automaticImport: "Sett opp automatisk import",
  },
  search: "Søk i brukere",
  filterStatus: "Status",
  filterOrigin: "Opphav",
  filterDirectory: "Katalog",
  filterManagedBy: "Hvem som bestemmer",
  all: "Alle",
  directoryFilter: { any: "Alle", gone: "Blokkert eller slettet", blocked: "Blokkert", deleted: "Slettet" },
  table: "Brukere",
  columns: {
    name: "Navn",
    mail: "E-post",
    origin: "Opphav",
    status: "Status",
    groups: "Grupper",
    lastSignIn: "Siste pålogging",
    actions: "Handlinger",
  },
  neverSignedIn: "Aldri",
  select: (name) => `Velg ${name}`,
  selectAll: "Velg alle på denne siden",
  count: (count) => (count === 1 ? "1 bruker" : `${formatNumber(count)} brukere`),
  selected: (count) => `${formatNumber(count)} valgt`,
  clear: "Fjern valg",
  enable: "Aktiver",
  bulk: "Valgte brukere",
  disabledBy: { SYNC: "Deaktivert automatisk", ADMIN: "Deaktivert for hånd" },
  emptyTitle: "Ingen er her ennå",
  emptyBody: "Bruk Legg til brukere for å importere personer fra Microsoft Entra ID.",
  noMatch: "Ingen bruker passer.",
  nobodyCalled: (search) => `Ingen her heter «${search}».`,
  nobodyCalledAndFits: (search) => `Ingen her som passer filtrene, heter «${search}».`,
  whyNotHere: "Hvorfor ikke?",
  clearFilters: "Fjern søk og filtre",
  acts: {
    ENABLE: {
      action: "Aktiver",
      title: (who) => `Aktivere ${who}?`,
      body: "De kan logge på igjen. Synkroniseringen lar dem være aktivert til en administrator bestemmer noe annet: de som gruppene ikke ville hatt, styres av administratorer fra da av.",
      done: (who) => `Aktivert: ${who}.`,
    },
    DISABLE: {
      action: "Deaktiver",
      title: (who) => `Deaktivere ${who}?`,
      body: "De kan ikke lenger logge på. Ellers endres ingenting ved dem, ingenting endres i katalogen, og du kan aktivere dem igjen. Synkroniseringen aktiverer dem ikke av seg selv.",
      done: (who) => `Deaktivert: ${who}.`,
    },
    TO_GROUPS: {
      action: "La gruppene bestemme",
      title: (who) => `La gruppene bestemme over ${who}?`,
      body: "Ingenting endres med en gang. Fra neste kjøring bestemmer de valgte gruppene: når de som slutter, deaktiveres, blir den som ikke er i noen av dem, deaktivert, innenfor bremsen.",
      done: (who) => `Gruppene bestemmer fra nå av over ${who}.`,
    },
    KEEP: {
      action: "Behold, hva gruppene enn sier",
      title: (who) => `Beholde ${who}, hva gruppene enn sier?`,
      body: "Da bestemmer bare administratorer over dem. De blir som de er når de går ut av de valgte gruppene, og ingen kjøring deaktiverer dem.",
      done: (who) => `Bare administratorer bestemmer fra nå av over ${who}.`,
    },
  },
  more: "Mer",
  undo: "Angre",
  undone: "Angret.",
  dismiss: "Lukk",
  notChanged: (name, why) => `${name}: ${why}`,
  sharesEmail: "Samme e-post som noen andre her",
  decidedBy: { GROUPS: "(gruppene bestemmer)", ADMIN: "(administratorer bestemmer)" },
  people,
  names: someNames,
  why: "Hvorfor her, eller ikke?",
  link: {
    local: "Knytt til en person i katalogen",
    takeOver: "Gi denne brukeren til en annen person",
    title: (name) => `Hvem i katalogen er ${name}?`,
    bodyLocal:
      "Denne brukeren ble laget i applikasjonen. Knyttet til en person logger de på med Microsoft som den personen. Rolle, status og hvem som bestemmer over dem, blir som før.",
    bodyTakeOver:
      "Personen bak denne brukeren ble slettet i katalogen. Er det samme mennesket der igjen med en ny id, så gi dem brukeren: de logger på med den, og rolle, status og hvem som bestemmer over dem, blir som før.",
    search: "Søk i katalogen",
    chosen: (person, mail) => `Valgt: ${[person, mail].filter(Boolean).join(", ")}`,
    action: "Knytt",
    done: (user, person) => `${user} er nå knyttet til ${person}.`,
  },
  conflicts: {
    title: "Samme person, eller to?",
    notice: (count) =>
      count === 1
        ? "1 person i katalogen venter på deg: noen her har e-postadressen deres."
        : `${formatNumber(count)} personer i katalogen venter på deg: noen her har e-postadressene deres.`,
    show: "Avgjør",
    hide: "Lukk",
    list: "Personer som venter",
    user: (name, since) => `${name}, her siden ${since}`,
    which: "Hvilken bruker er det?",
    link: "Samme person",
    beside: "To personer",
    skip: "Hold ute",
    decided: {
      LINK: (name) => `${name} er knyttet til brukeren her.`,
      CREATE_BESIDE: (name) => `${name} ble lagt til som egen bruker.`,
      SKIP: (name) => `${name} holdes ute. Innstillinger viser utelatelsen.`,
    },
    ask: {
      LINK: {
        title: (name) => `Er ${name} brukeren som er her?`,
        body: (user) =>
          `Da logger personen i katalogen på som brukeren ${user}. Rolle, status og hvem som bestemmer over dem, blir som før.`,
      },
      CREATE_BESIDE: {
        title: (name) => `Legge til ${name} ved siden av?`,
        body: () => "Da er det to brukere som deler en e-postadresse, og et merke sier det. Begge kan logge på.",
      },
      SKIP: {
        title: (name) => `Holde ${name} ute?`,
        body: () =>
          "De utelates fra synkroniseringen, og ingen blir spurt igjen. Du kan ta utelatelsen tilbake under Innstillinger.",
      },
    },
  },
  moreFor: (name) => `Mer for ${name}`,
  makeAdmin: "Gjør til administrator",
  removeAdmin: "Fjern som administrator",
  madeAdmin: (name) => `${name} er administrator nå.`,
  removedAdmin: (name) => `${name} er ikke administrator lenger.`,
  confirmMakeAdmin: {
    title: (name) => `Gjøre ${name} til administrator?`,
    body: "De kan da legge til personer, endre importen, og utnevne eller fjerne administratorer.",
  },
  confirmRemoveAdmin: {
    title: (name) => `Fjerne ${name} som administrator?`,
    body: "De er fortsatt bruker, men kan ikke lenger legge til personer eller endre importen.",
  },
};
