import { failure, unsupported } from "./errors.js";
import { evaluate, prepareExpression } from "./expressions.js";
import { compileFilter, matchedPosition } from "./match.js";
import { isDoc, rank, toDouble, type Doc } from "./values.js";

/** A projection as a tree: true at a leaf that is kept or dropped, a branch for dotted paths. */
type Tree = Map<string, Tree | true>;
type Shape = (doc: Doc) => Doc;

function isFlag(value: unknown): boolean {
  return typeof value === "boolean" || rank(value) === 2;
}

function isKept(value: unknown): boolean {
  return value === true || (rank(value) === 2 && toDouble(value) !== 0);
}

/** Flags all the way down ({ name: 1, "address.city": 1 }): neither expressions nor array operators. */
export function isPlainProjection(spec: Doc): boolean {
  return Object.entries(spec).every(([path, value]) => isFlag(value) && !path.endsWith(".$"));
}

/** Compiles a find projection. `filter` is needed by the positional `items.$`. Keeps the document's own order of fields. */
export function compileProjection(spec: Doc, filter: Doc): Shape {
  const tree: Tree = new Map();
  const later: ((source: Doc, target: Doc) => void)[] = [];
  let keeps: boolean | undefined;
  let keepsId: boolean | undefined;
  const decide = (path: string, kept: boolean): void => {
    if (keeps !== undefined && keeps !== kept)
      throw kept
        ? failure("Location31253", `Cannot do inclusion on field ${path} in exclusion projection`)
        : failure("Location31254", `Cannot do exclusion on field ${path} in inclusion projection`);
    keeps = kept;
  };
  for (const [path, value] of flattened(spec)) {
    if (path === "_id" && isFlag(value)) {
      keepsId = isKept(value);
    } else if (path.endsWith(".$")) {
      decide(path, true);
      addPath(tree, path.slice(0, -2));
      later.push(positional(path.slice(0, -2), filter));
    } else if (isFlag(value)) {
      decide(path, isKept(value));
      addPath(tree, path);
    } else if (isDoc(value) && "$slice" in value) {
      if (keeps === true) addPath(tree, path);
      later.push(sliced(path, value.$slice));
    } else if (isDoc(value) && "$elemMatch" in value) {
      decide(path, true);
      later.push(firstMatching(path, value.$elemMatch));
    } else if (isDoc(value) && "$meta" in value) {
      throw unsupported("the projection $meta");
    } else {
      decide(path, true);
      later.push(computed(path, value));
    }
  }
  if (keeps === true || (keeps === undefined && keepsId === true && later.length === 0)) {
    if (keepsId !== false) tree.set("_id", true);
    return (doc) => finish(doc, include(doc, tree) as Doc, later);
  }
  if (keepsId === false) tree.set("_id", true);
  return (doc) => finish(doc, exclude(doc, tree) as Doc, later);
}

function finish(doc: Doc, target: Doc, later: ((source: Doc, target: Doc) => void)[]): Doc {
  for (const step of later) step(doc, target);
  return target;
}

/** { address: { city: 1 } } is the same as { "address.city": 1 }. */
function flattened(spec: Doc): [string, unknown][] {
  return Object.entries(spec).flatMap(([path, value]): [string, unknown][] => {
    const nested = isDoc(value) ? Object.keys(value) : [];
    if (!isDoc(value) || nested.length === 0 || nested.some((key) => key.startsWith("$"))) return [[path, value]];
    return flattened(value).map(([inner, leaf]) => [`${path}.${inner}`, leaf]);
  });
}

function addPath(tree: Tree, path: string): void {
  const parts = path.split(".");
  let here = tree;
  parts.forEach((part, depth) => {
    const next = here.get(part);
    const last = depth === parts.length - 1;
    if (next === true || (next && last)) throw failure("Location31249", `Path collision at ${path}`);
    if (last) here.set(part, true);
    else {
      const branch = next ?? new Map<string, Tree | true>();
      here.set(part, branch);
      here = branch;
    }
  });
}

function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value.filter((element) => isDoc(element) || Array.isArray(element)).map((element) => include(element, tree));
  const result: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value as Doc)) {
    const branch = tree.get(key);
    if (branch === true) result.push([key, inner]);
    else if (branch && (isDoc(inner) || Array.isArray(inner))) result.push([key, include(inner, branch)]);
  }
  return Object.fromEntries(result);
}

function exclude(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element) => exclude(element, tree));
  if (!isDoc(value)) return value;
  const result: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const branch = tree.get(key);
    if (branch !== true) result.push([key, branch ? exclude(inner, branch) : inner]);
  }
  return Object.fromEntries(result);
}

/** Array operators stand at a top-level field here; deeper ones are refused rather than half done. */
function topLevel(path: string, operator: string): string {
  if (path.includes(".")) throw unsupported(`the projection ${operator} on the dotted path ${path}`);
  return path;
}

function sliced(path: string, operand: unknown): (source: Doc, target: Doc) => void {
  const field = topLevel(path, "$slice");
  const [first = 0, count] = (Array.isArray(operand) ? operand : [operand]).map(toDouble);
  return (source, target) => {
    const value = source[field];
    if (!Array.isArray(value)) return;
    const start = count === undefined ? (first < 0 ? Math.max(0, value.length + first) : 0) : first;
    const from = start < 0 ? Math.max(0, value.length + start) : start;
    target[field] = value.slice(from, from + (count ?? Math.abs(first)));
  };
}

function firstMatching(path: string, operand: unknown): (source: Doc, target: Doc) => void {
  const field = topLevel(path, "$elemMatch");
  compileFilter({ [field]: { $elemMatch: operand } });
  return (source, target) => {
    const value = source[field];
    const at = Array.isArray(value) ? matchedPosition({ [field]: { $elemMatch: operand } }, field, value) : -1;
    if (Array.isArray(value) && at >= 0) target[field] = [value[at]];
  };
}

function positional(path: string, filter: Doc): (source: Doc, target: Doc) => void {
  const field = topLevel(path, "$");
  return (source, target) => {
    const value = source[field];
    if (!Array.isArray(value)) return;
    const at = matchedPosition(filter, field, value);
    if (at < 0)
      throw failure(
        "BadValue",
        `Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array`,
      );
    target[field] = [value[at]];
  };
}

function computed(path: string, value: unknown): (source: Doc, target: Doc) => void {
  const field = topLevel(path, "expression");
  const expression = prepareExpression(value);
  return (source, target) => {
    const result = evaluate(expression, source);
    if (result !== undefined) target[field] = result;
  };
}
