import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import { assemble, type Graph } from "../../../src/graph/index.js";
import { type Batch, type EgressFact, gapOf, type ReachFact } from "../../../src/model/index.js";
import {
  acl,
  batchesOf,
  card,
  group,
  internetGateway,
  nat,
  subnet,
  type Told,
  table,
  vpc,
} from "./estate.js";

/** A public subnet with two alike cards, a private one behind a NAT gateway. */
const ESTATE: readonly Told[] = [
  vpc("vpc-1", "10.0.0.0/16"),
  internetGateway("igw-1", "vpc-1"),
  nat("nat-1", { vpc: "vpc-1", subnet: "subnet-0", ip: "10.0.0.5", public: "203.0.113.5" }),
  ...[0, 1].flatMap((index) => [
    subnet({ id: `subnet-${index}`, vpc: "vpc-1", cidr: `10.0.${index}.0/24` }),
    acl({ id: `acl-${index}`, vpc: "vpc-1", subnets: [`subnet-${index}`] }),
    table({
      id: `rtb-${index}`,
      vpc: "vpc-1",
      subnets: [`subnet-${index}`],
      routes: ["10.0.0.0/16 local", `0.0.0.0/0 ${["igw-1", "nat-1"][index]}`],
    }),
  ]),
  group("sg-1", "vpc-1", { in: ["tcp 22 0.0.0.0/0"], out: ["tcp 443 0.0.0.0/0", "tcp 25 0.0.0.0/0"] }),
  ...[10, 11, 12].map((host) =>
    card({
      ...{ id: `eni-${host}`, vpc: "vpc-1", subnet: "subnet-0", ip: `10.0.0.${host}`, groups: ["sg-1"] },
      ...(host === 12 ? {} : { public: `203.0.113.${host}` }),
    }),
  ),
  card({ id: "eni-20", vpc: "vpc-1", subnet: "subnet-1", ip: "10.0.1.20", groups: ["sg-1"] }),
];

function facts(answers: readonly Told[], more: readonly Batch[] = []) {
  const graph = assemble([...batchesOf(answers), ...more]);
  const derived = derive(graph);
  const idOf = (name: string) => (graph as Graph).find(name)[0]?.id ?? "";
  return {
    reach: (name: string) => {
      const { value, gaps } = derived.fact("reach", idOf(name));
      return { ...(value as ReachFact), gaps };
    },
    egress: (name: string) => {
      const { value, gaps } = derived.fact("egress", idOf(name));
      return { ...(value as EgressFact), gaps };
    },
    idOf,
  };
}

describe("what a card opens on the internet", () => {
  it("is what its groups let out, by its own address or the NAT gateway's", () => {
    const { egress } = facts(ESTATE);
    const ports = (name: string) => egress(name).openings.map(({ from, to, breadth }) => [from, to, breadth]);
    const open = [
      [25, 25, "internet"],
      [443, 443, "internet"],
    ];
    expect(ports("eni-10")).toEqual(open);
    expect(ports("eni-20")).toEqual(open);
    expect(ports("eni-12")).toEqual([]);
    const [opening] = egress("eni-20").openings;
    expect(opening?.trace.map(({ label }) => label)).toContain("nat-1");
    expect(opening?.cause.label).toContain("egress tcp 25");
  });

  it("is worked out once for cards of a class, and told of each by its name", () => {
    const { egress, reach, idOf } = facts(ESTATE);
    const alone = facts(ESTATE);
    egress("eni-10");
    reach("eni-10");
    for (const name of ["eni-11", "eni-12", "eni-20"]) {
      expect(egress(name)).toEqual(alone.egress(name));
      expect(reach(name)).toEqual(alone.reach(name));
    }
    const [opening] = egress("eni-11").openings;
    expect(opening?.trace[0]?.id).toBe(idOf("eni-11"));
    expect(JSON.stringify(opening)).not.toContain("eni-10");
  });

  it("is another where an entry of an ACL names one of the cards", () => {
    const entries = ["90 deny tcp 25 10.0.0.11/32", "100 allow all 0.0.0.0/0"];
    const answers = ESTATE.map((told) =>
      told.operation === "DescribeNetworkAcls" && JSON.stringify(told).includes("acl-0")
        ? acl({ id: "acl-0", vpc: "vpc-1", subnets: ["subnet-0"], out: entries })
        : told,
    );
    const { egress } = facts(answers);
    expect(egress("eni-10").openings).toHaveLength(2);
    expect(egress("eni-11").openings).toHaveLength(2);
  });

  it("is not certain where the groups of the one card are not all known, and is of the others", () => {
    const { idOf } = facts(ESTATE);
    const hidden = gapOf({
      reason: "dangling",
      message: "a group was not found",
      at: { source: "aws", uri: "x.json" },
      touches: { nodes: [idOf("eni-11")], relations: ["filters"] },
    });
    const { egress, reach } = facts(ESTATE, [{ nodes: [], edges: [], gaps: [hidden] }]);
    expect(egress("eni-10").gaps).toEqual([]);
    expect(egress("eni-11").gaps).toEqual([hidden]);
    expect(reach("eni-10").gaps).toEqual([]);
    expect(reach("eni-11").gaps).toEqual([hidden]);
  });
});
