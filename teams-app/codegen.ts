import type { CodegenConfig } from "@graphql-codegen/cli";

// Run as `graphql-codegen --config teams-app/codegen.ts` from the root; paths are relative to the working directory.
const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  documents: ["teams-app/src/graphql/fragments.graphql", "teams-app/src/**/*operations.ts"],
  emitLegacyCommonJSImports: false,
  generates: {
    "teams-app/src/graphql/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        // Plain strings: the tab sends them as they are and needs no GraphQL parser in the browser.
        documentMode: "string",
        enumsAsTypes: true,
        skipTypename: true,
        useTypeImports: true,
        strictScalars: true,
        // Absent is null, never undefined: what an operation asks for is always in its answer.
        avoidOptionals: { field: true, object: false, inputValue: false, defaultValue: false },
        scalars: { DateTime: "string" },
      },
    },
  },
};

export { config as default };
