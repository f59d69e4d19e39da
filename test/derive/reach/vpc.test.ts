import { describe, expect, it } from "vitest";
import {
  acl,
  card,
  Estate,
  egressOnly,
  group,
  internetGateway,
  nat,
  peering,
  prefixList,
  subnet,
  type Told,
  table,
  vpc,
} from "./estate.js";

/** Two subnets of one VPC: a public one with a web server, a private one with a database. */
function shop(
  more: { web?: readonly string[]; db?: readonly string[]; acl?: Partial<Parameters<typeof acl>[0]> } = {},
): Told[] {
  return [
    vpc("vpc-1", "10.0.0.0/16"),
    subnet({ id: "subnet-pub", vpc: "vpc-1", cidr: "10.0.1.0/24" }),
    subnet({ id: "subnet-priv", vpc: "vpc-1", cidr: "10.0.2.0/24" }),
    internetGateway("igw-1", "vpc-1"),
    nat("nat-1", { vpc: "vpc-1", subnet: "subnet-pub", ip: "10.0.1.200", public: "203.0.113.200" }),
    table({
      id: "rtb-pub",
      vpc: "vpc-1",
      subnets: ["subnet-pub"],
      routes: ["10.0.0.0/16 local", "0.0.0.0/0 igw-1"],
    }),
    table({
      id: "rtb-priv",
      vpc: "vpc-1",
      subnets: ["subnet-priv"],
      routes: ["10.0.0.0/16 local", "0.0.0.0/0 nat-1"],
    }),
    acl({ id: "acl-pub", vpc: "vpc-1", subnets: ["subnet-pub"] }),
    acl({ id: "acl-priv", vpc: "vpc-1", subnets: ["subnet-priv"], ...more.acl }),
    group("sg-web", "vpc-1", { in: more.web ?? ["tcp 443 0.0.0.0/0"] }),
    group("sg-db", "vpc-1", { in: more.db ?? ["tcp 5432 sg-web"] }),
    card({
      id: "eni-web",
      vpc: "vpc-1",
      subnet: "subnet-pub",
      ip: "10.0.1.10",
      groups: ["sg-web"],
      public: "203.0.113.10",
    }),
    card({ id: "eni-db", vpc: "vpc-1", subnet: "subnet-priv", ip: "10.0.2.10", groups: ["sg-db"] }),
  ];
}

describe("a VPC with a public and a private subnet", () => {
  const estate = new Estate(shop());

  it.each([
    ["tcp 443 internet → eni-web", "reaches"],
    ["tcp 443 8.8.8.8 → 203.0.113.10", "reaches"],
    ["tcp 22 internet → eni-web", "filtered"],
    ["tcp 5432 10.0.1.10 → 10.0.2.10", "reaches"],
    ["tcp 5433 10.0.1.10 → 10.0.2.10", "filtered"],
    ["tcp 5432 internet → eni-db", "unrouted"],
    // Out through the NAT gateway, and not in through it.
    ["tcp 443 10.0.2.10 → 8.8.8.8", "reaches"],
    ["udp 53 10.0.2.10 → 8.8.8.8", "reaches"],
    ["icmp 10.0.2.10 → 8.8.8.8", "reaches"],
    ["sctp 9 10.0.2.10 → 8.8.8.8", "unrouted"],
    ["tcp 443 8.8.8.8 → 203.0.113.200", "filtered"],
    ["tcp 443 10.0.2.10 → 192.168.7.7", "unrouted"],
    ["tcp 443 10.0.1.10 → internet", "reaches"],
    // Nobody has the address.
    ["tcp 443 10.0.1.10 → 10.0.2.99", "unrouted"],
  ])("%s: %s", (question, verdict) => {
    expect(estate.verdict(question)).toBe(verdict);
  });

  it("tells the way there and back, with what decides", () => {
    expect(estate.hops("tcp 443 10.0.2.10 → 8.8.8.8")).toEqual([
      "there leaves eni-db",
      "there passes sg-db",
      "there passes acl-priv",
      "there routed rtb-priv",
      "there passes acl-pub",
      "there translated nat-1",
      "there passes acl-pub",
      "there routed rtb-pub",
      "there translated igw-1",
      "there arrives internet",
      "back leaves internet",
      "back translated igw-1",
      "back passes acl-pub",
      "back translated nat-1",
      "back passes acl-pub",
      "back routed rtb-pub",
      "back passes acl-priv",
      "back arrives eni-db",
    ]);
  });

  it("quotes the rule and the packet", () => {
    const { trace } = estate.ask({
      from: { ip: "10.0.1.10" },
      to: { ip: "10.0.2.10" },
      protocol: "tcp",
      port: 5432,
    });
    const admitted = trace.find(({ by }) => by?.label.includes("5432"));
    expect(admitted?.by?.at).toMatchObject({ call: "ec2:DescribeSecurityGroups" });
    expect(admitted?.packet).toMatchObject({
      source: "10.0.1.10",
      destination: "10.0.2.10",
      destinationPort: 5432,
    });
  });
});

describe("a network ACL", () => {
  it("that forgets the ephemeral ports loses the answer", () => {
    const estate = new Estate(shop({ acl: { out: ["100 allow tcp 443 0.0.0.0/0"] } }));
    expect(estate.verdict("tcp 5432 10.0.1.10 → 10.0.2.10")).toBe("no-return");
    expect(
      estate.ask({ from: { ip: "10.0.1.10" }, to: { ip: "10.0.2.10" }, protocol: "tcp", port: 5432 }).says,
    ).toMatch(/acl-priv/);
  });

  it("is taken in order: a deny before a wider allow, and behind it", () => {
    const rules = ["100 deny tcp 5432 10.0.1.0/24", "200 allow all 0.0.0.0/0"];
    expect(new Estate(shop({ acl: { in: rules } })).verdict("tcp 5432 10.0.1.10 → 10.0.2.10")).toBe(
      "filtered",
    );
    const turned = ["100 allow all 0.0.0.0/0", "200 deny tcp 5432 10.0.1.0/24"];
    expect(new Estate(shop({ acl: { in: turned } })).verdict("tcp 5432 10.0.1.10 → 10.0.2.10")).toBe(
      "reaches",
    );
  });

  it("needs one source port that passes both ways", () => {
    const narrow = { in: ["100 allow tcp 0-65535 0.0.0.0/0"], out: ["100 allow tcp 40000-50000 0.0.0.0/0"] };
    const estate = new Estate(shop({ acl: narrow }));
    expect(estate.verdict("tcp 5432 10.0.1.10 → 10.0.2.10")).toBe("reaches");
    const ask = (sourcePort: number) =>
      estate.ask({
        from: { ip: "10.0.1.10" },
        to: { ip: "10.0.2.10" },
        protocol: "tcp",
        port: 5432,
        sourcePort,
      }).verdict;
    expect([ask(45000), ask(60000)]).toEqual(["reaches", "no-return"]);
  });

  it("does not stand between cards of one subnet", () => {
    const estate = new Estate([
      ...shop({ acl: { in: [], out: [] }, db: ["tcp 5432 10.0.2.0/24"] }),
      card({ id: "eni-2", vpc: "vpc-1", subnet: "subnet-priv", ip: "10.0.2.11", groups: ["sg-db"] }),
    ]);
    expect(estate.verdict("tcp 5432 10.0.2.11 → 10.0.2.10")).toBe("reaches");
    expect(estate.verdict("tcp 5432 10.0.1.10 → 10.0.2.10")).toBe("filtered");
  });
});

describe("security groups", () => {
  it("mean the internet by halves of it, and by a prefix list", () => {
    expect(
      new Estate(shop({ web: ["tcp 22 0.0.0.0/1", "tcp 22 128.0.0.0/1"] })).verdict(
        "tcp 22 internet → eni-web",
      ),
    ).toBe("reaches");
    const listed = [...shop({ web: ["tcp 22 pl-1"] }), ...prefixList("pl-1", ["0.0.0.0/0"])];
    expect(new Estate(listed).verdict("tcp 22 internet → eni-web")).toBe("reaches");
    const office = [...shop({ web: ["tcp 22 pl-1"] }), ...prefixList("pl-1", ["198.51.100.0/24"])];
    expect(new Estate(office).verdict("tcp 22 internet → eni-web")).toBe("filtered");
    expect(new Estate(office).verdict("tcp 22 198.51.100.7 → 203.0.113.10")).toBe("reaches");
  });

  it("whose prefix list was not collected are unknown, not closed", () => {
    const estate = new Estate(shop({ web: ["tcp 22 pl-gone"] }));
    expect(estate.verdict("tcp 22 internet → eni-web")).toBe("unknown");
    expect(estate.verdict("tcp 23 internet → eni-web")).toBe("filtered");
  });

  it("refer to the private addresses of their members alone", () => {
    const estate = new Estate(shop({ web: ["tcp 443 sg-db"] }));
    expect(estate.verdict("tcp 443 10.0.2.10 → 10.0.1.10")).toBe("reaches");
    // Through the NAT gateway and the internet the address is another.
    expect(estate.verdict("tcp 443 10.0.2.10 → 203.0.113.10")).toBe("filtered");
  });
});

describe("routes", () => {
  const two = (routes: readonly string[], more: readonly Told[] = []) =>
    new Estate([
      vpc("vpc-a", "10.1.0.0/16"),
      vpc("vpc-b", "10.2.0.0/16"),
      vpc("vpc-c", "10.3.0.0/16"),
      ...(["a", "b", "c"] as const).flatMap((name, index) => [
        subnet({ id: `subnet-${name}`, vpc: `vpc-${name}`, cidr: `10.${index + 1}.0.0/24` }),
        acl({ id: `acl-${name}`, vpc: `vpc-${name}`, subnets: [`subnet-${name}`] }),
        group(`sg-${name}`, `vpc-${name}`, { in: ["all 10.0.0.0/8"] }),
        card({
          id: `eni-${name}`,
          vpc: `vpc-${name}`,
          subnet: `subnet-${name}`,
          ip: `10.${index + 1}.0.10`,
          groups: [`sg-${name}`],
        }),
      ]),
      peering("pcx-ab", { "vpc-a": "10.1.0.0/16", "vpc-b": "10.2.0.0/16" }),
      peering("pcx-bc", { "vpc-b": "10.2.0.0/16", "vpc-c": "10.3.0.0/16" }),
      table({ id: "rtb-a", vpc: "vpc-a", subnets: ["subnet-a"], routes: ["10.1.0.0/16 local", ...routes] }),
      table({
        id: "rtb-b",
        vpc: "vpc-b",
        subnets: ["subnet-b"],
        routes: ["10.2.0.0/16 local", "10.1.0.0/16 pcx-ab", "10.3.0.0/16 pcx-bc"],
      }),
      table({
        id: "rtb-c",
        vpc: "vpc-c",
        subnets: ["subnet-c"],
        routes: ["10.3.0.0/16 local", "10.0.0.0/8 pcx-bc"],
      }),
      ...more,
    ]);

  it("over a peering reach its other side, and not beyond it", () => {
    const estate = two(["10.2.0.0/16 pcx-ab", "10.3.0.0/16 pcx-ab"]);
    expect(estate.verdict("tcp 80 10.1.0.10 → 10.2.0.10")).toBe("reaches");
    expect(estate.verdict("tcp 80 10.2.0.10 → 10.3.0.10")).toBe("reaches");
    expect(estate.verdict("tcp 80 10.1.0.10 → 10.3.0.10")).toBe("unrouted");
  });

  it("that only one side has lose the answer", () => {
    expect(two([]).verdict("tcp 80 10.2.0.10 → 10.1.0.10")).toBe("no-return");
    expect(two([]).verdict("tcp 80 10.1.0.10 → 10.2.0.10")).toBe("unrouted");
  });

  it("are taken most specific first, black holes too", () => {
    const holed = two(["10.0.0.0/8 pcx-ab", "10.2.0.0/24 pcx-gone blackhole"]);
    expect(holed.verdict("tcp 80 10.1.0.10 → 10.2.0.10")).toBe("unrouted");
    expect(
      two(["10.0.0.0/8 pcx-ab", "10.2.128.0/17 pcx-gone blackhole"]).verdict("tcp 80 10.1.0.10 → 10.2.0.10"),
    ).toBe("reaches");
  });

  it("by a prefix list count each entry with its own length", () => {
    const holed = two(
      ["10.2.0.0/17 pcx-ab", "pl-1 pcx-gone blackhole"],
      prefixList("pl-1", ["10.2.0.0/16", "10.2.0.0/24", "10.2.1.0/24"]),
    );
    expect(holed.verdict("tcp 80 10.1.0.10 → 10.2.0.10")).toBe("unrouted");
    const wide = two(["10.2.0.0/17 pcx-ab", "pl-1 pcx-gone blackhole"], prefixList("pl-1", ["10.2.0.0/16"]));
    expect(wide.verdict("tcp 80 10.1.0.10 → 10.2.0.10")).toBe("reaches");
  });

  it("by a prefix list that was not collected may take what a wider route would, but not what is local", () => {
    for (const state of ["", " blackhole"]) {
      const estate = two(["10.2.0.0/16 pcx-ab", `pl-gone pcx-gone${state}`]);
      expect(estate.verdict("tcp 80 10.1.0.10 → 10.2.0.10")).toBe("unknown");
    }
    const near = new Estate([
      ...[vpc("vpc-a", "10.1.0.0/16"), acl({ id: "acl-a", vpc: "vpc-a", subnets: ["subnet-1", "subnet-2"] })],
      group("sg-a", "vpc-a", { in: ["all 10.0.0.0/8"] }),
      ...[1, 2].flatMap((index) => [
        subnet({ id: `subnet-${index}`, vpc: "vpc-a", cidr: `10.1.${index}.0/24` }),
        card({
          id: `eni-${index}`,
          vpc: "vpc-a",
          subnet: `subnet-${index}`,
          ip: `10.1.${index}.10`,
          groups: ["sg-a"],
        }),
      ]),
      table({
        ...{ id: "rtb-a", vpc: "vpc-a", subnets: ["subnet-1", "subnet-2"] },
        routes: ["10.1.0.0/16 local", "pl-gone pcx-gone blackhole"],
      }),
    ]);
    expect(near.verdict("tcp 80 10.1.1.10 → 10.1.2.10")).toBe("reaches");
  });

  it("to what was not collected are unknown", () => {
    expect(two(["10.2.0.0/16 tgw-gone"]).verdict("tcp 80 10.1.0.10 → 10.2.0.10")).toBe("unknown");
  });

  it("to a card that checks its addresses end there; one that forwards is unknown", () => {
    const through = (check: boolean) =>
      two(
        ["0.0.0.0/0 eni-fw"],
        [card({ id: "eni-fw", vpc: "vpc-a", subnet: "subnet-a", ip: "10.1.0.99", groups: ["sg-a"], check })],
      );
    expect(through(true).verdict("tcp 80 10.1.0.10 → 8.8.8.8")).toBe("filtered");
    expect(through(false).verdict("tcp 80 10.1.0.10 → 8.8.8.8")).toBe("unknown");
  });
});

describe("a card whose subnet was not collected", () => {
  it("is unknown at either end", () => {
    const estate = new Estate([
      card({ id: "eni-1", vpc: "vpc-1", subnet: "subnet-1", ip: "10.0.0.10", groups: ["sg-1"] }),
      card({ id: "eni-2", vpc: "vpc-2", subnet: "subnet-2", ip: "10.1.0.10", groups: ["sg-1"] }),
    ]);
    expect(estate.verdict("tcp 80 10.0.0.10 → 10.1.0.10")).toBe("unknown");
    expect(estate.verdict("tcp 80 internet → eni-1")).toBe("unknown");
  });
});

describe("IPv6", () => {
  const estate = new Estate([
    vpc("vpc-6", "10.6.0.0/16", {
      Ipv6CidrBlockAssociationSet: [
        { Ipv6CidrBlock: "2600:1f14::/56", Ipv6CidrBlockState: { State: "associated" } },
      ],
    }),
    subnet({ id: "subnet-6", vpc: "vpc-6", cidr: "10.6.0.0/24", ipv6: "2600:1f14::/64" }),
    subnet({ id: "subnet-7", vpc: "vpc-6", cidr: "10.6.1.0/24", ipv6: "2600:1f14:0:1::/64" }),
    internetGateway("igw-6", "vpc-6"),
    egressOnly("eigw-6", "vpc-6"),
    table({
      id: "rtb-6",
      vpc: "vpc-6",
      subnets: ["subnet-6"],
      routes: ["10.6.0.0/16 local", "2600:1f14::/56 local", "::/0 igw-6"],
    }),
    table({
      id: "rtb-7",
      vpc: "vpc-6",
      subnets: ["subnet-7"],
      routes: ["10.6.0.0/16 local", "2600:1f14::/56 local", "::/0 eigw-6"],
    }),
    acl({ id: "acl-6", vpc: "vpc-6", subnets: ["subnet-6", "subnet-7"] }),
    group("sg-6", "vpc-6", { in: ["tcp 22 ::/0"] }),
    card({
      id: "eni-6",
      vpc: "vpc-6",
      subnet: "subnet-6",
      ip: "10.6.0.10",
      ipv6: "2600:1f14::10",
      groups: ["sg-6"],
    }),
    card({
      id: "eni-7",
      vpc: "vpc-6",
      subnet: "subnet-7",
      ip: "10.6.1.10",
      ipv6: "2600:1f14:0:1::10",
      groups: ["sg-6"],
    }),
  ]);

  it("exposes a card that has no public IPv4 address", () => {
    expect(estate.verdict("tcp 22 internet → eni-6")).toBe("reaches");
    expect(estate.exposed()).toMatchObject([
      { services: [{ protocol: "tcp", ports: [{ from: 22, to: 22 }], breadth: "internet" }] },
    ]);
  });

  it("has ICMP of its own", () => {
    expect(estate.verdict("icmpv6 2600:1f14::10 → 2001:4860:4860::8888")).toBe("reaches");
    expect(estate.verdict("icmp 2600:1f14::10 → 2001:4860:4860::8888")).not.toBe("reaches");
  });

  it("goes out by an egress-only gateway, and nothing comes in by it", () => {
    expect(estate.verdict("tcp 443 2600:1f14:0:1::10 → 2001:4860:4860::8888")).toBe("reaches");
    expect(estate.verdict("tcp 22 internet → eni-7")).not.toBe("reaches");
  });
});
