import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { ROOT } from "../../demo/paths.js";
import { readLockfile, shippedIds } from "./lockfile.js";

/*
 * `npm run sbom`: the packages of the server and of the tab's bundle, as CycloneDX. npm's own `--omit dev` leaves out
 * whatever development needs as well (GraphQL, the MongoDB driver, zod); so npm is asked for everything, and what does
 * not ship is taken out of its answer.
 */
const Component = z.looseObject({ "bom-ref": z.string(), name: z.string(), version: z.string() });
const Bom = z.looseObject({
  metadata: z.looseObject({ component: Component }),
  components: z.array(Component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const everything = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application"];
const { stdout } = await promisify(execFile)("npm", everything, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
const printed = JSON.parse(stdout) as object;
const bom = Bom.parse(printed);

const shipped = shippedIds((await readLockfile()).packages);
const components = bom.components.filter(({ name, version }) => shipped.has(`${name}@${version}`));
const own = bom.metadata.component;
const refs = new Set([own, ...components].map((component) => component["bom-ref"]));
const dependencies = bom.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => refs.has(ref)) }));

// npm calls the project by the name of the folder that it lies in.
const metadata = { ...bom.metadata, component: { ...own, name: "rollcall" } };
console.log(JSON.stringify({ ...printed, metadata, components, dependencies }, null, 2));
