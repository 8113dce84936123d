import { gzipSync } from "node:zlib";

/* HTTP that no client of ours would send, byte by byte, and beside it what is odd but harmless. */

/** A request after whose answer the server is to close the connection. */
export const request = (line: string, headers: readonly string[] = [], body = "") =>
  [`${line} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers, "", body].join("\r\n");
const get = (path: string, ...headers: string[]) => request(`GET ${path}`, headers);
export const post = (headers: readonly string[], body = "") =>
  request("POST /graphql", ["Content-Type: application/json", ...headers], body);
const headers = (count: number, length: number) =>
  Array.from({ length: count }, (_, n) => `x-${n}: ${"a".repeat(length)}`);

const QUERY = '{"query":"{ __typename }"}';
const CHUNKED = "Transfer-Encoding: chunked";

/** 50 MB of spaces in 50 kB; with its headers, as bytes. */
export function gzipBomb(): Buffer {
  const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
  return Buffer.concat([Buffer.from(post(["Content-Encoding: gzip", `Content-Length: ${bomb.length}`])), bomb]);
}

/** Each with the status it is refused with; the connection may also be closed before somebody could read it. */
export const REFUSED: readonly (readonly [what: string, status: number, bytes: string | Uint8Array])[] = [
  ["a header of 64 kB", 431, get("/config.json", ...headers(1, 65_536))],
  ["500 headers", 431, get("/config.json", ...headers(500, 30))],
  ["a token of 64 kB", 431, post([`Authorization: Bearer ${"a".repeat(65_536)}`, "Content-Length: 26"], QUERY)],
  ["a path of 100 kB", 431, get(`/${"a".repeat(100_000)}`)],
  ["a question of 50 kB in the address", 431, get(`/graphql?query={${"a".repeat(50_000)}}`)],
  ["trailers of 64 kB", 431, post([CHUNKED], `1a\r\n${QUERY}\r\n0\r\n${headers(64, 1000).join("\r\n")}\r\n\r\n`)],
  ["notes of 64 kB at a chunk", 413, post([CHUNKED], `1a;${"a".repeat(65_536)}\r\n${QUERY}\r\n0\r\n\r\n`)],
  ["a chunk of 2^68 bytes", 400, post([CHUNKED], `${"F".repeat(17)}\r\n`)],
  ["a chunk without a size", 400, post([CHUNKED], "zz\r\n")],
  ["a method nobody knows", 400, request("BREW /")],
  ["a method nobody serves", 404, request("TRACE /")],
  ["a tunnel", 400, request("CONNECT localhost:27017")],
  ["no host", 400, "GET / HTTP/1.1\r\n\r\n"],
  ["another protocol's version", 400, "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"],
  ["the opening of HTTP/2", 400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ["the opening of TLS", 400, Uint8Array.of(0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3)],
  ["bytes without a meaning", 400, new Uint8Array(50_000)],
  ["a NUL in a header", 400, get("/", "x-a: \0")],
  ["two lengths", 400, post(["Content-Length: 26", "Content-Length: 5"], QUERY)],
  ["a length beside chunks", 400, post(["Content-Length: 26", CHUNKED], `0\r\n\r\n`)],
  ["a length below nothing", 400, post(["Content-Length: -1"], QUERY)],
  ["a length that is no number", 400, post(["Content-Length: many"], QUERY)],
  ["a length shorter than the body", 400, post(["Content-Length: 5"], QUERY)],
  ["a length of 200 MB", 413, post(["Content-Length: 200000000"], QUERY)],
  ["a length of 200 MB, asking first", 413, post(["Content-Length: 200000000", "Expect: 100-continue"])],
  ["an expectation nobody meets", 417, post(["Content-Length: 26", "Expect: canary"], QUERY)],
  ["a body packed in an unknown way", 415, post(["Content-Length: 26", "Content-Encoding: canary"], QUERY)],
  ["a body packed 20 times", 415, post(["Content-Length: 26", `Content-Encoding: ${"gzip, ".repeat(20)}gzip`], QUERY)],
  [
    "a body that is not what it says it is packed as",
    400,
    post(["Content-Length: 26", "Content-Encoding: gzip"], QUERY),
  ],
  ["percent signs that encode nothing, in an address", 404, get("/assets/%zz%.js")],
  ["percent signs that encode nothing, in a question", 400, get("/graphql?query=%E0%A4%A")],
  ["percent signs that encode nothing, in a link", 400, get("/consent/start?tenant=%zz%")],
];

/** Odd and harmless: served like any other. Where there is a bound, these are just under it. */
export const SERVED: readonly (readonly [what: string, bytes: string])[] = [
  ["a header of 15 kB", get("/config.json", ...headers(1, 15_000))],
  ["300 headers", get("/config.json", ...headers(300, 30))],
  ["a path of 15 kB", get(`/${"a".repeat(15_000)}`)],
  [
    "a question of 15 kB in the address",
    get(`/graphql?query=${`{__typename}${",".repeat(15_000)}`}`, "x-apollo-operation-name: a"),
  ],
  ["the old protocol", "GET /config.json HTTP/1.0\r\n\r\n"],
  ["a body in chunks", post([CHUNKED], `1a\r\n${QUERY}\r\n0\r\n\r\n`)],
  ["a body that asks first", post(["Content-Length: 26", "Expect: 100-continue"], QUERY)],
  ["2,000 ranges of one file", get("/assets/app.js", `Range: bytes=${Array(2000).fill("0-").join(",")}`)],
  ["ranges that are none", get("/assets/app.js", "Range: bytes=5-1,a-b,-,--")],
  [
    "3,000 ways to pack the answer",
    get("/config.json", `Accept-Encoding: ${Array(3000).fill("a;q=1").join(",")}`.slice(0, 15_000)),
  ],
  ["no way to pack the answer", get("/config.json", "Accept-Encoding: ;;q=,,*;q=canary,gzip;q=1e400")],
  ["an address of many slashes", get("/".repeat(5000))],
];
