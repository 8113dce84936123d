import { defineConfig } from "vitest/config";

/** Two GraphQL modules in one process (ESM and CJS) refuse each other's schemas; this makes everybody take one. */
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

const project = (name: string, include: string[], seconds: number) => ({
  resolve,
  test: {
    name,
    include,
    setupFiles: ["reflect-metadata"],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
  },
});

export default defineConfig({
  test: {
    projects: [
      project(
        "unit",
        [
          "{server,teams-app,manifest,test}/*.test.ts",
          "{server,teams-app}/**/*.test.ts",
          "test/{checks,contracts}/*.test.ts",
        ],
        60,
      ),
      project("demo", ["demo/**/*.test.ts"], 60),
      project("api", ["test/api/*.test.ts"], 60),
      project("faults", ["test/faults/*.test.ts"], 120),
      project("story", ["test/story/*.test.ts"], 120),
      project("browser", ["test/browser/*.test.ts"], 300),
      project("long", ["test/long/*.test.ts"], 600),
    ],
  },
});
