import { isDeepStrictEqual } from "node:util";
import { isText } from "./arguments.js";

/** What OPA's own error would be: the whole call is undefined. */
class NotPatched extends Error {
  override readonly name = "NotPatched";
}

type Path = readonly unknown[];
type Operation = Readonly<Record<string, unknown>>;

/** JSON Patch (RFC 6902) as `json.patch` reads it: a path may be a list, and slashes in front are not counted. */
export function patched(target: unknown, patches: unknown): unknown {
  if (!Array.isArray(patches)) return undefined;
  try {
    // The root stands in a box, so that it can be replaced like any other place.
    const box: { root?: unknown } = { root: structuredClone(target) };
    for (const operation of patches) apply(box, operation);
    return box.root;
  } catch (error) {
    if (error instanceof NotPatched) return undefined;
    throw error;
  }
}

function apply(box: { root?: unknown }, operation: unknown): void {
  if (typeof operation !== "object" || operation === null || Array.isArray(operation)) throw new NotPatched();
  const patch = operation as Operation;
  const path = pathOf(patch["path"]);
  const steps = STEPS.get(patch["op"]);
  if (steps === undefined) throw new NotPatched();
  steps(box, path, patch);
}

type Steps = (box: { root?: unknown }, path: Path, patch: Operation) => void;

const STEPS: ReadonlyMap<unknown, Steps> = new Map<unknown, Steps>([
  ["add", (box, path, patch) => insert(box, path, given(patch))],
  ["remove", (box, path) => remove(box, path)],
  ["replace", replace],
  ["move", move],
  ["copy", (box, path, patch) => insert(box, path, structuredClone(find(box, pathOf(patch["from"]))))],
  ["test", test],
]);

function replace(box: { root?: unknown }, path: Path, patch: Operation): void {
  remove(box, path);
  insert(box, path, given(patch));
}

function move(box: { root?: unknown }, path: Path, patch: Operation): void {
  const from = pathOf(patch["from"]);
  const part = find(box, from);
  remove(box, from);
  insert(box, path, part);
}

function test(box: { root?: unknown }, path: Path, patch: Operation): void {
  if (!isDeepStrictEqual(find(box, path), given(patch))) throw new NotPatched();
}

function given(patch: Operation): unknown {
  if (!Object.hasOwn(patch, "value")) throw new NotPatched();
  return structuredClone(patch["value"]);
}

/** A JSON pointer (RFC 6901), or a list of its parts. */
function pathOf(path: unknown): Path {
  if (Array.isArray(path)) return path;
  if (!isText(path)) throw new NotPatched();
  if (path === "") return [];
  const parts = path.replace(/^\/+/, "").split("/");
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function find(box: { root?: unknown }, path: Path): unknown {
  let at: unknown = box;
  for (const key of ["root", ...path]) {
    const place: string | number = placeIn(at, key);
    const here = at as Record<string | number, unknown>;
    if (Array.isArray(at) ? Number(place) >= at.length : !Object.hasOwn(here, place)) throw new NotPatched();
    at = here[place];
  }
  return at;
}

function remove(box: { root?: unknown }, path: Path): void {
  const full = ["root", ...path];
  find(box, path);
  const holder = holderOf(box, full);
  const place = placeIn(holder, full.at(-1));
  if (Array.isArray(holder)) holder.splice(Number(place), 1);
  else delete (holder as Record<string, unknown>)[place];
}

function insert(box: { root?: unknown }, path: Path, value: unknown): void {
  const full = ["root", ...path];
  const holder = holderOf(box, full);
  const place = placeIn(holder, full.at(-1));
  if (Array.isArray(holder)) {
    if (Number(place) > holder.length) throw new NotPatched();
    holder.splice(Number(place), 0, value);
  } else {
    Object.defineProperty(holder, place, { value, enumerable: true, configurable: true, writable: true });
  }
}

function holderOf(box: { root?: unknown }, full: Path): unknown {
  return full.length === 1 ? box : find(box, full.slice(1, -1));
}

/** The member or index that a part of a path names. */
function placeIn(holder: unknown, key: unknown): string | number {
  if (typeof holder !== "object" || holder === null) throw new NotPatched();
  if (!Array.isArray(holder)) {
    if (!isText(key)) throw new NotPatched();
    return key;
  }
  if (key === "-") return holder.length;
  const isIndex =
    typeof key === "number" ? Number.isInteger(key) && key >= 0 : isText(key) && /^(?:0|[1-9]\d*)$/.test(key);
  if (!isIndex) throw new NotPatched();
  return Number(key);
}
