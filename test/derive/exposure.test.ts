import { describe, expect, it } from "vitest";
import { cidrs, estateOf, factOf, port, type RuleFacts } from "./filters.js";

const group = (...rules: RuleFacts[]) => factOf(estateOf([{ id: "sg", rules }]), "sg").exposure.ingress;
const acl = (...rules: RuleFacts[]) =>
  factOf(estateOf([{ id: "acl", first: true, rules }]), "acl").exposure.ingress;
const tcp = (ports: RuleFacts["ports"], ...blocks: string[]): RuleFacts => ({
  protocols: [6],
  ports: ports ?? null,
  peers: cidrs(...blocks),
});

describe("what a security group admits", () => {
  it("is the internet when two halves of the address space are named", () => {
    const [cause, ...more] = group(tcp(port(5432), "0.0.0.0/1"), tcp(port(5432), "128.0.0.0/1"));
    expect(more).toEqual([]);
    expect(cause).toMatchObject({
      breadth: "internet",
      publicPrefix: 0,
      peers: ["0.0.0.0/0"],
      openings: [{ protocol: "tcp", from: 5432, to: 5432 }],
    });
    expect(cause?.rules.map(({ id }) => id).sort()).toEqual(["sg#0", "sg#1"]);
  });

  it.each([
    ["0.0.0.0/0", "internet"],
    ["0.0.0.0/1", "internet"],
    ["8.0.0.0/7", "internet"],
    ["8.0.0.0/8", "public"],
    ["203.0.113.7/32", "public"],
    ["10.0.0.0/8", "private"],
    ["::/0", "internet"],
    ["2000::/3", "internet"],
    ["2600::/16", "public"],
    ["fc00::/7", "private"],
  ])("from %s is %s", (block, breadth) => {
    expect(group(tcp(port(22), block)).map((cause) => cause.breadth)).toEqual([breadth]);
  });

  it("counts a port range that holds 22 as holding 22", () => {
    expect(group(tcp(port(20, 25), "0.0.0.0/0"))[0]?.openings).toEqual([
      { protocol: "tcp", from: 20, to: 25 },
    ]);
  });

  it("takes a prefix list as its entries", () => {
    const story = [
      {
        id: "sg",
        rules: [{ protocols: [6], ports: port(3389), peers: [{ prefixList: "pl" }], lists: ["pl"] }],
      },
    ];
    const fact = factOf(estateOf(story, { pl: ["0.0.0.0/1", "128.0.0.0/1"] }), "sg");
    expect(fact.gaps).toEqual([]);
    expect(fact.exposure.ingress[0]).toMatchObject({
      breadth: "internet",
      rules: [{ id: "sg#0", label: "sg#0" }],
    });
  });

  it("is unknown where a prefix list's entries were not collected", () => {
    const story = [
      {
        id: "sg",
        rules: [{ protocols: [6], ports: port(3389), peers: [{ prefixList: "pl" }], lists: ["pl"] }],
      },
    ];
    const fact = factOf(estateOf(story, { pl: [] }), "sg");
    expect(fact.exposure.ingress).toEqual([]);
    expect(fact.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["not-collected", ["sg"]],
    ]);
  });

  it("names the rule for everything and not the narrower ones behind it", () => {
    const causes = group(
      { peers: cidrs("0.0.0.0/0") },
      tcp(port(22), "0.0.0.0/0"),
      tcp(port(22), "10.0.0.0/8"),
    );
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({
      rules: [{ id: "sg#0" }],
      openings: [{ protocol: "all", from: 0, to: 65535 }],
      allPorts: true,
    });
  });

  it("keeps what only members may do apart from what addresses may do", () => {
    const causes = group(
      { protocols: [6], ports: port(443), peers: [{ filter: "other" }] },
      tcp(port(80), "0.0.0.0/0"),
    );
    expect(causes.map(({ breadth, openings }) => [breadth, openings[0]?.from])).toEqual(
      expect.arrayContaining([
        ["internet", 80],
        ["members", 443],
      ]),
    );
  });

  it("opens nothing by rules for replies", () => {
    expect(group({ established: true })).toEqual([]);
  });

  it("is not certain where a condition is not understood", () => {
    const fact = factOf(
      estateOf([{ id: "sg", rules: [{ ...tcp(port(22), "0.0.0.0/0"), unmodelled: ["limit rate"] }] }]),
      "sg",
    );
    expect(fact.exposure.ingress).toEqual([]);
    expect(fact.gaps.map(({ reason }) => reason)).toEqual(["unmodelled"]);
  });
});

describe("what a network ACL admits", () => {
  it("is nothing on a port that a rule before refuses", () => {
    const openings = acl({ ...tcp(port(3389), "0.0.0.0/0"), action: "deny" }, tcp(null, "0.0.0.0/0"))[0]
      ?.openings;
    expect(openings).toEqual([
      { protocol: "tcp", from: 0, to: 3388 },
      { protocol: "tcp", from: 3390, to: 65535 },
    ]);
  });

  it("is everything where the refusal comes too late", () => {
    const [cause] = acl(tcp(null, "0.0.0.0/0"), { ...tcp(port(3389), "0.0.0.0/0"), action: "deny" });
    expect(cause).toMatchObject({ openings: [{ protocol: "tcp", from: 0, to: 65535 }], allPorts: true });
  });

  it("lacks just the part that is refused", () => {
    const causes = acl({ ...tcp(port(22), "0.0.0.0/1"), action: "deny" }, tcp(port(22), "0.0.0.0/0"));
    expect(causes[0]).toMatchObject({ peers: ["128.0.0.0/1"], publicPrefix: 1 });
  });

  it("does not take a refusal of some source ports for a refusal", () => {
    const causes = acl(
      { ...tcp(port(22), "0.0.0.0/0"), action: "deny", sourcePorts: port(53) },
      tcp(port(22), "0.0.0.0/0"),
    );
    expect(causes[0]).toMatchObject({ breadth: "internet" });
  });
});

describe("what a chain admits", () => {
  const chains = (...rules: RuleFacts[]) =>
    factOf(
      estateOf([
        {
          id: "base",
          first: true,
          rules: [{ ...tcp(port(5432), "0.0.0.0/0"), action: "jump", jumpsTo: "db" }, ...rules],
        },
        { id: "db", first: true, rules: [tcp(null, "10.0.0.0/8"), { action: "return" }] },
      ]),
      "base",
    ).exposure.ingress;

  it("includes what the chain that it jumps to admits", () => {
    expect(chains()).toMatchObject([
      { breadth: "private", rules: [{ id: "db#0" }], openings: [{ protocol: "tcp", from: 5432, to: 5432 }] },
    ]);
  });

  it("goes on behind the jump where that chain returns", () => {
    expect(chains(tcp(port(5432), "0.0.0.0/0"))).toMatchObject([
      { breadth: "internet", rules: [{ id: "base#1" }] },
    ]);
  });

  it("is everything, by the chain itself, where it accepts by default and has no rule", () => {
    const fact = factOf(estateOf([{ id: "open", first: true, defaults: "allow", rules: [] }]), "open");
    expect(
      fact.exposure.ingress.map(({ family, rules, openings }) => [
        family,
        rules[0]?.id,
        openings[0]?.protocol,
      ]),
    ).toEqual([
      ["ipv4", "open", "all"],
      ["ipv6", "open", "all"],
    ]);
  });

  it("ends where chains jump in a circle", () => {
    const circle = estateOf([
      { id: "a", first: true, rules: [{ action: "jump", jumpsTo: "b" }] },
      { id: "b", first: true, rules: [{ action: "jump", jumpsTo: "a" }] },
    ]);
    expect(factOf(circle, "a").exposure.ingress).toEqual([]);
  });
});
