import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { buildSchema, execute, GraphQLScalarType, parse, validate, visit, type DocumentNode } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../demo/paths.js";
import { ViewerDocument } from "../../teams-app/src/graphql/operations.js";
import { DEFAULTS } from "./answers.js";
import { viewer } from "./builders.js";
import { answer, KINDS, SCREENS, type Answer, type Kind, type Screen } from "./state.js";
import { STATES } from "./states.js";

/* A gallery of states that the server cannot give would prove nothing. */

const sdl = readFileSync(join(ROOT, "schema/schema.graphql"), "utf8");
const schema = buildSchema(sdl);
const answering = schemaWithoutArguments();

const answers = [...DEFAULTS, ...STATES.flatMap((state) => state.answers)];

describe("the answers of the gallery", () => {
  it("are to operations that the schema knows", () => {
    expect(answers.flatMap(({ document }) => validate(schema, parse(document)).map(String))).toEqual([]);
  });

  it("are such as the server can give: every field that is asked for, of its type, and no other", async () => {
    const wrong = await Promise.all(answers.map(wrongIn));

    expect(wrong.flat()).toEqual([]);
  });

  it.each([
    ["lacks a field", { displayName: undefined }, "Cannot return null for non-nullable field User.displayName"],
    ["has a word that is none of an enum's", { role: "BOSS" }, 'Enum "Role" cannot represent value: "BOSS"'],
    ["has a time that is none", { createdAt: "yesterday" }, "viewer.user.createdAt"],
    ["has a field nobody asked for", { shoeSize: 44 }, "has more, or other, than the schema answers"],
  ])("and one that %s is found out", async (_, fields, words) => {
    const { viewer: good } = viewer();
    const bad = {
      ...answer(ViewerDocument),
      replies: [{ data: { viewer: { ...good, user: { ...good.user, ...fields } } } }],
    };

    expect((await wrongIn(bad)).join()).toContain(words);
  });
});

describe("the states of the gallery", () => {
  it("have a name each", () => {
    const names = STATES.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });

  it("are, on each screen, all that can be met there", () => {
    const shown = (screen: Screen) => new Set(STATES.flatMap(({ name }) => kindOf(name, screen)));
    const lacking = SCREENS.flatMap((screen) =>
      CAN_BE_MET[screen].filter((kind) => !shown(screen).has(kind)).map((kind) => `${screen}/${kind}`),
    );

    expect(lacking).toEqual([]);
  });
});

/** What a screen can meet, by its own parts or by the bar under the tabs. */
const CAN_BE_MET: Record<Screen, readonly Kind[]> = {
  welcome: [
    "loading",
    "failed",
    "offline",
    "not-consented",
    "consent-pending",
    "denied",
    "wrong-tenant",
    "popup-blocked",
    "not-allowed",
    "signed-out",
    "outside-teams",
  ],
  users: without("consent-pending", "denied", "popup-blocked", "signed-out", "outside-teams"),
  "add-people": without("wrong-tenant", "no-groups", "retrying", "held", "not-allowed", "signed-out"),
  why: [
    "ready",
    "loading",
    "empty",
    "failed",
    "offline",
    "retrying",
    "throttled",
    "syncing",
    "success",
    "consent-withdrawn",
  ],
  history: without(
    "not-consented",
    "consent-pending",
    "denied",
    "popup-blocked",
    "wrong-tenant",
    "no-groups",
    "signed-out",
    "outside-teams",
  ),
  "automatic-import": without("success", "partial", "wrong-tenant", "not-allowed", "signed-out", "outside-teams"),
  settings: without("no-groups", "syncing", "throttled", "retrying", "held", "not-allowed", "signed-out"),
  "my-page": ["ready", "loading", "failed", "offline", "outside-teams"],
};

function without(...kinds: readonly Kind[]): readonly Kind[] {
  return KINDS.filter((kind) => !kinds.includes(kind));
}

function kindOf(name: string, screen: Screen): Kind[] {
  return KINDS.filter((kind) => name === `${screen}/${kind}` || name.startsWith(`${screen}/${kind}-`));
}

/** Lets the schema answer the operation with these very data: what it changes or refuses, the server could not give. */
async function wrongIn({ operation, document, replies }: Answer): Promise<string[]> {
  const wrong: string[] = [];
  for (const reply of replies) {
    if (typeof reply === "string" || !("data" in reply)) continue;
    const { data, errors } = await execute({
      schema: answering,
      document: asked(document),
      rootValue: reply.data,
    });
    wrong.push(...(errors ?? []).map(({ message, path }) => `${operation}: ${path?.join(".") ?? ""}: ${message}`));
    if (!errors && !isDeepStrictEqual(plain(data), plain(reply.data)))
      wrong.push(`${operation}: has more, or other, than the schema answers: ${JSON.stringify(reply.data)}`);
  }
  return wrong;
}

function schemaWithoutArguments() {
  const bare = buildSchema(sdl);
  const dateTime = bare.getType("DateTime");
  if (dateTime instanceof GraphQLScalarType) dateTime.serialize = (value) => GraphQLDateTime.serialize(value);
  for (const type of [bare.getQueryType(), bare.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {})) field.args = [];
  return bare;
}

/** The operation's fields alone: what it was asked with decides nothing about the shape of an answer. */
const asked = (document: string): DocumentNode =>
  visit(parse(document), { VariableDefinition: () => null, Argument: () => null });

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
