import { startMongo } from "../../demo/mongo/server.js";

/** The embedded database in memory, as a process of its own. */
const { uri } = await startMongo({});
process.send?.({ uri });
process.once("disconnect", () => process.exit());
