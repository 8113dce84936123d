import { headerOf, json, type Call, type Reply } from "../http/exchange.js";
import { CLIENT_ID } from "../registration.js";
import type { World } from "../world.js";
import { unknownClient, type Authority } from "./authority.js";
import { clientCredentials } from "./client-credentials.js";
import { readProof } from "./client-proof.js";
import type { Codes } from "./codes.js";
import { tokenError } from "./errors.js";
import { missing, type Caller, type Granted } from "./grant.js";
import { redeemCode, redeemRefreshToken } from "./user-grants.js";

/** POST /{tenant}/oauth2/v2.0/token, with Microsoft's CORS: any origin may ask, cookies play no part. */
export async function token(world: World, call: Call, authority: Authority, codes: Codes): Promise<Reply> {
  const origin = headerOf(call, "origin");
  const headers: Record<string, string> = origin === undefined ? {} : { "access-control-allow-origin": "*" };
  const answer = await grant(world, call, authority, codes, origin);
  if ("problem" in answer) return tokenError(answer.problem, world.now(), headers);
  return json(200, answer.granted, { "cache-control": "no-store, no-cache", pragma: "no-cache", ...headers });
}

async function grant(
  world: World,
  call: Call,
  authority: Authority,
  codes: Codes,
  origin: string | undefined,
): Promise<Granted> {
  if (authority.kind === "UNKNOWN") return { problem: authority.problem };
  if (!headerOf(call, "content-type")?.toLowerCase().startsWith("application/x-www-form-urlencoded")) {
    return {
      problem: {
        error: "invalid_request",
        aadsts: 900144,
        message:
          "The request body must be application/x-www-form-urlencoded and contain the following parameter: 'grant_type'.",
      },
    };
  }
  const form = new URLSearchParams(call.body);
  const basic = readBasic(headerOf(call, "authorization"));
  const clientId = basic?.id ?? form.get("client_id");
  if (!clientId) return { problem: missing("client_id") };
  if (clientId.toLowerCase() !== CLIENT_ID) {
    return {
      problem: unknownClient(clientId, authority.kind === "TENANT" ? authority.tenant.name : "Pretend Microsoft"),
    };
  }
  const proof = await readProof(world, form, basic?.secret, authority);
  if ("problem" in proof) return proof;
  const caller: Caller = { origin, proven: proof.proven };

  switch (form.get("grant_type")) {
    case "authorization_code":
      return redeemCode(world, codes, form, authority, caller);
    case "refresh_token":
      return redeemRefreshToken(world, form, authority, caller);
    case "client_credentials":
      return clientCredentials(world, form, authority, caller);
    case null:
      return { problem: missing("grant_type") };
    default:
      return {
        problem: {
          error: "unsupported_grant_type",
          aadsts: 70003,
          message: "The app requested an unsupported grant type.",
        },
      };
  }
}

function readBasic(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic\s+(.+)$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const [id = "", ...secret] = Buffer.from(encoded, "base64").toString().split(":");
  try {
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret.join(":")) };
  } catch {
    return { id, secret: secret.join(":") };
  }
}
