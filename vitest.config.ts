import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Two GraphQL modules in one process (ESM and CJS) refuse each other's schemas; this makes everybody take one. */
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

/** Of files that load the whole server each: loaded once a worker, they take half the time. None leaves anything behind. */
const SHARED = { isolate: false };

const project = (name: string, include: string[], seconds: number, more = {}) => ({
  resolve,
  test: {
    ...more,
    name,
    include,
    setupFiles: ["reflect-metadata"],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
  },
});

export default defineConfig({
  test: {
    // Left alone it keeps a core free, of two
    maxWorkers: availableParallelism(),
    projects: [
      project(
        "unit",
        [
          "{server,teams-app,manifest,test}/*.test.ts",
          "{server,teams-app}/**/*.test.ts",
          "test/{checks,contracts,gallery}/*.test.ts",
        ],
        60,
      ),
      project("demo", ["demo/**/*.test.ts"], 60),
      project("api", ["test/api/*.test.ts"], 60, SHARED),
      project("faults", ["test/faults/*.test.ts"], 120, SHARED),
      project("story", ["test/story/*.test.ts"], 120, SHARED),
      project("browser", ["test/browser/*.test.ts"], 300, { globalSetup: ["test/browser/build-tab.setup.ts"] }),
      project("long", ["test/long/*.test.ts"], 600),
    ],
  },
});
