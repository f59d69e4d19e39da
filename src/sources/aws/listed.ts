import { isObject, type JsonObject } from "../../model/index.js";
import type { Resource } from "./resource.js";

/** The objects that an answer tells of: those of its list, or the answer itself where it is one object. */
export function listedIn({ list, object }: Resource, output: JsonObject): JsonObject[] {
  if (object !== undefined) return object.every((member) => Object.hasOwn(output, member)) ? [output] : [];
  const items = Object.hasOwn(output, list) ? output[list] : undefined;
  return Array.isArray(items) ? items.filter(isObject) : [];
}
