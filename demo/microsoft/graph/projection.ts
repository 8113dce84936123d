import type { DirectoryObject } from "../state/members.js";
import { DEFAULT_PROPERTIES, EMPTY_LISTS, SELECTABLE } from "./properties.js";

/** A property as Graph shows it; what nobody stored is null, or an empty list where Graph has a list. */
export function propertyOf(object: DirectoryObject, name: string): unknown {
  if (Object.hasOwn(object.value, name)) return Reflect.get(object.value, name) as unknown;
  return EMPTY_LISTS.has(name) ? [] : null;
}

/**
 * One object as JSON. `readable` false is what an application without the permission for this type gets: the id, and null
 * for everything else.
 */
export function projectObject(
  object: DirectoryObject,
  options: { select: readonly string[] | undefined; withType: boolean; readable: boolean },
): Record<string, unknown> {
  const names =
    options.select?.filter((name) => name === "id" || SELECTABLE[object.type].has(name)) ??
    DEFAULT_PROPERTIES[object.type];
  const shown: Record<string, unknown> = options.withType ? { "@odata.type": `#microsoft.graph.${object.type}` } : {};
  if (!options.readable) shown.id = object.value.id;
  for (const name of names) shown[name] = options.readable || name === "id" ? propertyOf(object, name) : null;
  return shown;
}
