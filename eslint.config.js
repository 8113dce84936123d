import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const noEnvironment = {
  "no-restricted-properties": [
    "error",
    { object: "process", property: "env", message: "Settings are read once, in server/config.ts, and handed on." },
  ],
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".data/", "teams-app/src/graphql/generated/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // type-graphql's types are values and types of one name; arrow functions that answer nothing are our way to say void
      "@typescript-eslint/no-confusing-void-expression": "off",
      // an empty text is no text: there || says what is meant
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      "no-console": "error",
    },
  },
  // React Flow-like components hand async handlers to events; what they return is nobody's to wait for
  {
    files: ["teams-app/**/*.tsx", "teams-app/**/*.ts"],
    plugins: { "react-hooks": hooks },
    languageOptions: { globals: globals.browser },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-syntax": [
        "error",
        {
          selector: 'Identifier[name="texts"]:not(:function Identifier):not(ImportSpecifier *)',
          message:
            "Outside of a function this is read once, in English, whatever language the reader's turns out to be.",
        },
      ],
    },
  },
  { files: ["teams-app/src/texts/texts.ts", "**/*.test.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["server/**/*.ts"], ignores: ["server/config.ts"], rules: noEnvironment },
  // Programs that talk to a terminal
  {
    files: [
      "server/main.ts",
      "server/account-cli.ts",
      "demo/**",
      "schema/*.ts",
      "manifest/pack.ts",
      "test/**",
      "bench/**",
      "teams-app/*.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.js", "**/*.cjs"],
    ignores: ["demo/microsoft/teams/**"],
    languageOptions: { globals: globals.node },
  },
  // Sent to the browser as they are
  { files: ["demo/microsoft/teams/*.js"], languageOptions: { globals: globals.browser } },
);
