import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, assemble, dumpGraph } from "../../src/graph/index.js";
import { NameTable } from "../../src/graph/name-table.js";
import { sortedNames } from "../../src/graph/sorted-names.js";
import { type Batch, type Edge, type EstateNode, gapOf, type Kind } from "../../src/model/index.js";
import { node } from "./estate.js";

const IDS = ["a", "b", "c", "d", "e", "f", "__proto__"];
const ALIASES = ["x", "y", "a", "toString"];
const KINDS: readonly Kind[] = ["filter", "rule", "interface", "subnet", "network", "route-table"];
const RELATIONS = ["filters", "filter", "network", "peer_filters", "route_table", "main_of", "nonsense"];

const place = fc.record({
  source: fc.constant("aws"),
  uri: fc.constantFrom("one.json", "two.json"),
  account: fc.constantFrom("1", "2"),
  region: fc.constantFrom("r1", "r2"),
  call: fc.constantFrom("ec2:A", "ec2:B"),
});

const anyNode: fc.Arbitrary<EstateNode> = fc
  .record({
    id: fc.constantFrom(...IDS),
    kind: fc.constantFrom(...KINDS),
    type: fc.constantFrom("aws.subnet", "aws.network-acl", "t"),
    label: fc.constantFrom("a", "telling", "x"),
    aliases: fc.array(fc.constantFrom(...ALIASES), { maxLength: 3 }),
    scope: fc.record({
      provider: fc.constant("aws"),
      account: fc.constantFrom("1", "2"),
      region: fc.constantFrom("r1", "r2"),
    }),
    tags: fc.dictionary(fc.constantFrom("t", "u", "__proto__"), fc.constantFrom("1", "2"), { maxKeys: 2 }),
    is: fc.dictionary(
      fc.constantFrom("isDefault", "state", "name"),
      fc.constantFrom(true, false, "s", null),
      { maxKeys: 2 },
    ),
    native: fc.dictionary(fc.constantFrom("N", "M"), fc.constantFrom(1, "2", [3]), { maxKeys: 2 }),
    at: place,
  })
  .map((draft) => node(draft as Partial<EstateNode> & { id: string; kind: Kind }));

const anyEdge: fc.Arbitrary<Edge> = fc.record(
  {
    from: fc.constantFrom(...IDS, ...ALIASES, "nobody"),
    relation: fc.constantFrom(...RELATIONS),
    to: fc.constantFrom(...IDS, ...ALIASES, "nobody"),
    at: place,
    toScope: fc.record({ account: fc.constantFrom("1", "2") }),
  },
  { requiredKeys: ["from", "relation", "to", "at"] },
);

const anyGap = fc
  .record({
    reason: fc.constantFrom("denied" as const, "failed" as const),
    message: fc.constant("no"),
    at: place,
  })
  .map(gapOf);

const said = fc.record({
  nodes: fc.array(anyNode, { maxLength: 14 }),
  edges: fc.array(anyEdge, { maxLength: 14 }),
  gaps: fc.array(anyGap, { maxLength: 3 }),
});

/** Splits what was said into batches of random size and order. */
const dealt = said.chain((whole) => {
  const items = [
    ...whole.nodes.map((item): Batch => ({ nodes: [item], edges: [], gaps: [] })),
    ...whole.edges.map((item): Batch => ({ nodes: [], edges: [item], gaps: [] })),
    ...whole.gaps.map((item): Batch => ({ nodes: [], edges: [], gaps: [item] })),
  ];
  return fc
    .tuple(fc.shuffledSubarray(items, { minLength: items.length }), fc.boolean())
    .map(([shuffled, doubled]) => ({
      whole,
      shuffled: doubled ? [...shuffled, ...shuffled.slice(0, 3)] : shuffled,
    }));
});

describe("laws of assembling", () => {
  it("the order of batches, their split and repetition have no meaning", () => {
    fc.assert(
      fc.property(dealt, ({ whole, shuffled }) => {
        expect(dumpGraph(assemble(shuffled))).toBe(dumpGraph(assemble([whole])));
      }),
      { numRuns: 400 },
    );
  });

  it("no change gives the same graph", () => {
    fc.assert(
      fc.property(said, (whole) => {
        const graph = assemble([whole]);
        expect(dumpGraph(applyChanges(graph, []))).toBe(dumpGraph(graph));
      }),
      { numRuns: 300 },
    );
  });

  it("every edge that was told is in the graph or leaves a gap", () => {
    fc.assert(
      fc.property(said, (whole) => {
        const graph = assemble([whole]);
        for (const { from, relation } of whole.edges) {
          const starts = [from, ...graph.find(from).map(({ id }) => id)];
          const holds = starts.some((id) => (graph.step(id, relation)?.ids.length ?? 0) > 0);
          const told =
            holds ||
            graph.gaps.some(
              ({ touches }) =>
                touches.relations?.includes(relation) && touches.nodes.some((id) => starts.includes(id)),
            );
          expect(told).toBe(true);
        }
      }),
    );
  });

  it("walking a relation and its inverse agree", () => {
    fc.assert(
      fc.property(said, (whole) => {
        const graph = assemble([whole]);
        for (const interfaceId of graph.ids("interface")) {
          for (const filter of graph.step(interfaceId, "filters")?.ids ?? []) {
            expect(graph.step(filter, "interfaces")?.ids).toContain(interfaceId);
          }
        }
        for (const filter of graph.ids("filter")) {
          for (const id of graph.step(filter, "interfaces")?.ids ?? [])
            expect(graph.step(id, "filters")?.ids).toContain(filter);
        }
      }),
    );
  });
});

describe("the table of names", () => {
  it("gives every string back as it was, and orders them as strings are ordered", () => {
    const unit = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(unit, fc.string()), { maxLength: 60 }), (texts) => {
        const names = new NameTable();
        const numbers = texts.map((text) => names.intern(text));
        expect(numbers.map((name) => names.text(name))).toEqual(texts);
        expect(texts.map((text) => names.lookup(text))).toEqual(numbers);
        expect(names.size).toBe(new Set(texts).size);
        const sorted = [...new Set(numbers)]
          .sort((a, b) => names.compare(a, b))
          .map((name) => names.text(name));
        expect(sorted).toEqual([...new Set(texts)].sort());
      }),
    );
  });

  it("puts names in order head by head as one by one", () => {
    const part = fc.constantFrom("", "a", "aws", "b", "s3", "имя", "é");
    const arn = fc
      .tuple(part, part, part, part, part, fc.constantFrom("/", ":", "#", ""), part)
      .map(([one, two, three, four, type, mark, name]) =>
        [`arn:${one}`, two, three, four, `${type}${mark}${name}`].join(":"),
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(arn, fc.string(), part), { maxLength: 60 }), (texts) => {
        const names = new NameTable();
        const numbers = [...new Set(texts)].map((text) => names.intern(text));
        const sorted = [...sortedNames(names, Int32Array.from(numbers))].map((name) => names.text(name));
        expect(sorted).toEqual([...new Set(texts)].sort());
      }),
    );
  });

  it("finds a hundred thousand names again over many pages", () => {
    const names = new NameTable();
    const text = (index: number) =>
      `arn:aws:ec2:eu-central-1:123456789012:thing/${index}${index % 7 === 0 ? "名" : ""}`;
    for (let index = 0; index < 100_000; index++) expect(names.intern(text(index))).toBe(index);
    for (let index = 0; index < 100_000; index += 997)
      expect(names.text(names.lookup(text(index)))).toBe(text(index));
    expect(names.lookup("nobody")).toBe(-1);
  });
});
