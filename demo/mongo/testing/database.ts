import { startMongo } from "../server.js";

/** The embedded database as main.ts starts it, with a file that is written anew from a size of our own. */
const [dir = "", rewriteAbove] = process.argv.slice(2);
const { uri } = await startMongo({ dir, rewriteAbove: Number(rewriteAbove) });
console.log(uri);
