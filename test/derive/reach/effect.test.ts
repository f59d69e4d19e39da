import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import { type Batch, type EffectFact, gapOf } from "../../../src/model/index.js";
import {
  ACCOUNT,
  acl,
  batchesOf,
  card,
  group,
  internetGateway,
  subnet,
  type Told,
  table,
  vpc,
} from "./estate.js";

/** Two cards behind one group, one of them public; what the ACL lets in is given. */
function estate({ rules = ["tcp 22 0.0.0.0/0 ::/0"], entries, cards }: Partial<World> = {}): Told[] {
  return [
    vpc("vpc-1", "10.0.0.0/16"),
    internetGateway("igw-1", "vpc-1"),
    subnet({ id: "subnet-1", vpc: "vpc-1", cidr: "10.0.0.0/24" }),
    acl({
      id: "acl-1",
      vpc: "vpc-1",
      subnets: ["subnet-1"],
      ...(entries === undefined ? {} : { in: entries }),
    }),
    table({
      id: "rtb-1",
      vpc: "vpc-1",
      subnets: ["subnet-1"],
      routes: ["10.0.0.0/16 local", "0.0.0.0/0 igw-1"],
    }),
    group("sg-1", "vpc-1", { in: rules }),
    ...(cards ?? [PRIVATE, PUBLIC]),
  ];
}

interface World {
  readonly rules: readonly string[];
  readonly entries: readonly string[];
  readonly cards: readonly Told[];
}

const place = { vpc: "vpc-1", subnet: "subnet-1", groups: ["sg-1"] };
const PRIVATE = card({ id: "eni-1", ip: "10.0.0.10", ...place });
const PUBLIC = card({ id: "eni-2", ip: "10.0.0.11", public: "203.0.113.7", ...place });

function effect(answers: readonly Told[], more: readonly Batch[] = [], name = "sg-1"): EffectFact {
  const graph = assemble([...batchesOf(answers), ...more]);
  const { value, gaps } = derive(graph).fact("effect", graph.find(name)[0]?.id ?? "");
  // It says how much an opening matters, never whether it is one: no pass hangs on it.
  expect(gaps).toEqual([]);
  return value as EffectFact;
}

describe("the effect of a filter", () => {
  it("is the way of the internet to one of those behind it, in the family in which there is one", () => {
    const { certain, paths, uncertain } = effect(estate());
    expect(certain).toBe(true);
    expect(paths.map(({ family, protocol, from, to, at }) => [family, protocol, from, to, at.label])).toEqual(
      [["ipv4", "tcp", 22, 22, "eni-2"]],
    );
    expect(paths[0]?.trace[0]).toEqual({ id: "internet", label: "internet" });
    expect(uncertain).toEqual([]);
  });

  it("is none where nothing behind it is public, where an ACL refuses, and where nothing is behind it", () => {
    const none = { certain: true, paths: [], uncertain: [] };
    expect(effect(estate({ cards: [PRIVATE] }))).toEqual(none);
    expect(effect(estate({ entries: ["90 deny tcp 22 0.0.0.0/0", "100 allow all 0.0.0.0/0"] }))).toEqual(
      none,
    );
    expect(effect(estate({ cards: [] }))).toEqual(none);
  });

  it("is of each service what the ACL leaves of it", () => {
    const entries = ["90 deny tcp 22 0.0.0.0/0", "100 allow all 0.0.0.0/0"];
    const { paths } = effect(estate({ rules: ["tcp 20-25 0.0.0.0/0"], entries }));
    expect(paths.map(({ from, to }) => [from, to])).toEqual([
      [20, 21],
      [23, 25],
    ]);
  });

  it("is uncertain where few addresses get through", () => {
    const { paths, uncertain } = effect(estate({ entries: ["100 allow tcp 22 198.51.100.0/24"] }));
    expect(paths).toEqual([]);
    expect(uncertain).toEqual([{ family: "ipv4", protocol: "tcp", from: 22, to: 22 }]);
  });

  it("asks nothing where the filter admits nobody from the internet", () => {
    expect(effect(estate({ rules: ["tcp 22 10.0.0.0/8", "tcp 23 198.51.100.0/24"] }))).toEqual({
      certain: true,
      paths: [],
      uncertain: [],
    });
  });

  it("is not certain where interfaces may be hidden, where addresses are not told, and of an ACL", () => {
    const denied = gapOf({
      reason: "denied",
      message: "interfaces were not shown",
      at: { source: "aws", uri: "x.json" },
      touches: { kinds: ["interface"], account: ACCOUNT },
    });
    const unseen = effect(estate({ cards: [PRIVATE] }), [{ nodes: [], edges: [], gaps: [denied] }]);
    expect(unseen.certain).toBe(false);
    expect(effect(estate(), [], "acl-1").certain).toBe(false);
  });

  it("is uncertain where the routes are not known", () => {
    const answers = estate().filter(({ operation }) => operation !== "DescribeRouteTables");
    const { certain, paths, uncertain } = effect(answers);
    expect({ certain, paths }).toEqual({ certain: true, paths: [] });
    expect(uncertain).toEqual([{ family: "ipv4", protocol: "tcp", from: 22, to: 22 }]);
  });
});
