import { failure, unsupported } from "./errors.js";
import { collision, inner } from "./paths.js";
import { changeAt } from "./update.js";
import { isDoc, isList, show, type Doc } from "./values.js";

/** Compiles { name: 1, "address.city": 1 } or { name: 0 }. Keeps the document's own order of fields. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  for (const [path, value] of Object.entries(spec))
    if (path.includes("$") || !["boolean", "number"].includes(typeof value))
      throw unsupported(`the projection ${show({ [path]: value })}`);
  const { _id: id, ...fields } = spec;
  const paths = Object.keys(fields);
  const twice = collision(paths);
  if (twice) throw failure(31249, `Path collision at ${twice}`);
  const keepsId = id === undefined || Boolean(id);
  const keeps = Boolean(paths[0] ? fields[paths[0]] : id);
  const odd = paths.find((path) => Boolean(fields[path]) !== keeps);
  if (odd && keeps) throw failure(31254, `Cannot do exclusion on field ${odd} in inclusion projection`);
  if (odd) throw failure(31253, `Cannot do inclusion on field ${odd} in exclusion projection`);
  const named = keeps === keepsId ? ["_id", ...paths] : paths;
  if (named.length === 0) return (doc) => doc;
  const whole = { change: () => ({}), creates: true };
  const tree = named.reduce<unknown>((branches, path) => changeAt(branches, path.split("."), whole), {});
  return (doc) => shaped(doc, tree, keeps) as Doc;
}

/** The tree has a branch for each part of a path that was named; an empty one stands for all that is there. */
function shaped(value: unknown, tree: unknown, keeps: boolean): unknown {
  if (isList(value))
    return value.map((element) => shaped(element, tree, keeps)).filter((element) => element !== undefined);
  if (!isDoc(value)) return keeps ? undefined : value;
  const left = Object.entries(value).flatMap(([name, field]) => {
    const branch = inner(tree, name);
    if (!branch || Object.keys(branch).length === 0) return Boolean(branch) === keeps ? [[name, field]] : [];
    const rest = shaped(field, branch, keeps);
    return rest === undefined ? [] : [[name, rest]];
  });
  return Object.fromEntries(left) as Doc;
}
