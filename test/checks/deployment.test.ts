import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../demo/paths.js";
import { MICROSOFT_HOSTS } from "../../server/auth/microsoft-hosts.js";

/** Rows of two columns, the second a GUID: the clients to authorize. */
const ROW = /^\s*\| (.+?)\s+\| `([0-9a-f-]{36})`\s+\|$/gm;

describe("docs/deployment.md", () => {
  it("names just the clients that the server takes tokens from", async () => {
    const page = await readFile(join(ROOT, "docs/deployment.md"), "utf8");

    const told = [...page.matchAll(ROW)].map(([, client, id]) => [client, id]);
    expect(Object.fromEntries(told)).toEqual(MICROSOFT_HOSTS);
  });
});
