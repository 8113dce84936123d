import { createConnection, type Socket } from "node:net";
import { serialize } from "bson";
import fc from "fast-check";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMongo, type RunningMongo } from "./server.js";
import { LARGEST_MESSAGE, makeSplitter, readRequest, writeReply } from "./wire.js";

let mongo: RunningMongo;

beforeAll(async () => {
  mongo = await startMongo({});
});
afterAll(async () => {
  await mongo.close();
});

/** An OP_MSG with the sections given as bytes. */
function opMsg(sections: Buffer[], flags = 0): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32LE(20 + sections.reduce((sum, { length }) => sum + length, 0), 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(2013, 12);
  head.writeUInt32LE(flags, 16);
  return Buffer.concat([head, ...sections]);
}

const body = (doc: object): Buffer => Buffer.concat([Buffer.from([0]), serialize(doc)]);

function sequence(name: string, docs: object[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...docs.map((doc) => serialize(doc))]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

/** Sends bytes and resolves with what came back when the server closes, or when an answer arrived. */
async function send(bytes: Buffer, andEnd?: "and end"): Promise<Buffer> {
  const socket: Socket = createConnection(mongo.port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.on("error", () => resolve(Buffer.alloc(0)));
    socket.on("close", () => resolve(Buffer.alloc(0)));
    socket.on("data", (data) => {
      socket.destroy();
      resolve(data);
    });
    socket.write(bytes);
    if (andEnd) socket.end();
  });
}

async function expectAlive(): Promise<void> {
  const client = await MongoClient.connect(mongo.uri);
  expect(await client.db("x").command({ ping: 1 })).toMatchObject({ ok: 1 });
  await client.close();
}

describe("reading messages", () => {
  it("puts document sequences into the command and skips a checksum", () => {
    const plain = opMsg([body({ insert: "a", $db: "d" }), sequence("documents", [{ n: 1 }, { n: 2 }])]);
    const summed = opMsg([body({ ping: 1, $db: "d" }), Buffer.from([1, 2, 3, 4])], 1);

    expect(readRequest(plain)).toMatchObject({
      id: 7,
      quiet: false,
      body: { insert: "a", documents: [{ n: 1 }, { n: 2 }] },
    });
    expect(readRequest(summed).body).toEqual({ ping: 1, $db: "d" });
    expect(readRequest(opMsg([body({ ping: 1 })], 2)).quiet).toBe(true);
  });

  it("splits a stream wherever it is cut", () => {
    const messages = [opMsg([body({ ping: 1 })]), opMsg([body({ hello: 1, x: "y".repeat(50) })])];
    const stream = Buffer.concat(messages);

    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 8 }), (cuts) => {
        const split = makeSplitter();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const found = edges.slice(1).flatMap((end, i) => split(stream.subarray(edges[i], end)));
        expect(found.map((message) => message.toString("hex"))).toEqual(
          messages.map((message) => message.toString("hex")),
        );
      }),
    );
  });

  it("refuses unknown required flags, two bodies and sections beyond the message", () => {
    expect(() => readRequest(opMsg([body({ ping: 1 })], 4))).toThrow("unknown flags");
    expect(() => readRequest(opMsg([body({ a: 1 }), body({ b: 1 })]))).toThrow("2 bodies");
    const cut = opMsg([body({ insert: "a" }), sequence("documents", [{ n: 1 }])]);
    cut.writeInt32LE(9999, cut.length - 26);
    expect(() => readRequest(cut)).toThrow();
  });

  it("answers in the kind of message it was asked in", () => {
    expect(writeReply({ id: 3, opcode: 2004 }, { ok: 1 }, 9).readInt32LE(12)).toBe(1);
    expect(writeReply({ id: 3, opcode: 2013 }, { ok: 1 }, 9).readInt32LE(8)).toBe(3);
  });
});

describe("hostile bytes close their connection and nothing else", () => {
  it("random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 20, maxLength: 300 }), async (bytes) => {
        const junk = Buffer.from(bytes);
        junk.writeInt32LE(junk.length, 0);
        expect(await send(junk)).toHaveLength(0);
      }),
      { numRuns: 60 },
    );
    await expectAlive();
  });

  it("sound messages with one byte changed", async () => {
    const sound = opMsg([body({ find: "a", filter: { a: { $gt: 1 } }, $db: "d" }), sequence("documents", [{ n: 1 }])]);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 16, max: sound.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, value) => {
          const changed = Buffer.from(sound);
          changed[at] = value;
          if ((changed.readUInt32LE(16) & 2) === 0) await send(changed);
        },
      ),
      { numRuns: 150 },
    );
    await expectAlive();
  });

  it("a message cut off anywhere", async () => {
    const [first, second] = [body({ find: "a", filter: { a: 1 }, $db: "d" }), sequence("documents", [{ n: 1 }])];
    const sound = opMsg([first, second]);
    for (let length = 1; length < sound.length; length++) {
      if (length === opMsg([first]).length) continue;
      const cut = Buffer.from(sound.subarray(0, length));
      // Some say so themselves, of the others the rest never comes
      if (length >= 16) cut.writeInt32LE(length, 0);
      expect(await send(cut, "and end")).toHaveLength(0);
    }
    await expectAlive();
  });

  it("a frame of 49 MB", async () => {
    const frame = Buffer.alloc(49_000_000);
    opMsg([]).copy(frame);
    frame.writeInt32LE(frame.length, 0);

    expect(await send(frame)).toHaveLength(0);

    await expectAlive();
  });

  it("lengths that cannot be", async () => {
    for (const length of [-1, 0, 15, LARGEST_MESSAGE + 1, 0x7fffffff]) {
      const bytes = opMsg([body({ ping: 1 })]);
      bytes.writeInt32LE(length, 0);
      expect(await send(bytes)).toHaveLength(0);
    }
    await expectAlive();
  });

  it("a document nested beyond reason", async () => {
    let nested: Buffer = Buffer.from(serialize({}));
    for (let depth = 0; depth < 20_000; depth++) {
      const outer = Buffer.alloc(nested.length + 8);
      outer.writeInt32LE(outer.length, 0);
      outer[4] = 3;
      outer[5] = 97;
      nested.copy(outer, 7);
      nested = outer;
    }

    await send(opMsg([Buffer.concat([Buffer.from([0]), nested])]));

    await expectAlive();
  });
});
