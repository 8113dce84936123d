/*
 * Who may import whom. The layers are docs/architecture.md's; test/import-rules.test.ts plants a bad import for each
 * rule and expects it to be caught, because a rule whose pattern matches nothing is green for ever.
 */
const TESTS = "\\.test\\.tsx?$";

const layer = (name, path, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: `^server/${path}/`, pathNot: TESTS },
  to: { path: "^(server|demo|test|bench|teams-app|schema|manifest)/", pathNot: `^server/(${allowed.join("|")})` },
});

const packageOnlyIn = (name, packages, home, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: "^(server|teams-app)/", pathNot: [`^${home}/`, TESTS] },
  // resolved, or by its bare name where the cruiser cannot resolve an ESM-only package
  to: { path: `(^|node_modules/)(${packages.join("|")})(/|$)` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "core-is-pure",
      severity: "error",
      comment: "core decides from values; whatever it needs is handed to it",
      from: { path: "^server/core/", pathNot: TESTS },
      to: { pathNot: "^server/core/" },
    },
    layer("use-cases-know-core", "use-cases", ["core/", "use-cases/"], "a use case reaches the world through ports"),
    layer(
      "directory-implements-ports",
      "directory",
      ["core/", "use-cases/ports", "directory/", "microsoft-fetch"],
      "an adapter",
    ),
    layer("auth-implements-ports", "auth", ["core/", "use-cases/ports", "auth/", "microsoft-fetch"], "an adapter"),
    layer("store-implements-ports", "store", ["core/", "use-cases/ports", "store/"], "an adapter"),
    layer("notices-implement-ports", "notices", ["core/", "use-cases/ports", "notices/"], "an adapter"),
    layer("jobs-call-use-cases", "jobs", ["core/", "use-cases/", "jobs/"], "jobs start use cases"),
    layer("api-calls-use-cases", "api", ["core/", "use-cases/", "api/"], "the api asks use cases"),
    {
      name: "only-the-wiring-knows-settings",
      severity: "error",
      comment: "config, log and the app itself are known to the entry files and handed on",
      from: { path: "^server/", pathNot: ["^server/(app|main|account-cli)\\.ts$", TESTS] },
      to: { path: "^server/(app|config|log|seal)\\.ts$" },
    },
    {
      name: "product-knows-no-demo",
      severity: "error",
      comment: "what ships must not lean on what stands in for it",
      from: { path: "^(server|teams-app)/", pathNot: [TESTS, "^teams-app/[^/]+\\.ts$"] },
      to: { path: "^(demo|test|bench)/" },
    },
    {
      name: "tab-knows-no-server",
      severity: "error",
      comment: "the tab knows schema.graphql and nothing else of the server",
      from: { path: "^teams-app/" },
      to: { path: "^(server|demo)/" },
    },
    {
      name: "server-knows-no-tab",
      severity: "error",
      comment: "the server hands out the built tab as files",
      from: { path: "^(server|demo)/" },
      to: { path: "^teams-app/" },
    },
    {
      name: "features-stand-alone",
      severity: "error",
      comment: "what two features need moves to components/",
      from: { path: "^teams-app/src/features/([^/]+)/" },
      to: { path: "^teams-app/src/features/", pathNot: "^teams-app/src/features/$1/" },
    },
    packageOnlyIn("mongoose-in-store", ["mongoose", "mongodb"], "server/store", "the store alone knows MongoDB"),
    packageOnlyIn("agenda-in-jobs", ["agenda", "@agendajs"], "server/jobs", "jobs alone know the queue"),
    packageOnlyIn(
      "graph-in-directory",
      ["@azure", "@microsoft/microsoft-graph-client"],
      "server/directory",
      "the directory alone knows Graph",
    ),
    packageOnlyIn(
      "graphql-in-api",
      ["@apollo", "@as-integrations", "type-graphql"],
      "server/api",
      "the api alone knows GraphQL",
    ),
    packageOnlyIn("jose-in-auth", ["jose"], "server/auth", "auth alone reads tokens"),
    packageOnlyIn("nodemailer-in-notices", ["nodemailer"], "server/notices", "notices alone send mail"),
    packageOnlyIn("teams-js-in-teams", ["@microsoft/teams-js"], "teams-app/src/teams", "one place knows the host"),
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.m?ts$",
          "\\.(mjs|cjs|js)$",
          "(^|/)(main|vite\\.config|vitest\\.config|codegen)\\.ts$",
          "^demo/start\\.mjs$",
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|\\.data)/|^teams-app/src/graphql/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: new URL("tsconfig.json", import.meta.url).pathname },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
