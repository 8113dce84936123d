import type { Request } from "express";

/* The words of the pages on the way to Microsoft's consent page and back, in the languages of the tab. */

export type ConsentPageName =
  | "LINK_INCOMPLETE"
  | "GRANTED"
  | "NO_ANSWER"
  | "OLD"
  | "CANCELLED"
  | "OTHER_ORGANISATION"
  | "NOT_ADMINISTRATOR"
  | "NOT_APPROVED"
  | "UNAVAILABLE"
  | "TOO_OFTEN";

interface ConsentWords {
  readonly lang: string;
  readonly back: string;
  readonly close: string;
  readonly pages: Readonly<Record<ConsentPageName, { readonly title: string; readonly body: string }>>;
}

const NOTHING_APPROVED = "Nothing was approved";
const ENGLISH: ConsentWords = {
  lang: "en",
  back: "Back to Rollcall",
  close: "You can close this window.",
  pages: {
    LINK_INCOMPLETE: {
      title: "This link is not complete",
      body: "The tenant in it is not a tenant id. Copy the link again.",
    },
    GRANTED: { title: "Thank you", body: "Rollcall now asks Microsoft whether the permissions are in place." },
    NO_ANSWER: { title: "Microsoft sent no answer", body: "Go back and press Review permissions again." },
    OLD: {
      title: "This page was opened before, or too late",
      body: "It changes nothing by itself. Go back to Rollcall and press Check again: it asks Microsoft what is approved.",
    },
    CANCELLED: {
      title: NOTHING_APPROVED,
      body: "The request was cancelled on Microsoft's page. Nothing was changed.",
    },
    OTHER_ORGANISATION: {
      title: NOTHING_APPROVED,
      body: "You were signed in with an account of another organisation. Try again with one of this organisation.",
    },
    NOT_ADMINISTRATOR: {
      title: NOTHING_APPROVED,
      body: "Only an administrator of your directory can approve this. Copy the link in Rollcall and send it to one.",
    },
    NOT_APPROVED: {
      title: NOTHING_APPROVED,
      body: "Microsoft did not approve the permissions. Nothing was changed. You can try again, or ask your administrator.",
    },
    UNAVAILABLE: {
      title: "Rollcall cannot answer just now",
      body: "Its database does not answer. Nothing was changed. Please load this page again in a moment.",
    },
    TOO_OFTEN: { title: "One moment, please", body: "This was asked for too often. Load this page again in a minute." },
  },
};

const INGENTING_GODKJENT = "Ingenting ble godkjent";
const NORWEGIAN: ConsentWords = {
  lang: "nb",
  back: "Tilbake til Rollcall",
  close: "Du kan lukke dette vinduet.",
  pages: {
    LINK_INCOMPLETE: {
      title: "Denne lenken er ikke fullstendig",
      body: "Leietakeren i den er ikke en leietaker-ID. Kopier lenken på nytt.",
    },
    GRANTED: { title: "Takk", body: "Rollcall spør nå Microsoft om tillatelsene er på plass." },
    NO_ANSWER: { title: "Microsoft sendte ikke noe svar", body: "Gå tilbake, og se gjennom tillatelsene på nytt." },
    OLD: {
      title: "Denne siden har vært åpnet før, eller for sent",
      body: "Den endrer ingenting av seg selv. Gå tilbake til Rollcall og sjekk på nytt: da spørres Microsoft om hva som er godkjent.",
    },
    CANCELLED: {
      title: INGENTING_GODKJENT,
      body: "Forespørselen ble avbrutt på Microsofts side. Ingenting ble endret.",
    },
    OTHER_ORGANISATION: {
      title: INGENTING_GODKJENT,
      body: "Du var logget på med en konto fra en annen organisasjon. Prøv igjen med en fra denne organisasjonen.",
    },
    NOT_ADMINISTRATOR: {
      title: INGENTING_GODKJENT,
      body: "Bare en administrator av katalogen kan godkjenne dette. Kopier lenken i Rollcall, og send den til en.",
    },
    NOT_APPROVED: {
      title: INGENTING_GODKJENT,
      body: "Microsoft godkjente ikke tillatelsene. Ingenting ble endret. Du kan prøve igjen, eller spørre administratoren din.",
    },
    UNAVAILABLE: {
      title: "Rollcall kan ikke svare akkurat nå",
      body: "Databasen svarer ikke. Ingenting ble endret. Last siden på nytt om et øyeblikk.",
    },
    TOO_OFTEN: { title: "Et øyeblikk", body: "Det ble spurt for ofte. Last siden på nytt om et minutt." },
  },
};

/** In the language the browser asks for first of those we speak; English where there is none. */
export function consentWords(request: Pick<Request, "acceptsLanguages">): ConsentWords {
  const language = request.acceptsLanguages("en", "nb", "nn", "no");
  return language === false || language === "en" ? ENGLISH : NORWEGIAN;
}
