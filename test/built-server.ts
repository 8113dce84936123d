import assert from "node:assert/strict";
import { startMicrosoft } from "../demo/microsoft/server.js";
import { testDatabase } from "./database.js";
import { BUILT_SERVER, serverEnv, startServer } from "./processes/server.js";
import { eventually, freePort } from "./world.js";

/*
 * Starts what `npm run build` made, as a process, the way production runs it. A green test of the sources does not
 * prove that the built server even loads.
 */
const [port, database, microsoft] = [await freePort(), await testDatabase(), await startMicrosoft()];
const env = serverEnv({
  port,
  mongoUri: database.uri,
  microsoftUrl: microsoft.url,
  env: { NODE_ENV: "production" },
});
const server = startServer(BUILT_SERVER, env);
const url = `http://localhost:${port}`;
const ask = async (query: string) => {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
  return { status: response.status, body: await response.text() };
};

try {
  await server.listening;
  await eventually(
    () => fetch(`${url}/readyz`),
    (response) => response.status === 200,
  );

  const page = await fetch(url);
  const html = await page.text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? "";
  assert.match(
    page.headers.get("content-security-policy") ?? "",
    /frame-ancestors 'self' https:\/\/teams\.microsoft\.com/,
  );
  assert.equal((await fetch(`${url}${script}`)).headers.get("cache-control"), "public, max-age=31536000, immutable");

  const anonymous = await ask("{ viewer { user { id } } }");
  assert.equal(anonymous.status, 401);
  assert.match(anonymous.body, /UNAUTHENTICATED/);
  const introspection = await ask("{ __schema { queryType { name } } }");
  assert.equal(introspection.status, 400);

  assert.equal(await server.stop(), 0);
  console.log("The built server starts, serves and stops.");
} finally {
  server.child.kill("SIGKILL");
  await microsoft.close();
  await database.close();
}
