import { readFile } from "node:fs/promises";
import draft4 from "ajv-draft-04";
import formats from "ajv-formats";

export type Json = Readonly<Record<string, unknown>>;
export interface SchemaFindings {
  readonly problems: readonly string[];
  /** Whether something is missing or of another type, so that it cannot be looked into. */
  readonly misshapen: boolean;
}

export type SchemaCheck = (document: Json) => SchemaFindings;

/** In interop with CommonJS packages the class and the plugin hide behind `default`. */
const Ajv = draft4.default;
const addFormats = formats.default;

/** Microsoft's own schemas of that version, which lie in its package: nothing is fetched. Null where it has none. */
export async function schemaChecks(version: string): Promise<{ manifest: SchemaCheck; language: SchemaCheck } | null> {
  const folder = new URL(`json-schemas/teams/v${version}/`, import.meta.resolve("@microsoft/app-manifest"));
  const read = (name: string) => readFile(new URL(name, folder), "utf8").catch(() => null);
  const [manifest, language] = await Promise.all([
    read("MicrosoftTeams.schema.json"),
    read("MicrosoftTeams.Localization.schema.json"),
  ]);
  return manifest && language ? { manifest: checkOf(manifest), language: checkOf(language) } : null;
}

function checkOf(schema: string): SchemaCheck {
  // One of the patterns is no regular expression under the u flag, and formats of drafts to come are unknown
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(schema) as object);
  return (document) => {
    validate(document);
    const errors = validate.errors ?? [];
    return {
      problems: errors.map(({ instancePath, message, params }) =>
        `${placeOf(instancePath)} ${message ?? "is wrong"}${detailOf(params)}`.trim(),
      ),
      misshapen: errors.some(({ keyword }) => keyword === "type" || keyword === "required"),
    };
  };
}

/** "/staticTabs/0/name" as "staticTabs[0].name" */
function placeOf(pointer: string): string {
  const parts = pointer.split("/").slice(1);
  return parts
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

function detailOf(params: Record<string, unknown>): string {
  if (typeof params.additionalProperty === "string") return `: ${params.additionalProperty}`;
  return Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(", ")}` : "";
}
