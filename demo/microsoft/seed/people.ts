import type { Person } from "../state/model.js";
import type { Random } from "./random.js";
import { OFFICES } from "./names.js";

/** A person as the seed makes one: what is not said takes an ordinary value. */
export function makePerson(fields: Pick<Person, "id" | "displayName" | "userPrincipalName"> & Partial<Person>): Person {
  return {
    givenName: null,
    surname: null,
    mail: fields.userPrincipalName,
    mailNickname: fields.userPrincipalName.split("@")[0] ?? "",
    jobTitle: null,
    department: null,
    companyName: null,
    officeLocation: null,
    employeeId: null,
    preferredLanguage: null,
    mobilePhone: null,
    businessPhones: [],
    otherMails: [],
    accountEnabled: true,
    userType: "Member",
    externalUserState: null,
    createdDateTime: "2019-03-01T08:00:00Z",
    deletedDateTime: null,
    roles: [],
    home: null,
    ...fields,
  };
}

/** Guests bear their home address in their user name, with # and all: it must be percent-encoded in URLs. */
export function guestUserName(mail: string, onmicrosoftDomain: string): string {
  return `${mail.replace("@", "_")}#EXT#@${onmicrosoftDomain}`;
}

/** "Bjørn O'Brien" becomes bjorn.obrien; a number follows where the name is taken already. */
export function freeAlias(given: string, surname: string, taken: Set<string>): string {
  const plain = (name: string): string =>
    name
      .replaceAll("ø", "o")
      .replaceAll("Ø", "O")
      .replaceAll("ı", "i")
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
  const wanted = `${plain(given)}.${plain(surname)}`;
  let alias = wanted;
  for (let number = 2; taken.has(alias); number += 1) alias = `${wanted}${number}`;
  taken.add(alias);
  return alias;
}

/** Office, phone, number and first day: dull, but a directory has them. */
export function officeLife(random: Random, number: number): Partial<Person> {
  const day = new Date(Date.UTC(2012 + random.below(13), random.below(12), 1 + random.below(28), 7 + random.below(9)));
  return {
    officeLocation: random.pick(OFFICES),
    employeeId: `E${String(10000 + number)}`,
    businessPhones: [`+47 555 ${String(1000 + (number % 9000))}`],
    preferredLanguage: random.pick(["en-GB", "nb-NO", "de-DE", "en-US"]),
    createdDateTime: day.toISOString().replace(".000", ""),
  };
}
