import { request, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../world.js";

/* What the tab costs on the line: compressed where that helps, and asked for once where it never changes. */

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

interface Wire {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the line. */
  readonly body: Buffer;
}

/** One request as a browser sends it, with nothing unpacked. */
function ask(path: string, headers: Record<string, string>, body?: string): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const onward = request(`${world.url}${path}`, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    onward.on("error", reject).end(body);
  });
}

const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  identity: (bytes) => bytes,
};
const SCHEMA = JSON.stringify({ query: "{ __schema { types { name description } } }" });

describe("answers", () => {
  it.each([
    ["gzip", "gzip, deflate"],
    ["br", "gzip, deflate, br"],
  ])("come as %s to whoever takes %s, and say so to caches", async (encoding, accepted) => {
    const asset = await ask("/assets/app.js", { "accept-encoding": accepted });
    const schema = await ask("/graphql", { "accept-encoding": accepted, "content-type": "application/json" }, SCHEMA);

    for (const { status, headers, body } of [asset, schema]) {
      expect([status, headers["content-encoding"]]).toEqual([200, encoding]);
      expect(headers.vary).toMatch(/accept-encoding/i);
      const unpacked = UNPACK[encoding]?.(body) ?? Buffer.alloc(0);
      expect(body.length * 2).toBeLessThan(unpacked.length);
    }
  });

  it("come as they are to whoever takes nothing else, or gains nothing", async () => {
    const plain = await ask("/assets/app.js", { "accept-encoding": "identity" });
    const small = await ask("/healthz", { "accept-encoding": "gzip" });

    expect([plain.headers["content-encoding"], small.headers["content-encoding"]]).toEqual([undefined, undefined]);
    expect(plain.body.toString()).toMatch(/^export \{\};/);
  });
});

describe("files of the build", () => {
  it("are kept for a year without asking again, also when they are compressed", async () => {
    for (const encoding of ["identity", "gzip", "br"]) {
      const { headers } = await ask("/assets/app.js", { "accept-encoding": encoding });

      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    }
  });

  it("cost a 304 when they are asked for again all the same", async () => {
    const first = await ask("/assets/app.js", { "accept-encoding": "gzip" });
    const again = await ask("/assets/app.js", {
      "accept-encoding": "gzip",
      "if-none-match": first.headers.etag ?? "",
    });

    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it("are found through a page that is never kept, because each has a nonce of its own", async () => {
    const { headers } = await ask("/users", { "accept-encoding": "gzip" });

    expect(headers["cache-control"]).toBe("no-store");
  });
});
