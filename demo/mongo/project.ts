import { failure, unsupported } from "./errors.js";
import { collision } from "./paths.js";
import { isDoc, isList, show, type Doc } from "./values.js";

/** The paths of a projection, part by part; an empty tree stands for all that is there. */
type Tree = Map<string, Tree>;

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
  const tree = treeOf(keeps === keepsId ? ["_id", ...paths] : paths);
  return tree.size === 0 ? (doc) => doc : (doc) => shaped(doc, tree, keeps) as Doc;
}

function treeOf(paths: string[]): Tree {
  const tree: Tree = new Map();
  for (const path of paths) {
    let here = tree;
    for (const part of path.split(".")) {
      const next: Tree = here.get(part) ?? new Map<string, Tree>();
      here.set(part, next);
      here = next;
    }
  }
  return tree;
}

function shaped(value: unknown, tree: Tree, keeps: boolean): unknown {
  if (isList(value))
    return value.filter((element) => !keeps || isHolder(element)).map((element) => shaped(element, tree, keeps));
  if (!isDoc(value)) return value;
  const left = Object.entries(value).flatMap(([name, inner]) => {
    const branch = tree.get(name);
    if (!branch?.size) return Boolean(branch) === keeps ? [[name, inner]] : [];
    return !keeps || isHolder(inner) ? [[name, shaped(inner, branch, keeps)]] : [];
  });
  return Object.fromEntries(left) as Doc;
}

function isHolder(value: unknown): boolean {
  return isDoc(value) || isList(value);
}
