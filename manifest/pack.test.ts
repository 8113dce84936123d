import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../demo/paths.js";

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "rollcall-manifest-"))));
afterAll(() => rm(folder, { recursive: true }));

const TSX = join(ROOT, "node_modules/.bin/tsx");
const CLIENT = ["--client-id", "11111111-2222-4333-8444-555555555555"];

async function manifest(...args: string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await promisify(execFile)(TSX, [join(ROOT, "manifest/pack.ts"), ...args], {
      cwd: folder,
    });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

describe("npm run manifest", () => {
  it("writes the package and says what is in it", async () => {
    const { code, said } = await manifest("--host", "tab.example.com", ...CLIENT, "--out", "rollcall.zip");

    expect([code, said]).toEqual([0, expect.stringContaining("manifest.json, nb-no.json, color.png, outline.png")]);
    expect((await readFile(join(folder, "rollcall.zip"))).subarray(0, 2).toString()).toBe("PK");
  });

  it("names wrong flags and wrong slots together, and leaves what lies there alone", async () => {
    await writeFile(join(folder, "old.zip"), "the last good one");

    const { code, said } = await manifest("--hots", "x", "more", "--host", "localhost", ...CLIENT, "--out", "old.zip");

    expect(code).toBe(1);
    for (const problem of ["--hots is no flag", "“more” is no flag", "--host “localhost” is known on your own"])
      expect(said).toContain(problem);
    expect(await readFile(join(folder, "old.zip"), "utf8")).toBe("the last good one");
  });

  it("says where it could not write", async () => {
    const { code, said } = await manifest("--host", "tab.example.com", ...CLIENT, "--out", "no/such/folder.zip");

    expect([code, said]).toEqual([1, expect.stringContaining("no/such/folder.zip could not be written: ENOENT")]);
    expect(await readdir(folder)).not.toContain("no");
  });
});
