import { evenGroups, startLargeTenant } from "../../test/large-tenant.js";

/** A large tenant as a process of its own, so that what it costs to serve is not counted as the reader's. */
const [people = 0, groups = 0] = process.argv.slice(2).map(Number);
const { url, groupIds } = await startLargeTenant({ people, groups: evenGroups(people, groups) });
process.send?.({ url, groupIds });
process.once("disconnect", () => process.exit());
