import { isDeepStrictEqual } from "node:util";
import { type HostBuiltin, isText, whole } from "./arguments.js";
import { patched } from "./patch.js";

/** Built-ins over whole values. host.rego sees to it that nothing comes here that JSON cannot carry. */
export const STRUCTURES: readonly (readonly [string, HostBuiltin])[] = [
  ["graph.reachable_paths", (graph, from) => paths(whole(graph), whole(from))],
  ["json.patch", (target, patches) => patched(whole(target), whole(patches))],
  ["object.subset", (upper, lower) => isSubset(whole(upper), whole(lower))],
];

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects are compared member by member, at any depth; a list is part of another where it stands in one piece. */
function isSubset(upper: unknown, lower: unknown): boolean | undefined {
  if (isMembers(upper) && isMembers(lower)) return membersIn(upper, lower);
  return Array.isArray(upper) && Array.isArray(lower) ? stretchOf(upper, lower) : undefined;
}

function membersIn(upper: Members, lower: Members): boolean {
  return Object.entries(lower).every(([key, value]) => {
    if (!Object.hasOwn(upper, key)) return false;
    return isDeepStrictEqual(upper[key], value) || isSubset(upper[key], value) === true;
  });
}

function stretchOf(upper: readonly unknown[], lower: readonly unknown[]): boolean {
  for (let start = 0; start + lower.length <= upper.length; start++) {
    if (lower.every((each, at) => isDeepStrictEqual(upper[start + at], each))) return true;
  }
  return false;
}

/** Every way from the given nodes until it ends, leaves the graph or meets itself. */
function paths(graph: unknown, from: unknown): unknown[][] | undefined {
  if (!isMembers(graph) || !Array.isArray(from)) return undefined;
  const found: unknown[][] = [];
  const edges = (node: unknown): readonly unknown[] | undefined => {
    if (!isText(node) || !Object.hasOwn(graph, node)) return undefined;
    return Array.isArray(graph[node]) ? graph[node] : [];
  };
  const follow = (path: readonly unknown[], node: unknown): void => {
    const next = edges(node);
    if (next === undefined) return void found.push([...path]);
    const here = [...path, node];
    if (next.length === 0) found.push(here);
    for (const neighbour of next) {
      if (here.some((each) => isDeepStrictEqual(each, neighbour))) found.push(here);
      else follow(here, neighbour);
    }
  };
  for (const node of from) {
    const next = edges(node);
    if (next?.length === 0) found.push([node]);
    for (const neighbour of next ?? []) follow([node], neighbour);
  }
  return found;
}
