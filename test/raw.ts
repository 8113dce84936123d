import { connect } from "node:net";

/**
 * Sends one request with these very header lines, which no client library would send, and tells what came back until
 * the server hung up. `lines` begin with the request line; bytes are the characters' own (latin1).
 */
export async function sendRaw(
  url: string,
  lines: readonly string[],
  body = "",
): Promise<{ readonly status: number; readonly text: string }> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1").setEncoding("utf8");
  socket.write([...lines, `Content-Length: ${body.length}`, "Connection: close", "", body].join("\r\n"), "latin1");
  let text = "";
  for await (const part of socket as AsyncIterable<string>) text += part;
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]), text };
}
