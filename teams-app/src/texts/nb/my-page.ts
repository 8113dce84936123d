import { formatDay } from "../../format.js";
import type { Texts } from "../english.js";

export const myPage: Texts["myPage"] = {
  title: (name) => `Hei, ${name}`,
  lead: (account) => `Du er bruker hos ${account}.`,
  who: "Hvem du er her",
  name: "Navn",
  mail: "E-post",
  signInName: "Påloggingsnavn",
  account: "Konto",
  role: "Rolle",
  origin: "Hvordan du kom inn",
  origins: {
    LOCAL: "Du ble lagt til i applikasjonen.",
    MANUAL: "En administrator la deg til for hånd.",
    SYNC: (groups) =>
      groups === "" ? "Du kom inn gjennom en gruppe i organisasjonen din." : `Du kom inn gjennom en gruppe: ${groups}.`,
  },
  groups: "Grupper",
  since: "Siden",
  sinceDay: (iso) => formatDay(iso),
  admins: "Hvem som administrerer",
  noAdmins: "Ingen er oppgitt.",
  help: "Hjelp",
  helpContact: "Hvem du kan spørre",
  noHelpContact: "Dem som administrerer",
};
