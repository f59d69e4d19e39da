import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followingReachability, reachability } from "../../src/derive/index.js";
import { applyChanges, assemble, differenceOf, type Graph } from "../../src/graph/index.js";
import { type Change, canonicalJson, type Question } from "../../src/model/index.js";
import {
  acl,
  batchesOf,
  card,
  group,
  internetGateway,
  peering,
  subnet,
  type Told,
  table,
  vpc,
} from "../derive/reach/estate.js";

const block = fc.constantFrom("0.0.0.0/0", "10.0.0.0/16", "10.1.0.0/16", "10.0.1.10/32", "198.51.100.0/24");
const rule = fc.oneof(
  fc.tuple(fc.constantFrom("22", "443", "0-65535"), block).map(([port, cidr]) => `tcp ${port} ${cidr}`),
  fc.constantFrom("tcp 22 sg-0-0", "all sg-1-0", "icmp 0.0.0.0/0"),
);
const rules = fc.array(rule, { maxLength: 3 });
const world = fc.record({
  in: fc.tuple(rules, rules, rules, rules),
  out: rules,
  acl: fc.array(fc.tuple(fc.constantFrom("allow", "deny"), block), { maxLength: 3 }),
  open: fc.tuple(fc.boolean(), fc.boolean()),
  joined: fc.boolean(),
  cards: fc.integer({ min: 1, max: 3 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** Two VPCs with two groups and a few cards each; a peering, perhaps. */
function told(of: World): Told[] {
  return [
    ...(of.joined ? [peering("pcx-1", { "vpc-0": "10.0.0.0/16", "vpc-1": "10.1.0.0/16" })] : []),
    ...[0, 1].flatMap((index) => [
      vpc(`vpc-${index}`, `10.${index}.0.0/16`),
      internetGateway(`igw-${index}`, `vpc-${index}`),
      subnet({ id: `subnet-${index}`, vpc: `vpc-${index}`, cidr: `10.${index}.1.0/24` }),
      acl({
        id: `acl-${index}`,
        vpc: `vpc-${index}`,
        subnets: [`subnet-${index}`],
        in: [
          ...of.acl.map(([action, cidr], at) => `${at * 10 + 10} ${action} all ${cidr}`),
          "90 allow all 0.0.0.0/0",
        ],
        out: ["100 allow all 0.0.0.0/0"],
      }),
      ...[0, 1].map((number) =>
        group(`sg-${index}-${number}`, `vpc-${index}`, { in: of.in[index * 2 + number] ?? [], out: of.out }),
      ),
      table({
        id: `rtb-${index}`,
        vpc: `vpc-${index}`,
        subnets: [`subnet-${index}`],
        routes: [
          `10.${index}.0.0/16 local`,
          ...(of.joined ? [`10.${1 - index}.0.0/16 pcx-1`] : []),
          ...(of.open[index] === true ? [`0.0.0.0/0 igw-${index}`] : []),
        ],
      }),
      ...Array.from({ length: of.cards }, (_, number) =>
        card({
          ...{ id: `eni-${index}-${number}`, vpc: `vpc-${index}`, subnet: `subnet-${index}` },
          ...{ ip: `10.${index}.1.${10 + number}`, groups: [`sg-${index}-${number % 2}`] },
          public: `203.0.113.${index * 100 + number + 1}`,
        }),
      ),
    ]),
  ];
}

const at = { source: "test", uri: "change" };

/** What must be done to the first estate so that it is the second. */
function changes(before: Graph, after: readonly Told[]): Change[] {
  const batches = batchesOf(after);
  const nodes = batches.flatMap((batch) => batch.nodes);
  const there = new Set(nodes.map(({ id }) => id));
  const gone = before.kinds().flatMap((kind) =>
    before
      .ids(kind)
      .filter((id) => !there.has(id))
      .map((id) => ({ kind, id })),
  );
  const put = batches.flatMap((batch) => {
    const fresh = batch.nodes.filter((node) => canonicalJson(before.node(node.id)) !== canonicalJson(node));
    const ids = new Set(fresh.map(({ id }) => id));
    return { nodes: fresh, edges: batch.edges.filter(({ from }) => ids.has(from)) };
  });
  return [
    ...gone.map(({ kind, id }): Change => ({ op: "remove", target: id, kind, at })),
    ...put.filter(({ nodes: some }) => some.length > 0).map((each): Change => ({ op: "put", ...each, at })),
  ];
}

const QUESTIONS: readonly Question[] = [
  { from: { internet: true as const }, to: { id: "eni-0-0" } },
  { from: { ip: "10.0.1.10" }, to: { ip: "10.1.1.10" } },
  { from: { ip: "10.1.1.10" }, to: { ip: "8.8.8.8" } },
].flatMap((ends) => [
  { ...ends, protocol: "tcp", port: 22 },
  { ...ends, protocol: "icmp" },
]);

describe("following an estate that changes", () => {
  it("answers as if it were asked for the first time, there and back again", () => {
    fc.assert(
      fc.property(world, world, (first, second) => {
        const before = assemble(batchesOf(told(first)));
        const after = applyChanges(before, changes(before, told(second)));
        const reach = followingReachability(before);
        const said = (one: Pick<typeof reach, "answer" | "exposed">) => ({
          exposed: one.exposed(),
          answers: QUESTIONS.map((question) => one.answer(question)),
        });
        for (const graph of [before, after, before, before]) {
          reach.moveTo(graph);
          expect(said(reach)).toEqual(said(reachability(graph)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("sees no difference where there is none, and names what came and went", () => {
    const [first] = fc.sample(world, { numRuns: 1, seed: 7 }) as [World];
    const before = assemble(batchesOf(told({ ...first, in: [["tcp 22 0.0.0.0/0"], [], [], []] })));
    expect(differenceOf(before, applyChanges(before, []))).toEqual({ names: new Set(), kinds: new Set() });
    const [gone] = before.ids("rule").filter((id) => before.node(id)?.label.includes("22"));
    const closed = applyChanges(before, [{ op: "remove", target: gone ?? "", kind: "rule", at }]);
    const found = differenceOf(before, closed);
    expect(found?.kinds).toEqual(new Set(["rule"]));
    expect(found?.names).toContain(gone);
    const [owner] = before.step(gone ?? "", "filter")?.ids ?? [];
    expect(found?.names).toContain(owner);
    expect(differenceOf(before, assemble(batchesOf(told(first))))).toBeUndefined();
  });
});
