import { ViewerDocument } from "../../../teams-app/src/graphql/operations.js";
import { LEGAL, SALES, viewer } from "../builders.js";
import { EVERYBODY } from "../people.js";
import * as by from "../ways.js";
import { answer, broken, type Kind, type State } from "../state.js";

type Rest = Omit<State, "name" | "path">;
const state = (name: Kind | `${Kind}-${string}`, rest: Rest): State => ({
  name: `my-page/${name}`,
  path: "/me",
  ...rest,
});

const lee = EVERYBODY.find(({ name }) => name === "Lee Gu");
const employee = viewer({
  displayName: lee?.name ?? "",
  email: lee?.mail ?? null,
  userPrincipalName: lee?.mail ?? null,
  role: "EMPLOYEE",
  origin: "SYNC",
  groups: [SALES, LEGAL],
});

export const MY_PAGE: readonly State[] = [
  state("ready", {
    when: "an employee opens Rollcall",
    way: [by.ON, by.as("alex"), by.IN_TEAMS],
    heading: "Hello, Lee Gu",
    says: ["You are a user of Contoso.", "Sales, Legal and Compliance", "it-help@contoso.example"],
    answers: [answer(ViewerDocument, { data: employee })],
  }),
  state("ready-admin", {
    when: "an admin opens their own page",
    way: [by.ON],
    heading: "Hello, Adele Vance",
    says: ["You are a user of Contoso.", "Admin"],
    answers: [],
  }),
  state("outside-teams", {
    when: "an employee opens Rollcall in a browser",
    way: [by.ON, by.as("alex")],
    heading: "Hello, Lee Gu",
    says: ["You are a user of Contoso.", "Sign out"],
    answers: [answer(ViewerDocument, { data: employee })],
    start: "browser",
  }),
  state("loading", {
    when: "who is asking is on its way",
    way: [by.ON, by.as("alex"), by.SLOW, by.RELOAD],
    heading: null,
    says: [],
    answers: [answer(ViewerDocument, "never")],
  }),
  state("failed", {
    when: "the server failed",
    way: [by.ON, by.as("alex"), by.NO_ANSWERS, by.RELOAD, by.BROKEN, by.TRY_AGAIN],
    heading: "Rollcall could not start",
    says: ["Something went wrong on our side."],
    answers: [answer(ViewerDocument, broken("5f0c41d2"))],
  }),
  state("offline", {
    when: "the connection is gone",
    way: [by.ON, by.as("alex"), by.NO_ANSWERS, by.RELOAD],
    heading: "Rollcall could not start",
    says: ["Rollcall could not be reached. Check your connection"],
    answers: [answer(ViewerDocument, "offline")],
  }),
];
