import { formatMoment, formatNumber } from "../../format.js";
import type { Texts } from "../english.js";

/** "1 person", "1 240 personer" */
export const people = (count: number): string => `${formatNumber(count)} ${count === 1 ? "person" : "personer"}`;

/** "Ada, Bo og 12 til" */
export const someNames = (names: readonly string[], all = names.length): string => {
  const shown = names.slice(0, all <= 5 ? all : 4);
  const rest = all - shown.length;
  return shown.join(", ") + (rest > 0 ? ` og ${formatNumber(rest)} til` : "");
};

export const common: Texts["common"] = {
  product: "Rollcall",
  tabs: {
    users: "Brukere",
    addPeople: "Legg til personer",
    automaticImport: "Automatisk import",
    history: "Historikk",
    settings: "Innstillinger",
  },
  membersHidden: "Den skjuler medlemmene sine, så Rollcall kan ikke se hvem som er i den.",
  andMore: (count) => `og ${formatNumber(count)} til`,
  sections: "Deler",
  myPage: "Min side",
  pretendTenant: "Prøvekatalogen",
  pretendTenantOpens: "Prøvekatalogen (åpnes i en ny fane)",
  pretendTeams: "Slik Teams viser den",
  pretendTeamsOpens: "Slik Teams viser den (åpnes i en ny fane)",
  signOut: "Logg av",
  signedInAs: (name) => `Logget på som ${name}`,
  accountMenu: (name) => `Kontomeny for ${name}`,
  loading: "Laster",
  tryAgain: "Prøv igjen",
  cancel: "Avbryt",
  next: "Neste",
  previous: "Forrige",
  pages: "Sider",
  page: (number) => `Side ${formatNumber(number)}`,
  goTo: (screen) => `Gå til ${screen}`,
  firstPage: "Tilbake til første side",
  copied: "Kopiert",
  copyFailed: "Kopieringen virket ikke. Merk adressen og kopier den for hånd.",
  save: "Lagre",
  none: "–",
  pageBroken: {
    title: "Denne siden gikk i stykker.",
    body: "Feilen er vår. Ingenting du gjorde før, er gått tapt; last siden på nytt.",
    reload: "Last på nytt",
  },
  newVersion: {
    body: "Det finnes en nyere versjon av Rollcall, og denne delen følger med den. Last siden på nytt; det som er krysset av eller skrevet her og ikke lagret, går tapt.",
    reload: "Last siden på nytt",
  },
  trouble: {
    offline: "Rollcall kunne ikke nås. Sjekk forbindelsen, og prøv igjen.",
    ended: "Påloggingen er utløpt. Logg på igjen for å fortsette.",
    signInAgain: "Logg på igjen",
    host: "Teams logget deg ikke på.",
    hostDetail: (detail) => `Teams sier: ${detail}`,
    notAssigned:
      "Organisasjonen din slipper bare inn dem som er tilordnet Rollcall i Microsoft Entra, og det er ikke du. Be den som styrer bedriftsprogrammene der, tilordne deg.",
    refused: "Du har ikke lov til dette.",
    badInput: (detail) => `Noe i forespørselen kan ikke stemme. API-et sier, på engelsk: ${detail}`,
    slowDown: (seconds) =>
      seconds === null
        ? "For mange forespørsler på en gang. Vent litt, og prøv igjen."
        : `For mange forespørsler på en gang. Prøv igjen om ${formatNumber(seconds)} sekunder.`,
    server: "Noe gikk galt hos oss. Prøv igjen om et øyeblikk.",
    timeout: "Det kom ikke noe svar i tide. Det kan likevel bli gjort: se hva som er der, før du gjør det igjen.",
    unavailable: "Rollcall kan ikke svare akkurat nå. Det går som regel over av seg selv; prøv igjen om et øyeblikk.",
    reference: (id) => `Referanse: ${id}`,
    retryAt: (iso) => `Verdt å prøve igjen ${formatMoment(iso)}.`,
    lastKnown: "Dette er det siste som er kjent; noe nyere kunne ikke leses.",
  },
  origin: { LOCAL: "Laget her", MANUAL: "Lagt til for hånd", SYNC: "Gjennom en gruppe" },
  status: { ACTIVE: "Aktiv", DISABLED: "Deaktivert" },
  managedBy: { GROUPS: "Gruppene", ADMIN: "Administratorer" },
  role: { ADMIN: "Administrator", EMPLOYEE: "Ansatt" },
  directoryState: { BLOCKED: "Blokkert i katalogen", DELETED: "Slettet fra katalogen" },
  disabledBy: { SYNC: "av synkroniseringen", ADMIN: "av en administrator" },
};
