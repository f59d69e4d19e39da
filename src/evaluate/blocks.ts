import { type Graph, homesOf } from "../graph/index.js";
import type { Kind } from "../model/index.js";
import type { Slice } from "./slice.js";

/** What one thread judges, slice by slice: the subjects of neighbouring networks, for all groups of policies. */
export type Block = readonly Omit<Slice, "strikes">[];

/** A group of policies by its place, and the kind that it judges. */
interface Group {
  readonly group: number;
  readonly kind: Kind;
}

/** Subjects of a group by their positions, and the homes of these; a list is taken from its front. */
interface List {
  readonly group: number;
  readonly positions: Int32Array;
  readonly homes: Int32Array;
}

/** Neighbouring homes: those before `below` that no earlier bundle has, with so many subjects. */
interface Bundle {
  readonly below: number;
  readonly subjects: number;
}

/** Subjects of a slice at most: what a thread is asked to judge at a time. */
const SLICE = 256;
/** So many blocks, that threads end at about the same time; but of no fewer subjects than this, nor of more. */
const BLOCKS = 32;
const FEWEST = 256;
const MOST = 4096;

/**
 * Divides the subjects by their networks: what is worked out of a network for one subject serves its neighbours, of
 * whichever group, if one thread judges them one after the other. It depends on the graph alone, not on threads.
 */
export function* blocksOf(graph: Graph, groups: readonly Group[]): Iterable<Block> {
  const known = homesOf(graph);
  let lists = groups.map(({ group, kind }): List => ({ group, ...known.of(kind) }));
  const all = lists.reduce((sum, { homes }) => sum + homes.length, 0);
  const full = Math.min(MOST, Math.max(FEWEST, Math.ceil(all / BLOCKS)));
  for (const { below, subjects } of bundlesOf(lists, full)) {
    const ends = lists.map(({ homes }) => before(homes, below));
    yield* partsOf(
      lists.map((list, index) => cut(list, 0, ends[index])),
      Math.ceil(subjects / full),
    );
    lists = lists.map((list, index) => cut(list, ends[index] ?? 0));
  }
}

/** Homes in their order, as many together as make a full block; one with more subjects than that by itself. */
function bundlesOf(lists: readonly List[], full: number): Bundle[] {
  const sizes = new Map<number, number>();
  for (const { homes } of lists) for (const home of homes) sizes.set(home, (sizes.get(home) ?? 0) + 1);
  const bundles: Bundle[] = [];
  let subjects = 0;
  for (const [home, size] of [...sizes].sort(([a], [b]) => a - b)) {
    if (subjects > 0 && subjects + size > full) {
      bundles.push({ below: home, subjects });
      subjects = 0;
    }
    subjects += size;
  }
  return [...bundles, { below: Number.POSITIVE_INFINITY, subjects }];
}

/** The same share of each list for each block. */
function* partsOf(lists: readonly List[], parts: number): Iterable<Block> {
  for (let part = 0; part < parts; part++) {
    const share = (list: List) => {
      const [from, to] = [part, part + 1].map((each) => Math.floor((list.homes.length * each) / parts));
      return cut(list, from ?? 0, to);
    };
    const block = lists.map(share).flatMap(slicesOf);
    if (block.length > 0) yield block;
  }
}

function slicesOf({ group, positions }: List): Block {
  return Array.from({ length: Math.ceil(positions.length / SLICE) }, (_, number) => ({
    group,
    // A copy, not a view: what a view lies in would be sent to a thread whole.
    positions: positions.slice(number * SLICE, (number + 1) * SLICE),
  }));
}

function cut({ group, positions, homes }: List, from: number, to?: number): List {
  return { group, positions: positions.subarray(from, to), homes: homes.subarray(from, to) };
}

/** How many of ascending numbers are below this one. */
function before(numbers: Int32Array, bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
