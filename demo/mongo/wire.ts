import { deserialize, serialize } from "bson";
import { READ_BSON } from "./database.js";
import type { Doc } from "./values.js";

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
  let wanted = 4;
  return (chunk) => {
    parts.push(chunk);
    held += chunk.length;
    if (held < wanted) return [];
    let left = Buffer.concat(parts);
    const messages: Buffer[] = [];
    while (left.length >= (wanted = lengthOf(left))) {
      messages.push(left.subarray(0, wanted));
      left = left.subarray(wanted);
    }
    parts = [left];
    held = left.length;
    return messages;
  };
}

/** How many bytes a message has, or its length itself while that is not there. */
function lengthOf(bytes: Buffer): number {
  if (bytes.length < 4) return 4;
  const length = bytes.readInt32LE(0);
  if (length < HEADER || length > LARGEST_MESSAGE) throw new Error(`bad message length ${length}`);
  return length;
}

/** Reads a whole message; `quiet` asks for no reply. Throws on anything that does not fit the protocol. */
export function readRequest(message: Buffer): { id: number; opcode: number; body: Doc; quiet: boolean } {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_MSG) return { id, opcode, ...readMsg(message) };
  if (opcode === OP_QUERY) return { id, opcode, body: readQuery(message), quiet: false };
  throw new Error(`unknown opcode ${opcode}`);
}

/** What starts with its own length (a document, or a sequence of them), and what comes after it. */
function cut(bytes: Buffer): [Buffer, Buffer] {
  const length = bytes.readInt32LE(0);
  if (length > bytes.length || length < 5) throw new Error("a part reaches beyond its message");
  return [bytes.subarray(0, length), bytes.subarray(length)];
}

/** Documents that lie end to end. */
function readDocuments(bytes: Buffer): Doc[] {
  const docs: Doc[] = [];
  for (let left = bytes; left.length > 0;) {
    const [first, others] = cut(left);
    docs.push(deserialize(first, READ_BSON));
    left = others;
  }
  return docs;
}

/** A text that ends in a zero, and what comes after it. */
function readText(bytes: Buffer): [string, Buffer] {
  const zero = bytes.indexOf(0);
  if (zero < 0) throw new Error("a text without an end");
  return [bytes.toString("utf8", 0, zero), bytes.subarray(zero + 1)];
}

/** A command is one document (section of kind 0), whose long lists may come as sequences of documents (kind 1). */
function readMsg(message: Buffer): { body: Doc; quiet: boolean } {
  const flags = message.readUInt32LE(HEADER);
  if (flags & UNKNOWN_REQUIRED) throw new Error(`unknown flags ${flags}`);
  const bodies: Doc[] = [];
  const sequences: [string, Doc[]][] = [];
  for (let left = message.subarray(HEADER + 4, flags & CHECKSUM ? -4 : undefined); left.length > 0;) {
    const kind = left.readUInt8(0);
    const [section, others] = cut(left.subarray(1));
    if (kind > 1) throw new Error(`unexpected section of kind ${kind}`);
    if (kind === 0) bodies.push(...readDocuments(section));
    else {
      const [name, docs] = readText(section.subarray(4));
      sequences.push([name, readDocuments(docs)]);
    }
    left = others;
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
  const [name, rest] = readText(message.subarray(HEADER + 4));
  const [body] = readDocuments(rest.subarray(8));
  if (!name.endsWith(".$cmd") || !body) throw new Error("OP_QUERY is understood for commands only");
  return { ...body, $db: name.slice(0, -".$cmd".length) };
}

/** A reply in the kind of message its request came in. */
export function writeReply(to: { id: number; opcode: number }, reply: Doc, replyId: number): Buffer {
  const body = serialize(reply);
  // OP_REPLY: flags, cursor, position and number of documents; OP_MSG: flags, and one byte for the kind of its section
  const [head, after] =
    to.opcode === OP_QUERY ? [Buffer.alloc(36), [OP_REPLY, 8, 0, 0, 0, 1]] : [Buffer.alloc(21), [OP_MSG]];
  const numbers = [head.length + body.length, replyId, to.id, ...after];
  for (const [i, number] of numbers.entries()) head.writeInt32LE(number, 4 * i);
  return Buffer.concat([head, body]);
}
