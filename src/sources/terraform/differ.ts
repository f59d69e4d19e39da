import { HIDDEN, type Value, type ValueObject } from "./attributes.js";

/** Do two values differ? The order of a list has no meaning: in the plan sets are lists too. */
export function differ(a: Value | undefined, b: Value | undefined): boolean {
  return key(a ?? null) !== key(b ?? null);
}

function key(value: Value): string {
  if (value === HIDDEN) return "?";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(key).sort().join()}]`;
  const members = Object.entries(value as ValueObject).map(
    ([name, member]) => `${JSON.stringify(name)}:${key(member)}`,
  );
  return `{${members.sort().join()}}`;
}
