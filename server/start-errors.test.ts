import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { isForOperator, listenWords } from "./start-errors.js";

const errorOf = (code: string) => Object.assign(new Error(`listen ${code}`), { code, syscall: "listen" });

describe("a port that cannot be opened", () => {
  it.each([
    ["EADDRINUSE", "Port 80 is in use. Stop what uses it, or set PORT to another one."],
    ["EACCES", "Port 80 may not be opened by this user. Set PORT to one above 1023."],
    ["EADDRNOTAVAIL", "Port 80 cannot be opened (EADDRNOTAVAIL). Set PORT to another one."],
  ])("for %s is told in one line", (code, words) => {
    expect(listenWords(errorOf(code), 80)).toBe(words);
  });

  it("is told of Node's own error", async () => {
    const first = createServer();
    await new Promise<void>((resolve) => first.listen(0, "127.0.0.1", resolve));
    const { port } = first.address() as AddressInfo;
    const second = createServer();
    const error = await new Promise((resolve) => second.once("error", resolve).listen(port, "127.0.0.1"));
    first.close();

    expect(listenWords(error, port)).toContain(`Port ${port} is in use.`);
  });

  it("is not what another error is about", () => {
    expect([listenWords(new Error("no"), 80), listenWords("no", 80)]).toEqual([null, null]);
  });
});

it("an error for the operator is known by its name, and a fault of the program is none", () => {
  class IndexError extends Error {
    override readonly name = "IndexError";
  }

  expect([isForOperator(new IndexError("x")), isForOperator(new TypeError("x")), isForOperator("x")]).toEqual([
    true,
    false,
    false,
  ]);
});
