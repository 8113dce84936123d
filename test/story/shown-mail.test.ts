import { expect, it } from "vitest";
import { CONTOSO_TENANT_ID } from "../../demo/microsoft/registration.js";
import { eachTestFindsAFreshAccount, enableWith, users, world } from "../contoso.js";

/* S4: mail and sign-in name are both kept of everybody; which of them is shown as mail is a setting. */

eachTestFindsAFreshAccount();

const show = (shownEmail: string) =>
  world.adele(
    `mutation { updateAccountSettings(input: { shownEmail: ${shownEmail} }) {
      ... on AccountSettingsUpdated { account { shownEmail } } ... on Problem { code } } }`,
  );
/** Those of this test, by the mail address that is shown. */
const sorted = async () => {
  const answer = await world.adele(`{ users(search: "Postbox", orderBy: EMAIL_ASC) { nodes { displayName } } }`);
  return (answer.data?.users as { nodes: { displayName: string }[] }).nodes.map(({ displayName }) => displayName);
};
const sharers = async () => {
  const answer = await world.adele(`{ users(search: "Twin") { nodes { sharesEmail } } }`);
  return (answer.data?.users as { nodes: { sharesEmail: boolean }[] }).nodes.map(({ sharesEmail }) => sharesEmail);
};
const candidateMail = async (search: string) => {
  const answer = await world.adele(
    `query ($search: String) { candidates(search: $search) { ... on CandidateConnection { nodes { email } } } }`,
    { search },
  );
  return (answer.data?.candidates as { nodes: { email: string }[] }).nodes[0]?.email;
};
const mails = async () =>
  Object.fromEntries((await users("Postbox")).map(({ displayName, email }) => [displayName, email]));

it("shows mailboxes, or the names people sign in with, at once and without a run; guests keep their mailbox", async () => {
  const { directory } = world.microsoft;
  const member = directory.hire({
    displayName: "Postbox Member",
    mail: "member@postbox.example",
    userPrincipalName: "a.member@contoso.com",
  });
  const guest = directory.hire({ displayName: "Postbox Guest", mail: "guest@partner.example", userType: "Guest" });
  const twins = ["One", "Two"].map((name) => directory.hire({ displayName: `Twin ${name}`, mail: "twin@box.example" }));
  const memberIds = [member, guest, ...twins].map(({ id }) => id);
  const group = directory.createGroup({ displayName: "Postboxes", tenantId: CONTOSO_TENANT_ID, memberIds });
  await enableWith({ includeGuests: true }, group);

  const before = await mails();
  const changed = await show("SIGN_IN_NAME");
  const after = await mails();
  const byName = await sorted();
  const found = await candidateMail("Postbox Member");
  const sharing = await sharers();
  await show("MAIL");

  const boxes = { "Postbox Member": "member@postbox.example", "Postbox Guest": "guest@partner.example" };
  expect(before).toEqual(boxes);
  expect(changed.data?.updateAccountSettings).toEqual({ account: { shownEmail: "SIGN_IN_NAME" } });
  expect(after).toEqual({ ...boxes, "Postbox Member": member.userPrincipalName });
  expect(await mails()).toEqual(boxes);
  // Who shares a mailbox does so whatever is shown
  expect([sharing, await sharers()]).toEqual([
    [true, true],
    [true, true],
  ]);
  // Wherever it is shown, and sorted by what is shown
  expect(found).toBe(member.userPrincipalName);
  expect(byName).toEqual(["Postbox Member", "Postbox Guest"]);
  expect(await sorted()).toEqual(["Postbox Guest", "Postbox Member"]);
});
