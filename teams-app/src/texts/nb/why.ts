import { formatMoment, formatNumber } from "../../format.js";
import type { Texts } from "../english.js";

export const why: Texts["why"] = {
  open: (name) => `${name}: hvorfor her, eller ikke?`,
  title: {
    unknown: (name) => `Hvorfor er ${name} her, eller ikke?`,
    here: (name) => `Hvorfor er ${name} her?`,
    disabled: (name) => `Hvorfor er ${name} deaktivert?`,
    notHere: (name) => `Hvorfor er ${name} ikke her?`,
    search: "Hvorfor er noen ikke her?",
  },
  close: "Lukk",
  back: "Søk igjen",
  rule: "Hva som avgjorde",
  next: "Hva neste kjøring gjør",
  handledBy: "Hvem som bestemmer",
  managedBy: {
    GROUPS: "De valgte gruppene",
    ADMIN: "Bare administratorer",
  },
  keptBy: (name, iso) =>
    iso
      ? `Bare administratorer, siden ${name} bestemte det ${formatMoment(iso)}`
      : `Bare administratorer, siden ${name} bestemte det`,
  origin: "Hvordan de kom inn",
  mail: "E-post",
  signInName: "Påloggingsnavn",
  department: "Avdeling",
  paths: {
    title: "Hvordan gruppene leder til dem",
    holds: "Valgt gruppe",
    excludes: "Utelatt gruppe: vinner",
    none: "Ingen valgt gruppe leder til dem, verken direkte eller gjennom grupper i den.",
    unknown: "Microsoft fortalte ikke nå hvilke grupper de er i.",
    notLinked: "De er ikke knyttet til katalogen, så ingen gruppe kan lede til dem.",
  },
  exclusion: {
    title: "Utelatelse",
    byName: "Utelatt fra synkroniseringen ved navn. De kan fortsatt legges til for hånd.",
    byGroup: "Utelatt fra synkroniseringen av en gruppe. Ta den utelatelsen tilbake under Innstillinger.",
    no: "Ikke utelatt fra synkroniseringen.",
    exclude: "Utelat fra synkroniseringen",
    end: "Ta utelatelsen tilbake",
    excluded: "Utelatt. Synkroniseringen lar dem være i fred fra nå av.",
    ended: "Utelatelsen er tatt tilbake. Synkroniseringen ser på dem igjen.",
    ask: (name) => `Utelate ${name} fra synkroniseringen?`,
    warning:
      "Å bli utelatt teller som å gå ut av gruppene: en kjøring følger med en gang, og når de som slutter, deaktiveres, deaktiverer den dem. Det gjelder bare synkroniseringen; du kan beholde dem for hånd i stedet, på siden Brukere.",
  },
  sync: {
    title: "Synkroniser bare denne personen",
    body: "Gjør nå for denne ene personen det neste kjøring ville gjort. Ingen andre berøres.",
    action: "Synkroniser bare denne personen nå",
    running: "Spør Microsoft om dem …",
    waits: (iso) => `Microsoft ba oss gå saktere; det fortsetter ${formatMoment(iso)}.`,
    nothing: "Ferdig. Ingenting måtte endres.",
    gone: "Resultatet finnes ikke lenger. Se på dem slik de er nå.",
    done: {
      CREATE: "Ferdig: lagt til.",
      DISABLE: "Ferdig: deaktivert.",
      REENABLE: "Ferdig: aktivert igjen.",
      UPDATE: "Ferdig: oppdatert fra katalogen.",
    },
  },
  changes: {
    title: "Hva som har skjedd før",
    none: "Ingen kjøring og ingen import har endret dem så langt.",
    actions: { CREATE: "Lagt til", DISABLE: "Deaktivert", REENABLE: "Aktivert igjen", UPDATE: "Oppdatert" },
    notDone: {
      CREATE: "Ikke lagt til",
      DISABLE: "Ikke deaktivert",
      REENABLE: "Ikke aktivert igjen",
      UPDATE: "Ikke oppdatert",
    },
    planned: "På gang",
  },
  search: {
    lead: "Leter i hele katalogen, også etter personer som ikke er her.",
    field: "Navn, e-postadresse eller påloggingsnavn",
    tooShort: "Skriv minst to bokstaver.",
    none: (words) =>
      `Katalogen kjenner heller ingen som heter «${words}». Prøv en del av navnet, eller begynnelsen av e-postadressen.`,
    found: (count) => (count === 1 ? "1 person funnet" : `${formatNumber(count)} personer funnet`),
    more: "Det er flere. Skriv mer av navnet.",
    results: "Personer som ble funnet",
    here: "Her",
    disabled: "Her, deaktivert",
    notHere: "Ikke her",
  },
};
