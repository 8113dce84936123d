import { formatMoment, formatNumber } from "../../format.js";
import type { Texts } from "../english.js";
import { people } from "./common.js";

const heldWords = (toDisable: number, toAdd: number): string =>
  [
    ...(toDisable > 0 ? [`${people(toDisable)} å deaktivere`] : []),
    ...(toAdd > 0 ? [`${people(toAdd)} å legge til`] : []),
  ].join(", ");

export const automaticImport: Texts["automaticImport"] = {
  title: "Automatisk import",
  off: {
    lead: [
      "Velg grupper i katalogen: alle i dem blir brukere her, med en gang og fra da av.",
      "Hver time ser Rollcall etter hvem som er kommet, endret eller har sluttet.",
      "Den bare leser. Ingenting endres noen gang i katalogen.",
    ],
    enable: "Slå på",
  },
  setUp: {
    steps: "Trinn",
    step: (number, name) => `${number}. ${name}`,
    stepOf: (number, name) => `Trinn ${number} av 3: ${name}`,
    names: { groups: "Grupper", rules: "Regler", preview: "Forhåndsvisning" },
    next: "Neste",
    back: "Tilbake",
    search: "Søk etter grupper",
    groups: "Grupper i katalogen",
    chosenCount: (count) => (count === 1 ? "1 gruppe valgt" : `${formatNumber(count)} grupper valgt`),
    noneChosen: "Ingen gruppe er valgt ennå. Ingenting kjører før en gruppe er valgt.",
    noneChosenOn: "Ingen gruppe er valgt. Lagret slik kjører ingenting før en gruppe er valgt igjen.",
    remove: (name) => `Fjern ${name}`,
    searching: "Søker …",
    counting: "Teller personene …",
    together: (count, overlap) =>
      overlap === 0
        ? `${people(count)} i alt.`
        : `${people(count)} i alt, ${formatNumber(overlap)} av dem i mer enn én av gruppene.`,
    noGroup: "Ingen gruppe passer.",
    noGroups: "Katalogen har ingen grupper.",
    kinds: {
      MICROSOFT_365: "Microsoft 365-gruppe",
      SECURITY: "Sikkerhetsgruppe",
      MAIL_ENABLED_SECURITY: "Sikkerhetsgruppe med e-post",
      DISTRIBUTION: "Distribusjonsliste",
      OTHER: "Gruppe",
    },
    dynamic: "fylt av en regel",
    members: (count) => (count === 1 ? "1 direkte medlem" : `${formatNumber(count)} direkte medlemmer`),
    disableLeavers: "Deaktiver dem som slutter",
    disableLeaversHint:
      "De som går ut av alle valgte grupper, blir blokkert eller slettet i katalogen, blir deaktivert her. Uten dette kommer personer bare til.",
    includeGuests: "Ta med gjester",
    includeGuestsHint: "Gjester i organisasjonen som er i en valgt gruppe, blir også brukere.",
    includeNested: "Ta med grupper i gruppene",
    includeNestedHint: "Personer i grupper inne i de valgte gruppene teller også.",
    brake: "Brems",
    brakeHint:
      "Skulle flere gå ut på én dag enn dette slipper gjennom, blir ingen deaktivert: de venter på en liste til en administrator har sett på den. Den minste av de to gjelder. Bremsen kan ikke slås av.",
    brakePercent: "Prosent av personene (1 til 50)",
    brakeCap: "Høyst så mange personer (1 til 5 000)",
    brakePercentWrong: "Et helt tall fra 1 til 50.",
    brakeCapWrong: "Et helt tall fra 1 til 5 000.",
    byHand: (count) =>
      count === 1
        ? "1 person i disse gruppene er her for hånd allerede. De blir når de går ut av gruppene, fordi en administrator bestemmer over dem."
        : `${people(count)} i disse gruppene er her for hånd allerede. De blir når de går ut av gruppene, fordi en administrator bestemmer over dem.`,
    handOver: "Gi dem over til gruppene etter den første kjøringen",
    handOverHint: "De behandles da som alle som kom gjennom en gruppe. Ingens tilgang endres av det.",
    turnOn: "Slå på",
    turnOnAndDisable: (count) => `Slå på og deaktiver ${formatNumber(count)}`,
    save: "Lagre",
    saveAndDisable: (count) => `Lagre og deaktiver ${formatNumber(count)}`,
    previewOld:
      "Noe er endret siden denne forhåndsvisningen ble laget. Ingenting ble lagret; her er hva som ville skjedd nå.",
    settingsChanged:
      "Noen andre endret disse innstillingene imens. Det du valgte her, er beholdt, men ikke lagret ennå.",
    goOn: "Gå videre med mitt valg",
    takeTheirs: "Begynn på nytt fra deres",
    changed: {
      enabled: (on) => (on ? "Automatisk import ble slått på." : "Automatisk import ble slått av."),
      groupAdded: (name) => `Gruppen «${name}» ble valgt.`,
      groupRemoved: (name) => `Gruppen «${name}» ble tatt ut.`,
      exclusions: "Hvem som er utelatt, er endret.",
      other: "Noe annet i innstillingene er endret.",
    },
  },
  preview: {
    title: "Hva neste kjøring ville gjort",
    open: "Forhåndsvis neste kjøring",
    close: "Lukk forhåndsvisningen",
    again: "Se igjen",
    reading: "Leser gruppene. Det kan ta et minutt i en stor katalog.",
    add: (count) => `Legger til ${people(count)}`,
    alreadyHere: (count) => `Allerede her: ${people(count)}`,
    reenable: (count) => `Aktiverer ${people(count)} igjen`,
    update: (count) => `Oppdaterer ${people(count)}`,
    disable: (count) => `Deaktiverer ${people(count)}`,
    skip: (count) => `Kan ikke importere ${people(count)}`,
    nothing: "Ingenting ville blitt endret.",
    groups: "Gruppe for gruppe",
    sum: {
      members: (count, shown) => `${shown} ${count === 1 ? "medlem" : "medlemmer"}`,
      people: (count, shown) => `${shown} ${count === 1 ? "person" : "personer"}`,
      others: (count, shown) =>
        `${shown} ${count === 1 ? "enhet, kontakt eller gruppe" : "enheter, kontakter eller grupper"}`,
      blocked: (_, shown) => `${shown} blokkert`,
      guestsLeftOut: (count, shown) => `${shown} ${count === 1 ? "gjest" : "gjester"} utelatt`,
      excluded: (_, shown) => `${shown} holdt utenfor`,
      unknown: (_, shown) => `${shown} som katalogen forteller for lite om`,
      countedBefore: (_, shown) => `${shown} talt i en gruppe ovenfor`,
      incomplete: (said) => `${said} (ikke lest til slutten)`,
    },
    agreed: (count) =>
      count === 1
        ? "Ved å gå videre godtar du denne deaktiveringen: den skjer uten bremsen."
        : `Ved å gå videre godtar du akkurat disse ${formatNumber(count)} deaktiveringene: de skjer uten bremsen.`,
    wouldHold: "Bremsen ville holdt dette tilbake: det ville ventet på en liste til en administrator har bestemt.",
  },
  hold: {
    title: "Venter på at du bestemmer",
    since: (iso) =>
      `Det har ventet siden ${formatMoment(iso)}. Ingen andre blir deaktivert imens; de som kommer til, slipper fortsatt inn.`,
    group: "Gruppe",
    allGroups: (count) => `Alle (${formatNumber(count)})`,
    ofGroup: (name, count) => `${name} (${formatNumber(count)})`,
    list: "Hvem det gjelder",
    columns: { name: "Navn", action: "Hva", reason: "Hvorfor", groups: "Grupper" },
    actions: { DISABLE: "Skal deaktiveres", CREATE: "Skal legges til", REENABLE: "Skal aktiveres igjen" },
    approve: "Godkjenn akkurat disse",
    reject: "Avvis",
    later: "Du kan også komme tilbake senere: listen blir, og hver kjøring holder den oppdatert.",
    approvedBy: (name) => `Godkjent av ${name}. Kjøringen som pågår, utfører det.`,
    noApproval: (why) => `Det kan ikke godkjennes nå: ${why}`,
    confirmApprove: {
      title: (toDisable, toAdd) => `Godkjenne: ${heldWords(toDisable, toAdd)}?`,
      body: "Alle på listen blir sett på en gang til først; de som er tilbake, eller ikke gir et klart svar, lates i fred.",
    },
    confirmReject: {
      title: (toDisable, toAdd) => `Avvise: ${heldWords(toDisable, toAdd)}?`,
      body: "De som ville blitt deaktivert, blir, utenfor gruppenes hender. De som ville kommet inn, utelates fra synkroniseringen.",
    },
    decided: { approve: "Godkjent. En kjøring utfører det.", reject: "Avvist. De blir som de er." },
  },
  handOver: {
    title: "Personer som er her for hånd",
    body: (count) =>
      count === 1
        ? "1 person i de valgte gruppene ble lagt til for hånd. De blir når de går ut av gruppene, til du gir dem over."
        : `${people(count)} i de valgte gruppene ble lagt til for hånd. De blir når de går ut av gruppene, til du gir dem over.`,
    action: "Gi over til gruppene",
    confirm: {
      title: (count) => `Gi ${people(count)} over til gruppene?`,
      body: "Fra da av bestemmer gruppene over dem: når de som slutter, deaktiveres, blir de deaktivert når de har gått ut av alle valgte grupper. Ingens tilgang endres nå.",
    },
    done: (count) => `${people(count)} gitt over til gruppene.`,
  },
  on: {
    status: "Status",
    runNow: "Kjør nå",
    lastRun: "Siste kjøring",
    recent: (count) => (count === 1 ? "Den siste kjøringen" : `De siste ${formatNumber(count)} kjøringene`),
    recentHint: "Nyeste sist. Tom: ingenting endret; fylt: noen endret; !: se på den; ×: mislyktes.",
    recentRun: (time, what) => `${time}: ${what}`,
    edit: "Rediger",
    groups: "Grupper",
    rules: "Regler",
    disableLeavers: (on) => (on ? "De som slutter, deaktiveres." : "De som slutter, deaktiveres ikke."),
    includeGuests: (on) => (on ? "Gjester er med." : "Gjester er ikke med."),
    includeNested: (on) => (on ? "Grupper i gruppene er med." : "Grupper i gruppene er ikke med."),
    brake: (percent, cap) =>
      `Bremsen lar en dag deaktivere høyst ${formatNumber(percent)} % av personene, og aldri flere enn ${formatNumber(cap)}.`,
    excludedGroups: "Utelatte grupper",
    changeExclusions: "Endre hvem som er utelatt",
    excludedPeople: (count) =>
      count === 1 ? "1 person er utelatt ved navn." : `${people(count)} er utelatt ved navn.`,
    columns: { name: "Navn", people: "Medlemmer", readAt: "Siste endring", health: "Helse" },
    people: (count) => people(count),
    health: {
      ok: "OK",
      notRead: "Ikke lest ennå",
      since: (message, time) => `${message.replace(/\.$/, "")} (siden ${time}).`,
      next: {
        MISSING: "Gjenopprett den i katalogen, eller trykk Rediger og fjern den.",
        HIDDEN: "La medlemmene være synlige i katalogen, eller trykk Rediger og velg en annen gruppe.",
        INCOMPLETE: "Det er ingenting å gjøre her.",
        EMPTY: "Er det feil, legg personer til i den i katalogen; ellers trykk Rediger og fjern den.",
        SHRUNK: "Er det feil, rett det i katalogen før du godkjenner noe.",
        RENAMED: null,
        DYNAMIC: null,
      },
    },
    disableTitle: "Stans automatisk import",
    disableHint: "Når den er slått av, starter ingen kjøring lenger. Brukerne blir som de er.",
    disable: "Slå av",
    confirmDisable: {
      title: "Slå av automatisk import?",
      body: "Ingen kjøring starter lenger, og ingen merker hvem som kommer til gruppene eller går ut av dem. Alle brukere blir som de er, og kan fortsatt logge på. Du kan slå den på igjen når som helst.",
    },
    disabled: "Automatisk import er av.",
    enabled: "Slått på. Den første kjøringen starter med en gang.",
    saved: "Gruppene og reglene er lagret.",
  },
};
