import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placements } from "../../../src/derive/placement/placement.js";
import type { Placement } from "../../../src/model/index.js";
import { DataEstate } from "./estate.js";

const REGIONS = ["eu-central-1", "eu-west-2", "us-east-1", "ap-northeast-1"];

/** Copies of earlier ones, and rules between stores. */
const plan = fc.record({
  stores: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
  copies: fc.array(fc.tuple(fc.nat(9), fc.nat(3)), { maxLength: 8 }),
  rules: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 6 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

function estateOf({ stores, copies, rules }: Plan): DataEstate {
  const estate = new DataEstate();
  const region = (index: number) => ({ region: REGIONS[index % REGIONS.length] ?? "eu-west-1" });
  for (const [index, at] of stores.entries()) estate.store(`store-${index}`, "aws.bucket", {}, region(at));
  for (const [index, [of, at]] of copies.entries()) {
    const source = of < index ? `copy-${of}` : `store-${of % stores.length}`;
    estate.copy(`copy-${index}`, source, region(at));
  }
  for (const [index, [from, to, standing]] of rules.entries())
    estate.rule(`rule-${index}`, standing ? "aws.global-table" : "aws.bucket-replication-rule", {
      sources: [`store-${from % stores.length}`],
      destinations: [{ region: null, account: null, store: `store-${to % stores.length}` }],
    });
  return estate;
}

const told = (estate: DataEstate, nodes = estate.nodes) =>
  placements(estate.graph(nodes), undefined)("store-0").value as unknown as Placement;
const names = ({ places }: Placement) => places.map(({ how, name }) => `${how} ${name}`);

describe("laws of placement", () => {
  it("adding a copy never removes a place", () => {
    fc.assert(
      fc.property(plan, fc.nat(9), fc.nat(3), (some, of, at) => {
        const before = names(told(estateOf(some)));
        const after = names(told(estateOf({ ...some, copies: [...some.copies, [of, at]] })));
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it("adding a rule never removes a place, though where data went it may lie now", () => {
    const only = (fact: Placement) => fact.places.map(({ name }) => name);
    fc.assert(
      fc.property(plan, fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), (some, rule) => {
        const before = only(told(estateOf(some)));
        const after = only(told(estateOf({ ...some, rules: [...some.rules, rule] })));
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it("the order of nodes does not matter", () => {
    fc.assert(
      fc.property(plan, (some) => {
        const estate = estateOf(some);
        expect(told(estate, [...estate.nodes].reverse())).toEqual(told(estate));
      }),
    );
  });
});
