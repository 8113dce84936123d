import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Two GraphQL modules in one process (ESM and CJS) refuse each other's schemas; this makes everybody take one. */
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

const project = (name: string, include: string[], seconds: number, more = {}) => ({
  resolve,
  test: {
    name,
    // Modules are loaded once a worker and not once a file, in half the time. No file leaves anything behind.
    isolate: false,
    include,
    setupFiles: ["reflect-metadata"],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    // A second, left alone: too little where two cores are busy
    expect: { poll: { timeout: 20_000 } },
    ...more,
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
      project("api", ["test/api/*.test.ts"], 60),
      project("faults", ["test/faults/*.test.ts"], 120),
      project("story", ["test/story/*.test.ts"], 120),
      project("browser", ["test/browser/*.test.ts"], 300, {
        // The packaged browser unpacks itself once a process, into a folder that goes with the file
        isolate: true,
        // A browser on a busy machine is not always as quick as a person; test/run.mjs prints who needed a second try, and why
        retry: 1,
        globalSetup: ["test/browser/build-tab.setup.ts"],
      }),
      project("walk", ["test/walk/*.test.ts"], 300),
      project("long", ["test/long/*.test.ts"], 600, { isolate: true }),
    ],
  },
});
