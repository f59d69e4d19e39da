import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachability } from "../../src/derive/index.js";
import { applyChanges, assemble, type Graph } from "../../src/graph/index.js";
import type { Change, Question } from "../../src/model/index.js";
import {
  acl,
  batchesOf,
  card,
  group,
  internetGateway,
  subnet,
  type Told,
  table,
  vpc,
} from "../derive/reach/estate.js";

/** Rules over a universe so small that they meet. */
const block = fc.constantFrom(
  "0.0.0.0/0",
  "0.0.0.0/1",
  "10.0.1.0/24",
  "10.0.2.10/32",
  "10.0.0.0/16",
  "198.51.100.0/24",
);
const ports = fc.constantFrom("22", "443", "20-25", "0-65535");
const rule = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom("tcp", "udp"), ports, block).map((parts) => parts.join(" ")),
  },
  { weight: 1, arbitrary: block.map((cidr) => `all ${cidr}`) },
  { weight: 1, arbitrary: fc.constantFrom("tcp 22 sg-0", "all sg-1", "tcp 443 sg-2") },
);
const entries = fc
  .array(
    fc.tuple(
      fc.constantFrom("allow", "allow", "deny"),
      fc.constantFrom(
        "all 0.0.0.0/0",
        "tcp 22 0.0.0.0/0",
        "tcp 20-25 198.51.100.0/24",
        "tcp 443 10.0.0.0/16",
      ),
    ),
    { maxLength: 3 },
  )
  .map((list) => [
    ...list.map(([action, text], index) => `${index + 1} ${action} ${text}`),
    "100 allow all 0.0.0.0/0",
  ]);

interface World {
  readonly groups: readonly (readonly string[])[];
  readonly guards: readonly (readonly number[])[];
  readonly acls: readonly (readonly string[])[];
}

const world: fc.Arbitrary<World> = fc.record({
  groups: fc.array(fc.array(rule, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
  guards: fc.array(fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  acls: fc.tuple(entries, entries),
});

/** Three cards in two subnets, each behind one or two of three groups. */
function told({ groups, guards, acls }: World): Told[] {
  return [
    vpc("vpc-1", "10.0.0.0/16"),
    internetGateway("igw-1", "vpc-1"),
    table({
      id: "rtb-1",
      vpc: "vpc-1",
      subnets: ["subnet-0", "subnet-1"],
      routes: ["10.0.0.0/16 local", "0.0.0.0/0 igw-1"],
    }),
    ...[0, 1].flatMap((index) => [
      subnet({ id: `subnet-${index}`, vpc: "vpc-1", cidr: `10.0.${index + 1}.0/24` }),
      acl({ id: `acl-${index}`, vpc: "vpc-1", subnets: [`subnet-${index}`], in: acls[index] ?? [] }),
    ]),
    ...groups.map((rules, index) => group(`sg-${index}`, "vpc-1", { in: [...new Set(rules)] })),
    ...guards.map((of, index) =>
      card({
        ...{
          id: `eni-${index}`,
          vpc: "vpc-1",
          subnet: `subnet-${index % 2}`,
          ip: `10.0.${(index % 2) + 1}.${index + 9}`,
        },
        ...{ groups: of.map((each) => `sg-${each}`), public: `203.0.113.${index + 10}` },
      }),
    ),
  ];
}

const ENDS: readonly Question["from"][] = [
  { internet: true },
  { cidr: "198.51.100.0/24" },
  { id: "eni-0" },
  { id: "eni-1" },
];
const question = fc.record({
  from: fc.constantFrom(...ENDS),
  to: fc.constantFrom<Question["to"]>({ id: "eni-0" }, { id: "eni-1" }, { id: "eni-2" }),
  protocol: fc.constantFrom("tcp", "tcp", "udp"),
  port: fc.constantFrom(22, 443),
});

const verdict = (graph: Graph, asked: Question) => reachability(graph).answer(asked).verdict;
const isOpen = (graph: Graph, changes: readonly Change[], asked: Question) =>
  /reaches|unknown/.test(verdict(changes.length === 0 ? graph : applyChanges(graph, changes), asked));

function subsetsOf<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    subsetsOf(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

describe("laws of the least change", () => {
  it("it closes, keeps what is required, and none of its parts does", () => {
    let found = 0;
    fc.assert(
      fc.property(world, question, fc.array(question, { maxLength: 3 }), (given, asked, flows) => {
        const graph = assemble(batchesOf(told(given)));
        const required = flows.filter((flow) => verdict(graph, flow) === "reaches");
        const { change, steps } = reachability(graph).close(asked, required);
        expect(change.outcome).not.toBe("unknown");
        expect(change.outcome === "closed").toBe(!isOpen(graph, [], asked));
        if (change.outcome !== "found") return;
        found++;
        const changed = applyChanges(graph, steps.flat());
        expect(verdict(changed, asked)).not.toMatch(/reaches|unknown/);
        expect(change.after?.verdict).toBe(verdict(changed, asked));
        for (const flow of required) expect(verdict(changed, flow)).toBe("reaches");
        for (let size = 0; size < steps.length; size++)
          for (const some of subsetsOf(steps, size)) expect(isOpen(graph, some.flat(), asked)).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(30);
  });

  it("no fewer rules taken away at the target would close it, and where nothing is required it is always found", () => {
    fc.assert(
      fc.property(world, question, (given, asked) => {
        const graph = assemble(batchesOf(told(given)));
        const { change, steps } = reachability(graph).close(asked, []);
        expect(change.outcome).not.toBe("none");
        if (change.edits.some(({ kind }) => kind !== "group-rule") || steps.length === 0) return;
        const rules = graph
          .ids("rule")
          .filter((id) => id.includes(":security-group/") && id.includes("#ingress/"));
        const at = { source: "test", uri: "test" };
        for (const some of subsetsOf(rules, steps.length - 1)) {
          const changes = some.map((target): Change => ({ op: "remove", target, kind: "rule", at }));
          expect(isOpen(graph, changes, asked)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("what a rule becomes admits nothing that it did not: no way is new", () => {
    fc.assert(
      fc.property(world, question, fc.array(question, { maxLength: 2 }), (given, asked, required) => {
        const graph = assemble(batchesOf(told(given)));
        const { steps } = reachability(graph).close(asked, required);
        const changed = applyChanges(graph, steps.flat());
        for (const from of ENDS)
          for (const to of ["eni-0", "eni-1", "eni-2"])
            for (const port of [21, 22, 443, 3000]) {
              const flow: Question = { from, to: { id: to }, protocol: "tcp", port };
              if (verdict(changed, flow) === "reaches") expect(verdict(graph, flow)).toBe("reaches");
            }
      }),
      { numRuns: 30 },
    );
  });
});
