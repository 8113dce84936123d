import { expect, it } from "vitest";
import { ids, NOW, settings } from "../../test/builders.js";
import { storesInMemory } from "../../test/fakes/stores.js";
import { excludePeople, MOST_EXCLUDED, type ExcludeDeps } from "./exclude-people.js";

it("no more people are excluded by name than the settings can carry, however few are named at a time", async () => {
  const stores = storesInMemory(() => NOW);
  const people = ids(MOST_EXCLUDED).map((id) => ({ id, displayName: id }));
  await stores.settings.save("contoso", 0, settings({ exclusions: { people, groups: [] } }));
  const caller = { account: { id: "contoso" } } as unknown as Parameters<typeof excludePeople>[1];

  const input = { directoryIds: ["one-more"], groupIds: [], exclude: true };
  const answer = await excludePeople(stores as unknown as ExcludeDeps, caller, input);

  expect(answer).toMatchObject({ ok: false, problem: { code: "NOT_ALLOWED" } });
});
