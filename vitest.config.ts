import { defineConfig } from "vitest/config";

/** Two GraphQL modules in one process (ESM and CJS) refuse each other's schemas; this makes everybody take one. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

export default defineConfig({
  resolve: oneGraphql,
  test: { setupFiles: ["reflect-metadata"] },
});
