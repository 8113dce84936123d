import { CLIENT_ID } from "../registration.js";
import type { World } from "../world.js";
import type { Authority } from "./authority.js";
import { assertionProblem } from "./client-assertion.js";
import type { IdentityProblem } from "./errors.js";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

type Proof = { proven: boolean } | { problem: IdentityProblem };

/** Whether the caller proves to be the application: by a secret, by an assertion that a certificate of its signed, or not at all. */
export async function readProof(
  world: World,
  form: URLSearchParams,
  basicSecret: string | undefined,
  authority: Authority,
): Promise<Proof> {
  const secret = basicSecret ?? form.get("client_secret");
  const assertion = form.get("client_assertion");
  if (secret !== null && assertion !== null) return { problem: twoProofs };
  if (secret !== null) return provenUnless(secretProblem(world, secret));
  if (assertion === null) return { proven: false };
  if (form.get("client_assertion_type") !== ASSERTION_TYPE) return { problem: unknownAssertion };
  return provenUnless(await assertionProblem(world, assertion, authority));
}

const provenUnless = (problem: IdentityProblem | undefined): Proof => (problem ? { problem } : { proven: true });

function secretProblem({ state, now }: World, given: string): IdentityProblem | undefined {
  const known = state.credentials.secrets.find(({ secret }) => secret === given);
  if (!known) return wrongSecret;
  return known.expiresAt !== null && Date.parse(known.expiresAt) <= now().getTime() ? expiredSecret : undefined;
}

const wrongSecret: IdentityProblem = {
  error: "invalid_client",
  aadsts: 7000215,
  status: 401,
  message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${CLIENT_ID}'.`,
};

const expiredSecret: IdentityProblem = {
  error: "invalid_client",
  aadsts: 7000222,
  status: 401,
  message: `The provided client secret keys for app '${CLIENT_ID}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
};

// What Microsoft answers to these two is not documented; RFC 6749 (2.3) and RFC 7523 forbid them.
const twoProofs: IdentityProblem = {
  error: "invalid_request",
  aadsts: 90013,
  message: "The request must not contain both of 'client_assertion' and 'client_secret'.",
};

const unknownAssertion: IdentityProblem = {
  error: "invalid_request",
  aadsts: 90013,
  message: `The parameter 'client_assertion_type' must be '${ASSERTION_TYPE}'.`,
};
