import { failure } from "./errors.js";
import { matchedPosition, type Matcher } from "./match.js";
import { isPosition } from "./paths.js";
import { isDoc, show, type Doc } from "./values.js";

/** What `$` and `$[name]` in a path refer to. */
export interface Positions {
  filter: Doc;
  filters: Map<string, Matcher>;
}

/** `items.$[].price` as the paths it means in this document: items.0.price, items.1.price ... */
export function concretePaths(doc: Doc, parts: readonly string[], positions: Positions): string[][] {
  const at = parts.findIndex((part) => part.startsWith("$"));
  if (at < 0) return [[...parts]];
  const before = parts.slice(0, at);
  const part = parts[at] ?? "";
  const array = readAt(doc, before);
  if (!Array.isArray(array))
    throw failure(
      "BadValue",
      `The path '${before.join(".")}' must exist in the document in order to apply array updates.`,
    );
  return chosen(array, before, part, positions).flatMap((position) =>
    concretePaths(doc, [...before, String(position), ...parts.slice(at + 1)], positions),
  );
}

function chosen(array: unknown[], before: readonly string[], part: string, { filter, filters }: Positions): number[] {
  if (part === "$") {
    const path = before.filter((name) => !isPosition(name)).join(".");
    const position = matchedPosition(filter, path, array);
    if (position < 0)
      throw failure("BadValue", "The positional operator did not find the match needed from the query.");
    return [position];
  }
  if (part === "$[]") return [...array.keys()];
  const name = part.slice(2, -1);
  const matches = filters.get(name);
  if (!part.startsWith("$[") || !matches)
    throw failure(
      "BadValue",
      `No array filter found for identifier '${name}' in path '${[...before, part].join(".")}'`,
    );
  return [...array.keys()].filter((position) => matches({ [name]: array[position] }));
}

/** The value at a concrete path, through documents and array positions; undefined when there is none. */
export function readAt(doc: unknown, parts: readonly string[]): unknown {
  let value = doc;
  for (const part of parts) {
    if (Array.isArray(value)) value = isPosition(part) ? value[Number(part)] : undefined;
    else value = isDoc(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

/**
 * Changes `doc` in place at a concrete path. A change that gives undefined removes the field (in an array: null). With
 * `creates`, documents on the way are made; a way through a number or a text is MongoDB's PathNotViable, never silence.
 */
export function changeAt(
  doc: Doc,
  parts: readonly string[],
  change: (current: unknown) => unknown,
  creates: boolean,
): void {
  let holder: Doc | unknown[] = doc;
  for (const [depth, part] of parts.entries()) {
    const last = depth === parts.length - 1;
    const current: unknown = readAt(holder, [part]);
    if (Array.isArray(holder) && !isPosition(part)) {
      if (!creates) return;
      throw notViable(part, parts[depth - 1] ?? "", holder);
    }
    if (last) {
      write(holder, part, current, change(current), creates);
    } else if (isDoc(current) || Array.isArray(current)) {
      holder = current;
    } else if (!creates) {
      return;
    } else if (current === undefined) {
      const made: Doc = {};
      write(holder, part, undefined, made, true);
      holder = made;
    } else {
      throw notViable(parts[depth + 1] ?? "", part, current);
    }
  }
}

function write(holder: Doc | unknown[], part: string, current: unknown, value: unknown, creates: boolean): void {
  if (!Array.isArray(holder)) {
    if (value !== undefined) holder[part] = value;
    else if (current !== undefined) Reflect.deleteProperty(holder, part);
    return;
  }
  const position = Number(part);
  if (position >= holder.length && (!creates || value === undefined)) return;
  if (position > holder.length + 1_500_000) throw failure("BadValue", "can't backfill more than 1500000 elements");
  while (holder.length < position) holder.push(null);
  holder[position] = value ?? null;
}

function notViable(field: string, parent: string, element: unknown): Error {
  return failure("PathNotViable", `Cannot create field '${field}' in element {${parent}: ${show(element)}}`);
}
