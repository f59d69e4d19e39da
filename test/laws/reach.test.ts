import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachability } from "../../src/derive/index.js";
import { assemble } from "../../src/graph/index.js";
import type { Question } from "../../src/model/index.js";
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
  "10.0.1.0/24",
  "10.0.2.0/24",
  "10.0.2.10/32",
  "10.0.0.0/16",
  "198.51.100.0/24",
);
const ports = fc.constantFrom("22", "443", "20-25", "0-65535", "1024-65535");
const rule = fc.oneof(
  fc.tuple(fc.constantFrom("tcp", "udp"), ports, block).map((parts) => parts.join(" ")),
  block.map((cidr) => `all ${cidr}`),
  block.map((cidr) => `icmp ${cidr}`),
);
const entries = fc
  .array(fc.tuple(fc.constantFrom("allow", "deny"), rule), { maxLength: 4 })
  .map((list) => list.map(([action, text], index) => `${(index + 1) * 10} ${action} ${text}`));

interface World {
  readonly groups: readonly (readonly string[])[];
  readonly out: readonly string[];
  readonly acls: readonly { readonly in: readonly string[]; readonly out: readonly string[] }[];
  readonly open: readonly boolean[];
}

const world: fc.Arbitrary<World> = fc.record({
  groups: fc.tuple(fc.array(rule, { maxLength: 3 }), fc.array(rule, { maxLength: 3 })),
  out: fc.array(rule, { minLength: 1, maxLength: 3 }),
  acls: fc.tuple(fc.record({ in: entries, out: entries }), fc.record({ in: entries, out: entries })),
  open: fc.tuple(fc.boolean(), fc.boolean()),
});

/** Two subnets, a card in each, an internet gateway. */
function told({ groups, out, acls, open }: World): Told[] {
  return [
    vpc("vpc-1", "10.0.0.0/16"),
    internetGateway("igw-1", "vpc-1"),
    ...[0, 1].flatMap((index) => {
      const name = `subnet-${index}`;
      return [
        subnet({ id: name, vpc: "vpc-1", cidr: `10.0.${index + 1}.0/24` }),
        acl({
          id: `acl-${index}`,
          vpc: "vpc-1",
          subnets: [name],
          in: acls[index]?.in ?? [],
          out: acls[index]?.out ?? [],
        }),
        group(`sg-${index}`, "vpc-1", { in: groups[index] ?? [], out }),
        table({
          id: `rtb-${index}`,
          vpc: "vpc-1",
          subnets: [name],
          routes: ["10.0.0.0/16 local", ...(open[index] === true ? ["0.0.0.0/0 igw-1"] : [])],
        }),
        card({
          ...{
            id: `eni-${index}`,
            vpc: "vpc-1",
            subnet: name,
            ip: `10.0.${index + 1}.10`,
            groups: [`sg-${index}`],
          },
          public: `203.0.113.${index + 10}`,
        }),
      ];
    }),
  ];
}

const QUESTIONS: readonly Question[] = [
  { from: { ip: "10.0.1.10" }, to: { ip: "10.0.2.10" } },
  { from: { internet: true as const }, to: { id: "eni-0" } },
  { from: { ip: "198.51.100.7" }, to: { ip: "203.0.113.11" } },
  { from: { ip: "10.0.2.10" }, to: { ip: "8.8.8.8" } },
].flatMap((ends) => [
  { ...ends, protocol: "tcp", port: 22 },
  { ...ends, protocol: "udp", port: 443 },
  { ...ends, protocol: "icmp" },
]);

function reached(answers: readonly Told[]): boolean[] {
  const reach = reachability(assemble(batchesOf(answers)));
  return QUESTIONS.map((question) => reach.answer(question).verdict === "reaches");
}

describe("laws of reachability", () => {
  it("one more permit never takes a way", () => {
    fc.assert(
      fc.property(world, rule, fc.boolean(), (before, more, first) => {
        const groups = before.groups.map((rules, index) =>
          (index === 0) === first ? [...rules, more] : rules,
        );
        const [was, is] = [reached(told(before)), reached(told({ ...before, groups }))];
        for (const [index, way] of was.entries()) expect(!way || is[index]).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("one more refusal never makes a way", () => {
    fc.assert(
      fc.property(world, rule, fc.integer({ min: 1, max: 60 }), (before, more, number) => {
        const acls = before.acls.map((each, index) =>
          index === 1 ? { ...each, in: [`${number * 10 + 5} deny ${more}`, ...each.in] } : each,
        );
        const [was, is] = [reached(told(before)), reached(told({ ...before, acls }))];
        for (const [index, way] of is.entries()) expect(!way || was[index]).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("the order in which the estate is told has no meaning", () => {
    fc.assert(
      fc.property(world, fc.integer(), (given, seed) => {
        const answers = told(given);
        const turned = [...answers].sort(
          (a, b) => ((JSON.stringify(a).length * seed) % 7) - ((JSON.stringify(b).length * seed) % 7),
        );
        expect(reached(turned)).toEqual(reached(answers));
      }),
      { numRuns: 40 },
    );
  });

  it("a rule taken away and put back restores every answer, traces too", () => {
    fc.assert(
      fc.property(world, (given) => {
        const ask = (answers: readonly Told[]) => {
          const reach = reachability(assemble(batchesOf(answers)));
          return QUESTIONS.map((question) => reach.answer(question));
        };
        expect(ask(told({ ...given, groups: [...given.groups.map((rules) => [...rules])] }))).toEqual(
          ask(told(given)),
        );
      }),
      { numRuns: 20 },
    );
  });
});
