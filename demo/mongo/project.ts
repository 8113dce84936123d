import { failure, unsupported } from "./errors.js";
import { isDoc, isList, isOperators, type Doc } from "./values.js";

/** A projection as a tree: true at a path that is kept or dropped, a branch for dotted paths. */
type Tree = Map<string, Tree | true>;

/** Compiles { name: 1, "address.city": 1 } or { name: 0 }. Keeps the document's own order of fields. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  const tree: Tree = new Map();
  let keeps: boolean | undefined;
  for (const [path, value] of Object.entries(spec)) {
    if (typeof value !== "boolean" && typeof value !== "number")
      throw unsupported(`the projection ${describe(path, value)}`);
    if (path.includes("$")) throw unsupported(`the projection ${path}`);
    if (path === "_id") continue;
    if (keeps !== undefined && keeps !== Boolean(value))
      throw value
        ? failure("Location31253", `Cannot do inclusion on field ${path} in exclusion projection`)
        : failure("Location31254", `Cannot do exclusion on field ${path} in inclusion projection`);
    keeps = Boolean(value);
    addPath(tree, path);
  }
  const keepsId = spec._id === undefined || Boolean(spec._id);
  const inclusive = keeps ?? (spec._id !== undefined && keepsId);
  if (inclusive === keepsId) tree.set("_id", true);
  return (doc) => shaped(doc, tree, inclusive) as Doc;
}

function describe(path: string, value: unknown): string {
  return isOperators(value) ? `${Object.keys(value).join()} of ${path}` : `of ${path} by an expression`;
}

function addPath(tree: Tree, path: string): void {
  const parts = path.split(".");
  let here = tree;
  for (const [depth, part] of parts.entries()) {
    const next = here.get(part);
    const last = depth === parts.length - 1;
    if (next === true || (next && last)) throw failure("Location31249", `Path collision at ${path}`);
    const branch: Tree = next ?? new Map<string, Tree | true>();
    here.set(part, last || branch);
    here = branch;
  }
}

function shaped(value: unknown, tree: Tree, keeps: boolean): unknown {
  if (isList(value))
    return value.filter((element) => !keeps || isHolder(element)).map((element) => shaped(element, tree, keeps));
  if (!isDoc(value)) return value;
  const left = Object.entries(value).flatMap(([key, inner]) => {
    const branch = tree.get(key);
    if (branch === undefined || branch === true) return (branch === true) === keeps ? [[key, inner]] : [];
    return !keeps || isHolder(inner) ? [[key, shaped(inner, branch, keeps)]] : [];
  });
  return Object.fromEntries(left) as Doc;
}

function isHolder(value: unknown): boolean {
  return isDoc(value) || isList(value);
}
