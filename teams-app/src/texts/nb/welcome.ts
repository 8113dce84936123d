import type { Texts } from "../english.js";

export const welcome: Texts["welcome"] = {
  signIn: {
    title: "Logg på Rollcall",
    body: "Bruk jobbkontoen din.",
    action: "Logg på med Microsoft",
    another: "Bruk en annen konto",
    failed: "Påloggingen virket ikke.",
  },
  leaving: "Går til Microsoft for å logge deg på",
  unknownFrame: {
    title: "Åpne Rollcall i et eget vindu",
    body: "Nettstedet rundt denne siden svarte ikke slik Microsoft Teams, Outlook eller Microsoft 365 ville gjort. For din sikkerhet logger ingen på her.",
    retryHint: "Er det et av dem, var det kanskje bare tregt: prøv igjen.",
    action: "Åpne i et nytt vindu",
  },
  startFailed: "Rollcall kunne ikke starte.",
  popupOver: { title: "Du kan lukke dette vinduet", body: "Rollcall spør selv Microsoft hva som ble godkjent." },
  noToken: {
    title: "Teams logget deg ikke på her",
    body: "Rollcall får påloggingen din fra Teams, og fikk ingen.",
    notApproved:
      "Har ikke organisasjonen din godkjent Rollcall ennå, kan en administrator av katalogen gjøre det nå. Godkjent senere? Denne siden merker det av seg selv.",
    still: "Teams gir fortsatt ingen pålogging.",
    openInBrowser: "Åpne Rollcall i en nettleser",
  },
  refused: {
    titles: {
      NOT_IMPORTED: "Du er ikke blant brukerne av Rollcall ennå",
      DISABLED: "Brukeren din her er deaktivert",
      NO_ACCOUNT: "Organisasjonen din bruker ikke Rollcall ennå",
      NOT_ADMIN: "Denne delen er for administratorer",
    },
    reasons: {
      NOT_IMPORTED: "Ingen har lagt deg til i organisasjonens konto her.",
      DISABLED: "Organisasjonens konto har en bruker for deg, men den er slått av.",
      NO_ACCOUNT: "Det er ingen konto her for organisasjonen du logget på med.",
      NOT_ADMIN: "Brukeren din her er ikke administrator av kontoen.",
    },
    noAccountWhoCan:
      "Noen som administrerer katalogen (en global administrator eller en administrator for privilegerte roller), kan åpne en ved å logge på her. Mente du en annen organisasjon, bruk en annen konto.",
    askContact: (contact) => `Spør om hjelp: ${contact}`,
    askAdmins: "Spør dem som administrerer Rollcall i organisasjonen din.",
    guestHint:
      "Kanskje er du gjest i en annen organisasjon. Bruk da påloggingslenken til den organisasjonen: spør dem som inviterte deg, om den.",
    teamsHint: "Vil du inn for en annen organisasjon, bytt til den i Teams.",
    who: "Du er logget på som",
    name: "Navn",
    userName: "Brukernavn",
    organisation: "Organisasjon",
    another: "Bruk en annen konto",
  },
  open: {
    title: "Åpne en konto for organisasjonen din",
    lead: "Rollcall henter personene deres fra Microsoft Entra ID (Azure Active Directory) inn hit, og holder dem i takt.",
    returned: "Du er tilbake fra Microsoft. Åpne kontoen nå; om tillatelsene er der, blir sjekket underveis.",
    action: "Åpne kontoen",
    ready: "Er tillatelsene godkjent?",
    then: "Åpne kontoen. Rollcall spør Microsoft om begge tillatelsene er der, og du blir den første administratoren.",
    missing: "Microsoft har ikke gitt tillatelsene ennå.",
    waiting: "Godkjent i det andre vinduet? Åpne da kontoen; om tillatelsene er der, blir sjekket underveis.",
    missingHint: "Etter en godkjenning kan det ta et minutt før Microsoft forteller det.",
    checkAgain: "Sjekk igjen",
    opened: "Kontoen er åpnet og tilkoblet.",
  },
  consent: {
    title: "Hva Rollcall trenger å lese",
    permissions: [
      { name: "User.Read.All", purpose: "Liste opp brukere: navn, e-postadresser, avdelinger, og om de er blokkert" },
      { name: "GroupMember.Read.All", purpose: "Liste opp grupper og hvem som er i dem" },
    ],
    readOnly: "Begge er bare lesing. Rollcall endrer aldri noe i katalogen.",
    who: "En global administrator eller en administrator for privilegerte roller i organisasjonen godkjenner dem på Microsofts side.",
    review: "Se på tillatelsene",
    reviewOpensWindow: "Se på tillatelsene (åpnes i et nytt vindu)",
    openInBrowser: "Åpne i nettleseren",
    copyLink: "Kopier lenke til administratoren",
    checkAgain: "Sjekk igjen",
    popupBlocked:
      "Det nye vinduet ble blokkert. Bruk «Åpne i nettleseren», eller kopier lenken. Denne siden merker godkjenningen av seg selv.",
    stillMissing: "Microsoft har ikke gitt tillatelsene ennå. Etter en godkjenning kan det ta et minutt.",
    watching: "Venter på godkjenningen. Denne siden merker den av seg selv.",
    granted: "Tillatelsene er der.",
  },
};
