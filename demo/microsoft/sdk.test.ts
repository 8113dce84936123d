import { ConfidentialClientApplication, type INetworkModule, type NodeAuthOptions } from "@azure/msal-node";
import {
  Client,
  PageIterator,
  type Context,
  type Middleware,
  type PageCollection,
} from "@microsoft/microsoft-graph-client";
import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP_SCOPE, CLIENT_ID, CLIENT_SECRET, CONTOSO_TENANT_ID, PEOPLE } from "./registration.js";
import { startMicrosoft, type PretendMicrosoft } from "./server.js";
import { newCertificate } from "./testing/certificate.js";
import { LOGIN, pick, SPA } from "./testing/client.js";

/** The libraries that the product uses, unchanged but for the transport that puts the simulator in the place of the real hosts. */
let microsoft: PretendMicrosoft;

beforeAll(async () => {
  microsoft = await startMicrosoft();
});
afterAll(() => microsoft.close());

const mapped = (url: string): string => url.replace(/^https:\//, microsoft.url);

const network: INetworkModule = {
  sendGetRequestAsync: (url, options) => send("GET", url, options),
  sendPostRequestAsync: (url, options) => send("POST", url, options),
};

async function send<T>(
  method: string,
  url: string,
  options?: { headers?: Record<string, string>; body?: string },
): Promise<{ headers: Record<string, string>; body: T; status: number }> {
  const { headers = {}, body } = options ?? {};
  const response = await fetch(mapped(url), { method, headers, ...(body === undefined ? {} : { body }) });
  return { headers: Object.fromEntries(response.headers), body: (await response.json()) as T, status: response.status };
}

type Credential = Pick<NodeAuthOptions, "clientSecret" | "clientCertificate">;

function msal(credential: Credential = { clientSecret: CLIENT_SECRET }): ConfidentialClientApplication {
  const auth = { clientId: CLIENT_ID, ...credential, authority: `${LOGIN}/${CONTOSO_TENANT_ID}` };
  return new ConfidentialClientApplication({ auth, system: { networkClient: network } });
}

const scopes = ["https://graph.microsoft.com/.default"];

describe("msal-node", () => {
  it("gets an app token with one POST", async () => {
    microsoft.directory.grantConsent();
    microsoft.counters.clear();

    const result = await msal().acquireTokenByClientCredential({ scopes });

    expect(result?.accessToken).toMatch(/^ey/);
    expect(microsoft.counters.requests).toEqual([
      {
        method: "POST",
        host: "login.microsoftonline.com",
        path: `/${CONTOSO_TENANT_ID}/oauth2/v2.0/token`,
        status: 200,
      },
    ]);
  });

  it("gets one with a certificate, and is told when it is not registered", async () => {
    const { certificate, privateKey, thumbprint } = newCertificate();
    const acquire = () =>
      msal({ clientCertificate: { thumbprintSha256: thumbprint, privateKey } }).acquireTokenByClientCredential({
        scopes,
      });
    await expect(acquire()).rejects.toMatchObject({ errorCode: "invalid_client", errorNo: 700027 });

    microsoft.directory.addCertificate({ certificate });

    expect((await acquire())?.accessToken).toMatch(/^ey/);
  });

  it("reads the refusals", async () => {
    await expect(msal({ clientSecret: "wrong" }).acquireTokenByClientCredential({ scopes })).rejects.toMatchObject({
      errorCode: "invalid_client",
      errorNo: 7000215,
    });
    microsoft.directory.withdrawConsent({ how: "REMOVED" });
    await expect(msal().acquireTokenByClientCredential({ scopes })).rejects.toMatchObject({
      errorCode: "invalid_client",
      errorNo: 7000229,
    });
  });
});

describe("the Graph client", () => {
  it("pages through all people with a token on every request", async () => {
    microsoft.directory.grantConsent();
    const token = (await msal().acquireTokenByClientCredential({ scopes }))?.accessToken ?? "";
    const transport: Middleware = {
      execute: async (context: Context) => {
        const headers = new Headers(context.options?.headers);
        headers.set("authorization", `Bearer ${token}`);
        context.response = await fetch(mapped(String(context.request)), {
          method: context.options?.method ?? "GET",
          headers,
        });
      },
    };
    const client = Client.initWithMiddleware({ middleware: transport });

    const first = (await client.api("/users").select("id").top(500).get()) as PageCollection;
    const ids = new Set<string>();
    const pages = new PageIterator(client, first, (person: { id: string }) => ids.add(person.id).size > 0);
    await pages.iterate();

    expect(ids.size).toBe(1240);
    expect(pages.isComplete()).toBe(true);
  });
});

describe("oauth4webapi", () => {
  it("signs a person in with PKCE and checks the id token's nonce", async () => {
    const at = (path: string): string => mapped(`${LOGIN}/organizations/oauth2/v2.0/${path}`);
    const server: oauth.AuthorizationServer = {
      issuer: `${LOGIN}/${CONTOSO_TENANT_ID}/v2.0`,
      authorization_endpoint: at("authorize"),
      token_endpoint: at("token"),
    };
    const client: oauth.Client = { client_id: CLIENT_ID };
    const verifier = oauth.generateRandomCodeVerifier();
    const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
    const query = {
      client_id: CLIENT_ID,
      response_type: "code",
      redirect_uri: SPA,
      scope: `openid profile offline_access ${APP_SCOPE}`,
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };

    const picked = await pick(
      microsoft,
      `${at("authorize")}?${new URLSearchParams(query).toString()}`,
      CONTOSO_TENANT_ID,
      PEOPLE.alex,
    );
    const parameters = oauth.validateAuthResponse(server, client, new URL(picked.headers.get("location") ?? ""), state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      SPA,
      verifier,
      {
        [oauth.allowInsecureRequests]: true,
        headers: { origin: "http://localhost:4000" },
      },
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });

    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ oid: PEOPLE.alex, tid: CONTOSO_TENANT_ID });
    expect(tokens.refresh_token).toBeTruthy();
  });
});
