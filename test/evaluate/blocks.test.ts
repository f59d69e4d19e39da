import { describe, expect, it } from "vitest";
import { blocksOf } from "../../src/evaluate/blocks.js";
import { assemble } from "../../src/graph/index.js";
import type { Kind } from "../../src/model/index.js";
import { batch, edge, node } from "../graph/estate.js";

const GROUPS = [
  { group: 0, kind: "filter" },
  { group: 1, kind: "interface" },
  { group: 3, kind: "filter" },
  { group: 4, kind: "account" },
] as const;

/** Networks with filters, whose interfaces know them by their filters alone; and filters of no network. */
function estate(sizes: readonly number[], loose: number) {
  const networks = sizes.map((_, number) => node({ id: `vpc-${number}`, kind: "network" }));
  const filters = sizes.flatMap((size, network) =>
    Array.from({ length: size }, (_, number) => ({ id: `sg-${number}-of-${network}`, network })),
  );
  const cards = filters.map(({ id }) => node({ id: `eni-${id}`, kind: "interface" }));
  const strays = Array.from({ length: loose }, (_, number) =>
    node({ id: `stray-${number}`, kind: "filter" }),
  );
  return assemble([
    batch(
      [...networks, ...filters.map(({ id }) => node({ id, kind: "filter" })), ...cards, ...strays],
      [
        ...filters.map(({ id, network }) => edge(`${id} -network-> vpc-${network}`)),
        ...filters.map(({ id }) => edge(`eni-${id} -filters-> ${id}`)),
      ],
    ),
  ]);
}

const graph = estate([300, 5, 7, 900, 40, 200], 600);
const blocks = [...blocksOf(graph, GROUPS)];
const idsOf = (kind: Kind, positions: Iterable<number>) =>
  [...positions].map((position) => graph.at(kind, position)?.id ?? "");
const networkOf = (id: string) => /of-(\d+)$/.exec(id)?.[1];

describe("the blocks of an estate", () => {
  it("hold every subject of every group once, in slices of bounded size", () => {
    for (const { group, kind } of GROUPS) {
      const slices = blocks.flat().filter((slice) => slice.group === group);
      const ids = slices.flatMap(({ positions }) => idsOf(kind, positions));
      expect(ids.sort()).toEqual([...graph.ids(kind)]);
      for (const { positions } of slices) expect(positions.length).toBeLessThanOrEqual(256);
    }
    expect(blocks.every((block) => block.length > 0)).toBe(true);
  });

  it("keep what is of one network together, unless it is too much for one", () => {
    const homes = new Map<string | undefined, Set<number>>();
    for (const [number, block] of blocks.entries())
      for (const { group, positions } of block)
        for (const id of idsOf(GROUPS.find((each) => each.group === group)?.kind ?? "filter", positions))
          homes.set(networkOf(id), (homes.get(networkOf(id)) ?? new Set()).add(number));
    for (const network of ["1", "2", "4"]) expect(homes.get(network)?.size).toBe(1);
    expect(homes.get("3")?.size).toBeGreaterThan(1);
    expect(homes.get(undefined)?.size).toBeGreaterThan(1);
  });

  it("are none of an estate without subjects", () => {
    expect([...blocksOf(assemble([batch([])]), GROUPS)]).toEqual([]);
    expect([...blocksOf(graph, [])]).toEqual([]);
  });
});
