import { formatMoment } from "../../format.js";
import type { Texts } from "../english.js";

export const settings: Texts["settings"] = {
  title: "Innstillinger",
  connection: {
    title: "Tilkobling",
    organisation: "Organisasjon",
    tenantId: "Leietaker-id",
    state: "Tilstand",
    states: {
      GRANTED: "Tilkoblet",
      MISSING: "Tillatelser mangler",
      LOST: "Tillatelser trukket tilbake",
      UNKNOWN: "Ikke sjekket ennå",
    },
    checkedAt: (iso) => `Sjekket ${formatMoment(iso)}`,
    permissions: "Tillatelser",
    checkAgain: "Sjekk igjen",
    review: "Se på tillatelsene",
    copyLink: "Kopier lenke til administratoren",
  },
  help: {
    title: "Kontakt for hjelp",
    hint: "Vises til alle som blir avvist, og på alles egen side: et navn, en e-postadresse eller et telefonnummer.",
    field: "Kontakt for hjelp",
    save: "Lagre",
    saved: "Kontakten for hjelp er lagret.",
  },
  notices: {
    title: "Varsler",
    emails: "E-postadresser",
    emailsHint:
      "Får beskjed når noe trenger tilsyn: tillatelser som er trukket tilbake, en gruppe som er borte, en kjøring som ble holdt tilbake. Med en gang, etter en dag, så hver uke. Én per linje, høyst ti.",
    webhook: "Webhook",
    webhookHint: "En https-adresse som får det samme som JSON.",
    warnings: {
      NOBODY: "Ingen får beskjed når noe trenger tilsyn. Det vises bare på disse sidene.",
      NO_MAIL:
        "Ingen får beskjed: denne installasjonen sender ikke e-post. Sett en webhook, eller spør den som driver den.",
      SOME: "Denne installasjonen sender ikke e-post. Bare webhooken får beskjed.",
      ALL: null,
    },
    save: "Lagre mottakere",
    saved: "Mottakerne er lagret.",
  },
  link: {
    title: "Påloggingslenke",
    hint: "Har organisasjonen din i seg, så gjester kan komme inn. Alle andre kan også bruke den.",
    field: "Påloggingslenke",
    copy: "Kopier påloggingslenken",
  },
};
