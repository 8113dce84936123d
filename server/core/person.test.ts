import { expect, it } from "vitest";
import { emailKey } from "./person.js";

it.each([
  [" José@Contoso.COM ", "josé@contoso.com"],
  ["José@Contoso.COM".normalize("NFD"), "josé@contoso.com"],
])("mail is compared without regard to case and to how an accent is written: %j", (one, other) => {
  expect(emailKey(one)).toBe(emailKey(other));
});

it("mail is compared with its accents", () => {
  expect(emailKey("jose@contoso.com")).not.toBe(emailKey("josé@contoso.com"));
});
