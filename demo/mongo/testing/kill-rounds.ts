import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MongoClient, type Collection } from "mongodb";
import { kill, startProgram } from "./process.js";

/*
 * Eight writers write, replace and delete; the database is killed with SIGKILL in the middle, started again on the same
 * folder, and has to hold what it acknowledged. The file grows past its limit all the time, so every other kill can wait
 * for the moment in which it is written anew.
 */

interface Text {
  _id: number;
  key: string;
  version: number;
  body: string;
}

const PROGRAM = fileURLToPath(new URL("./database.ts", import.meta.url));
const WRITERS = 8;
const EACH = 40;
const WRITES_BEFORE_KILL = 300;
const SIZE = 15_000;
/** That of all texts together is 4.8 MB. */
const REWRITE_ABOVE = 6_000_000;

/** Undefined: there is no such document, or it was deleted. */
type Version = number | undefined;

export interface Found {
  rounds: number;
  duringRewrite: number;
  acknowledged: number;
  /** what is wrong, in words; empty when nothing is */
  wrong: string[];
}

export async function killRounds(rounds: number): Promise<Found> {
  const dir = mkdtempSync(join(tmpdir(), "mongo-kill-"));
  const found: Found = { rounds, duringRewrite: 0, acknowledged: 0, wrong: [] };
  const acknowledged = new Map<number, Version>();
  const underWay = new Map<number, Version>();
  try {
    for (let round = 0; round < rounds; round++) {
      const before = found.acknowledged;
      const program = await startProgram(PROGRAM, [dir, String(REWRITE_ABOVE)]);
      const client = await MongoClient.connect(program.said, { serverSelectionTimeoutMS: 2000 });
      const texts = client.db("d").collection<Text>("texts");
      if (round === 0) await texts.createIndex({ key: 1 }, { unique: true });
      found.wrong.push(...(await wrongIn(texts, acknowledged, underWay)).map((words) => `round ${round}: ${words}`));

      let killed = false;
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; !killed; n++) {
          const _id = writer * EACH + (n % EACH);
          const version = round * 1_000_000 + n;
          // In every fifth turn a document goes, so that others come anew
          const next = Math.floor(n / EACH) % 5 === 4 ? undefined : version;
          underWay.set(_id, next);
          if (next === undefined) await texts.deleteOne({ _id });
          else await texts.replaceOne({ _id }, text(_id, next), { upsert: true });
          acknowledged.set(_id, next);
          underWay.delete(_id);
          found.acknowledged++;
        }
      });
      const rewriting = (): boolean => existsSync(join(dir, "data.log.new"));
      const due = (): boolean =>
        round % 2 === 1 ? rewriting() : found.acknowledged - before > WRITES_BEFORE_KILL + 37 * round;
      while (!due()) await new Promise((resolve) => setTimeout(resolve, 1));
      if (rewriting()) found.duringRewrite++;
      killed = true;
      const stopped = Promise.allSettled(writers);
      await kill(program);
      await stopped;
      await client.close();
    }
    const last = await startProgram(PROGRAM, [dir, String(REWRITE_ABOVE)]);
    const client = await MongoClient.connect(last.said);
    found.wrong.push(...(await wrongIn(client.db("d").collection<Text>("texts"), acknowledged, underWay)));
    await client.close();
    await kill(last);
    return found;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function text(_id: number, version: number): Text {
  return { _id, key: `key ${_id}`, version, body: `${_id}.${version} `.repeat(SIZE).slice(0, SIZE) };
}

/** Compares what is there with what was acknowledged, and takes it as the truth for the next round. */
async function wrongIn(
  texts: Collection<Text>,
  acknowledged: Map<number, Version>,
  underWay: Map<number, Version>,
): Promise<string[]> {
  const wrong: string[] = [];
  const there = new Map((await texts.find().toArray()).map((doc) => [doc._id, doc]));
  for (const _id of new Set([...acknowledged.keys(), ...underWay.keys(), ...there.keys()])) {
    const doc = there.get(_id);
    const mayBe = [acknowledged.get(_id), ...(underWay.has(_id) ? [underWay.get(_id)] : [])];
    if (!mayBe.includes(doc?.version)) wrong.push(`${_id} is ${doc?.version}, not ${mayBe.join(" or ")}`);
    if (doc && doc.body !== text(_id, doc.version).body) wrong.push(`${_id} is not whole`);
    acknowledged.set(_id, doc?.version);
  }
  underWay.clear();
  const docs = [...there.values()];
  const byKey = await texts.find({ key: { $in: docs.map(({ key }) => key) } }, { projection: { _id: 1 } }).toArray();
  if (byKey.length !== docs.length || new Set(byKey.map(({ _id }) => _id)).size !== docs.length)
    wrong.push(`the index finds ${byKey.length} of ${docs.length}`);
  const [one] = there.values();
  const code =
    one && (await texts.insertOne({ ...one, _id: -1 }).catch((error: unknown) => (error as { code: unknown }).code));
  if (one && code !== 11000) wrong.push(`the unique index let a second ${one.key} in`);
  return wrong;
}
