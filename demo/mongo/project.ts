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
  return inclusive ? (doc) => include(doc, tree) as Doc : (doc) => exclude(doc, tree) as Doc;
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

function include(value: Doc | unknown[], tree: Tree): unknown {
  if (isList(value)) return value.filter(isHolder).map((element) => include(element, tree));
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const branch = tree.get(key);
    if (branch === true) kept.push([key, inner]);
    else if (branch && isHolder(inner)) kept.push([key, include(inner, branch)]);
  }
  return Object.fromEntries(kept);
}

function exclude(value: unknown, tree: Tree): unknown {
  if (isList(value)) return value.map((element) => exclude(element, tree));
  if (!isDoc(value)) return value;
  const left = Object.entries(value).filter(([key]) => tree.get(key) !== true);
  return Object.fromEntries(
    left.map(([key, inner]) => [key, exclude(inner, (tree.get(key) as Tree | undefined) ?? NOTHING)]),
  );
}

const NOTHING: Tree = new Map();

function isHolder(value: unknown): value is Doc | unknown[] {
  return isDoc(value) || isList(value);
}
