import { deserialize, serialize } from "bson";
import { READ_BSON } from "./database.js";
import type { Doc } from "./values.js";

/** One request, whichever opcode it came in. `quiet` asks for no reply (unacknowledged writes). */
export interface Request {
  id: number;
  opcode: number;
  body: Doc;
  quiet: boolean;
}

export const LARGEST_MESSAGE = 48_000_000;
const HEADER = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM = 1;
const MORE_TO_COME = 2;
/** bits 0 to 15 are required: a receiver that does not know one must refuse the message */
const UNKNOWN_REQUIRED = 0xfffc;

/** Cuts a stream into whole messages. Throws on a length no message can have: the connection cannot be read any further. */
export function makeSplitter(): (chunk: Buffer) => Buffer[] {
  let parts: Buffer[] = [];
  let held = 0;
  return (chunk) => {
    parts.push(chunk);
    held += chunk.length;
    const messages: Buffer[] = [];
    while (held >= 4) {
      if ((parts[0]?.length ?? 0) < 4) parts = [Buffer.concat(parts)];
      const length = parts[0]?.readInt32LE(0) ?? 0;
      if (length < HEADER || length > LARGEST_MESSAGE) throw new Error(`bad message length ${length}`);
      if (held < length) break;
      const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
      messages.push(all.subarray(0, length));
      parts = all.length > length ? [all.subarray(length)] : [];
      held -= length;
    }
    return messages;
  };
}

/** Reads a whole message. Throws on anything that does not fit the protocol. */
export function readRequest(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_MSG) return { id, opcode, ...readMsg(message) };
  if (opcode === OP_QUERY) return { id, opcode, body: readQuery(message), quiet: false };
  throw new Error(`unknown opcode ${opcode}`);
}

/** The documents that lie end to end between two places. */
function readDocuments(message: Buffer, offset: number, end: number): Doc[] {
  const docs: Doc[] = [];
  for (let at = offset; at < end;) {
    const next = endOf(message, at, end);
    docs.push(deserialize(message.subarray(at, next), READ_BSON));
    at = next;
  }
  return docs;
}

/** Where something ends that starts with its own length: a document, or a sequence of them. */
function endOf(message: Buffer, offset: number, end: number): number {
  const next = offset + message.readInt32LE(offset);
  if (next > end || next < offset + 5) throw new Error("a part reaches beyond its message");
  return next;
}

function readText(message: Buffer, offset: number, end: number): string {
  const zero = message.indexOf(0, offset);
  if (zero < 0 || zero >= end) throw new Error("a text without an end");
  return message.toString("utf8", offset, zero);
}

/** A command is one document (section of kind 0), whose long lists may come as sequences of documents (kind 1). */
function readMsg(message: Buffer): { body: Doc; quiet: boolean } {
  const flags = message.readUInt32LE(HEADER);
  if (flags & UNKNOWN_REQUIRED) throw new Error(`unknown flags ${flags}`);
  const end = flags & CHECKSUM ? message.length - 4 : message.length;
  const bodies: Doc[] = [];
  const sequences = new Map<string, Doc[]>();
  for (let offset = HEADER + 4; offset < end;) {
    const kind = message.readUInt8(offset++);
    const next = endOf(message, offset, end);
    if (kind > 1) throw new Error(`unexpected section of kind ${kind}`);
    if (kind === 0) bodies.push(...readDocuments(message, offset, next));
    else {
      const name = readText(message, offset + 4, next);
      if (sequences.has(name)) throw new Error(`the sequence ${name} came twice`);
      sequences.set(name, readDocuments(message, offset + 5 + Buffer.byteLength(name), next));
    }
    offset = next;
  }
  const [body] = bodies;
  if (!body || bodies.length > 1) throw new Error(`a message with ${bodies.length} bodies`);
  for (const [name, docs] of sequences) {
    if (Object.hasOwn(body, name) || name === "__proto__") throw new Error(`the field ${name} came twice`);
    body[name] = docs;
  }
  return { body, quiet: (flags & MORE_TO_COME) !== 0 };
}

/** The old way in, by which clients say hello before they know that the server speaks OP_MSG. */
function readQuery(message: Buffer): Doc {
  const name = readText(message, HEADER + 4, message.length);
  const [body] = readDocuments(message, HEADER + 4 + Buffer.byteLength(name) + 9, message.length);
  if (!name.endsWith(".$cmd") || !body) throw new Error("OP_QUERY is understood for commands only");
  return { ...body, $db: name.slice(0, -".$cmd".length) };
}

/** A reply in the kind of message its request came in. */
export function writeReply({ id, opcode }: Pick<Request, "id" | "opcode">, reply: Doc, replyId: number): Buffer {
  const body = serialize(reply);
  const isQuery = opcode === OP_QUERY;
  const before = HEADER + (isQuery ? 20 : 5);
  const message = Buffer.alloc(before + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(replyId, 4);
  message.writeInt32LE(id, 8);
  message.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
  if (isQuery) {
    message.writeInt32LE(8, HEADER);
    message.writeInt32LE(1, HEADER + 16);
  }
  message.set(body, before);
  return message;
}
