import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import {
  type Batch,
  type CarriedFact,
  type DeadEndsFact,
  type Gap,
  gapOf,
  type LostRepliesFact,
  type ReturnsFact,
} from "../../../src/model/index.js";
import { ACCOUNT, acl, batchesOf, nat, peering, subnet, type Told, table } from "./estate.js";
import { attachment, hub, spoke } from "./hub.js";

interface Facts {
  readonly carried: CarriedFact;
  readonly dead_ends: DeadEndsFact;
  readonly lost_replies: LostRepliesFact;
  readonly returns: ReturnsFact;
}

function fact<N extends keyof Facts>(
  answers: readonly Told[],
  [name, of]: readonly [N, string],
  more: readonly Batch[] = [],
): Facts[N] & { gaps: readonly Gap[] } {
  const graph = assemble([...batchesOf(answers), ...more]);
  const { value, gaps } = derive(graph).fact(name, graph.find(of)[0]?.id ?? of);
  return { ...(value as unknown as Facts[N]), gaps };
}

const hiding = (kind: Gap["touches"]["kinds"][number]): { batch: Batch; gap: Gap } => {
  const gap = gapOf({
    reason: "denied",
    message: `${kind} was not shown`,
    at: { source: "aws", uri: "x.json" },
    touches: { kinds: [kind], account: ACCOUNT },
  });
  return { batch: { nodes: [], edges: [], gaps: [gap] }, gap };
};

const A = { name: "a", cidr: "10.1.0.0/16" };
const B = { name: "b", cidr: "10.2.0.0/16" };
const SIDES = { "vpc-a": A.cidr, "vpc-b": B.cidr };

describe("routes to nowhere", () => {
  const ends = (routes: readonly string[], more: readonly Told[] = []) =>
    fact(
      [
        ...spoke({ ...A, routes }),
        ...spoke({ ...B, routes: [] }),
        ...hub(["10.2.0.0/16 tgw-attach-b"]),
        ...more,
      ],
      ["dead_ends", "rtb-a"],
    );
  const told = (routes: readonly string[], more: readonly Told[] = []) =>
    ends(routes, more).routes.map(({ destination, says }) => `${destination}: ${says}`);

  it("are none where a network, or the internet, is behind them", () => {
    expect(told(["10.2.0.0/16 tgw-1", "0.0.0.0/0 igw-a"])).toEqual([]);
    expect(told(["10.2.0.0/16 pcx-1"], [peering("pcx-1", SIDES)])).toEqual([]);
  });

  it("are those whose target carries nothing further", () => {
    expect(told(["10.7.0.0/16 tgw-1"])).toEqual(["10.7.0.0/16: no route to the destination"]);
    expect(told(["10.2.0.0/16 pcx-1"], [peering("pcx-1", SIDES, "pending-acceptance")])).toEqual([
      "10.2.0.0/16: the peering is pending-acceptance",
    ]);
    expect(told(["10.3.0.0/16 pcx-1"], [peering("pcx-1", SIDES)])).toEqual([
      "10.3.0.0/16: the destination is not in the VPC at the other side",
    ]);
    expect(told(["0.0.0.0/0 igw-b"])).toEqual(["0.0.0.0/0: the gateway is not attached to this VPC"]);
  });

  it("are those through a NAT gateway whose own subnet knows no way", () => {
    const inside = [
      nat("nat-1", { vpc: "vpc-a", subnet: "subnet-nat", ip: "10.1.5.9", public: "203.0.113.9" }),
      subnet({ id: "subnet-nat", vpc: "vpc-a", cidr: "10.1.5.0/24" }),
      acl({ id: "acl-nat", vpc: "vpc-a", subnets: ["subnet-nat"] }),
      table({ id: "rtb-nat", vpc: "vpc-a", subnets: ["subnet-nat"], routes: ["10.1.0.0/16 local"] }),
    ];
    expect(told(["0.0.0.0/0 nat-1"], inside)).toEqual(["0.0.0.0/0: no route to the destination"]);
  });

  it("reach something where a part of them does", () => {
    expect(told(["10.0.0.0/8 tgw-1"])).toEqual([]);
  });

  it("are not certain where a target was not collected", () => {
    const { routes, gaps } = ends(["10.9.0.0/16 pcx-gone"]);
    expect(routes).toEqual([]);
    expect(gaps).not.toEqual([]);
  });
});

describe("ways back", () => {
  const estate = (there: readonly string[], back: readonly string[]) => [
    ...spoke({ ...A, routes: there }),
    ...spoke({ ...B, routes: back }),
    ...hub(["10.2.0.0/16 tgw-attach-b", "10.1.0.0/16 tgw-attach-a"]),
    peering("pcx-1", SIDES),
  ];

  it("lead back as they came over one peering or one transit gateway", () => {
    for (const link of ["pcx-1", "tgw-1"]) {
      const { asymmetric, lost, gaps } = fact(estate([`10.2.0.0/16 ${link}`], [`10.1.0.0/16 ${link}`]), [
        "returns",
        "vpc-a",
      ]);
      expect({ asymmetric, lost, gaps }).toEqual({ asymmetric: [], lost: [], gaps: [] });
    }
  });

  it("are asymmetric there by the peering and back by the transit gateway", () => {
    const { asymmetric, lost } = fact(estate(["10.2.0.0/16 pcx-1"], ["10.1.0.0/16 tgw-1"]), [
      "returns",
      "vpc-a",
    ]);
    expect(asymmetric.map(({ to, there, back }) => [to.label, there.label, back.label])).toEqual([
      ["vpc-b", "pcx-1", "tgw-1"],
    ]);
    expect(lost).toEqual([]);
  });

  it("are missing where the other has no route, and only one of both is told of it", () => {
    const answers = estate(["10.2.0.0/16 pcx-1"], []);
    expect(fact(answers, ["returns", "vpc-a"]).lost.map(({ to }) => to.label)).toEqual(["vpc-b"]);
    expect(fact(answers, ["returns", "vpc-b"]).lost).toEqual([]);
  });

  it("are not certain where the tables of the other may be hidden", () => {
    const { batch, gap } = hiding("route-table");
    const { lost, gaps } = fact(estate(["10.2.0.0/16 pcx-1"], []), ["returns", "vpc-a"], [batch]);
    expect({ lost, gaps }).toEqual({ lost: [], gaps: [gap] });
  });
});

describe("what is carried for others", () => {
  const estate = (routes: readonly string[], table: readonly string[]) => [
    ...spoke({ ...A, routes: ["0.0.0.0/0 tgw-1"] }),
    ...spoke({ ...B, routes: table }),
    ...hub(["10.1.0.0/16 tgw-attach-a", "10.2.0.0/16 tgw-attach-b", ...routes]),
  ];

  it("is nothing where only its own addresses are routed into a network", () => {
    expect(fact(estate([], []), ["carried", "tgw-attach-b"]).through).toBeNull();
  });

  it("is the internet where the network sends it on there", () => {
    const carried = fact(estate(["0.0.0.0/0 tgw-attach-b"], ["0.0.0.0/0 igw-b"]), [
      "carried",
      "tgw-attach-b",
    ]);
    expect(carried).toMatchObject({ through: { label: "vpc-b" }, internet: true, gaps: [] });
    expect(carried.onward.map(({ id }) => id)).toEqual(["internet"]);
  });

  it("is nothing where the network has no way on", () => {
    expect(fact(estate(["0.0.0.0/0 tgw-attach-b"], []), ["carried", "tgw-attach-b"]).through).toBeNull();
  });

  it("is not certain where it is not known what the way on does", () => {
    const { through, gaps } = fact(estate(["0.0.0.0/0 tgw-attach-b"], ["0.0.0.0/0 nat-gone"]), [
      "carried",
      "tgw-attach-b",
    ]);
    expect(through).toBeNull();
    expect(gaps).not.toEqual([]);
  });

  it("is, of a line to a data centre, what is for the internet or for another network", () => {
    const line = attachment({ id: "tgw-attach-dc", type: "vpn", resource: "vpn-1" });
    const internet = fact([...estate(["0.0.0.0/0 tgw-attach-dc"], []), line], ["carried", "tgw-attach-dc"]);
    expect(internet).toMatchObject({ through: { label: "tgw-attach-dc" }, internet: true });
    const own = fact([...estate(["192.168.0.0/16 tgw-attach-dc"], []), line], ["carried", "tgw-attach-dc"]);
    expect(own.through).toBeNull();
  });
});

describe("answers that an ACL loses", () => {
  const lost = (
    entries: { in?: readonly string[]; out?: readonly string[] },
    more: readonly Batch[] = [],
  ) => {
    const answers = [
      ...spoke({ ...A, routes: ["10.2.0.0/16 pcx-1"] }),
      ...spoke({ ...B, routes: [] }),
      peering("pcx-1", SIDES),
    ];
    const own = acl({ id: "acl-a", vpc: "vpc-a", subnets: ["subnet-a"], ...entries });
    const others = answers.filter((told) => !JSON.stringify(told).includes('"acl-a"'));
    return fact([...others, own], ["lost_replies", "acl-a"], more);
  };

  it("are none where it is open, or lets some port of clients out", () => {
    expect(lost({}).lost).toEqual([]);
    expect(
      lost({ in: ["100 allow tcp 443 10.2.0.0/16"], out: ["100 allow tcp 1024-65535 10.2.0.0/16"] }).lost,
    ).toEqual([]);
  });

  it("are those of what groups admit and it lets begin, from where a route leads", () => {
    const found = lost({ in: ["100 allow tcp 443 0.0.0.0/0"], out: ["100 allow tcp 443 0.0.0.0/0"] });
    const peers = [
      "10.1.1.0/24",
      "10.1.2.0/23",
      "10.1.4.0/22",
      "10.1.8.0/21",
      "10.1.16.0/20",
      "10.1.32.0/19",
      "10.1.64.0/18",
      "10.1.128.0/17",
      "10.2.0.0/16",
    ];
    expect(found.lost.map((one) => [one.direction, one.protocol, one.from, one.peers, one.at.label])).toEqual(
      [
        ["ingress", "tcp", 443, peers, "eni-a"],
        ["egress", "tcp", 443, peers, "eni-a"],
      ],
    );
  });

  it("are none of what the ACL does not let begin, and of whom no route leads to", () => {
    expect(lost({ in: [], out: [] }).lost).toEqual([]);
    expect(lost({ in: ["100 allow tcp 443 10.7.0.0/16"], out: [] }).lost).toEqual([]);
  });

  it("are not certain where interfaces or rules may be hidden", () => {
    const { batch, gap } = hiding("interface");
    expect(lost({}, [batch]).gaps).toContainEqual(gap);
  });
});
