import { describe, expect, it } from "vitest";
import { assemble } from "../../src/graph/index.js";
import { batch, edge, node } from "./estate.js";

const elsewhere = (account: string, region: string) => ({ provider: "aws", account, region });

describe("an assembled estate", () => {
  it("lets a rule find its group by the short id, and the group its rules", () => {
    const graph = assemble([
      batch([node({ id: "arn:rule", kind: "rule" })], [edge("arn:rule -filter-> sg-1")]),
      batch([node({ id: "arn:sg-1", kind: "filter", aliases: ["sg-1"] })]),
    ]);
    expect(graph.step("arn:rule", "filter")).toEqual({ cardinality: "one", ids: ["arn:sg-1"] });
    expect(graph.step("arn:sg-1", "rules")).toEqual({ cardinality: "many", ids: ["arn:rule"] });
    expect(graph.step("arn:sg-1", "subnet_of_nothing")).toBeUndefined();
    expect(graph.step("arn:nobody", "rules")).toBeUndefined();
    expect(graph.gaps).toEqual([]);
  });

  it("joins what two calls say of one rule, and quotes the place that names the rule's own id", () => {
    const bare = node({ id: "r", kind: "rule", is: { direction: "ingress" }, native: { IpProtocol: "tcp" } });
    const named = node({
      id: "r",
      kind: "rule",
      label: "ssh from the office",
      aliases: ["sgr-1"],
      is: { action: "allow" },
      native: { SecurityGroupRuleId: "sgr-1", IpProtocol: "tcp" },
      at: {
        source: "aws",
        uri: "answers/z.json",
        account: "1",
        call: "ec2:DescribeSecurityGroupRules",
        id: "sgr-1",
      },
    });
    const graph = assemble([batch([bare]), batch([named])]);
    expect(graph.node("r")).toMatchObject({
      label: "ssh from the office",
      aliases: ["sgr-1"],
      is: { direction: "ingress", action: "allow" },
      native: { IpProtocol: "tcp", SecurityGroupRuleId: "sgr-1" },
      at: { id: "sgr-1" },
    });
    expect(graph.gaps).toEqual([]);
  });

  it("says so when two answers contradict each other, and takes the same side in either order", () => {
    const one = batch([node({ id: "v", kind: "network", is: { state: "available" } })]);
    const two = batch([
      node({
        id: "v",
        kind: "network",
        is: { state: "pending" },
        at: { source: "aws", uri: "b.json", account: "1" },
      }),
    ]);
    const graph = assemble([one, two]);
    expect(
      graph.gaps.map(({ reason, message, touches }) => ({ reason, message, nodes: touches.nodes })),
    ).toEqual([
      {
        reason: "conflict",
        message: "state of v is told differently by answers/a.json and b.json",
        nodes: ["v"],
      },
    ]);
    expect(assemble([two, one]).node("v")).toEqual(graph.node("v"));
  });

  it("believes the owner of a shared subnet over the accounts it is shared with", () => {
    const scope = elsewhere("owner", "r1");
    const seenBy = (account: string, free: number) =>
      batch([
        node({
          id: "s",
          kind: "subnet",
          type: "other.subnet",
          scope,
          is: { freeAddresses: free },
          at: { source: "aws", uri: `${account}.json`, account },
        }),
      ]);
    const graph = assemble([seenBy("guest", 9), seenBy("owner", 4)]);
    expect(graph.node("s")?.is).toEqual({ freeAddresses: 4 });
    expect(graph.gaps).toEqual([]);
  });

  it("looks an alias up nearest first: account and Region, account, Region, anywhere", () => {
    const groups = [
      ["1", "r1"],
      ["1", "r2"],
      ["2", "r1"],
      ["2", "r2"],
    ].map(([account = "", region = ""]) =>
      node({
        id: `sg@${account}/${region}`,
        kind: "filter",
        aliases: ["sg"],
        scope: elsewhere(account, region),
      }),
    );
    const rule = node({ id: "r", kind: "rule" });
    const reached = (...ids: string[]) => {
      const kept = groups.filter(({ id }) => ids.includes(id));
      return assemble([batch([rule, ...kept], [edge("r -filter-> sg")])]).step("r", "filter")?.ids;
    };
    expect(reached("sg@1/r1", "sg@1/r2", "sg@2/r1", "sg@2/r2")).toEqual(["sg@1/r1"]);
    expect(reached("sg@1/r2", "sg@2/r1", "sg@2/r2")).toEqual(["sg@1/r2"]);
    expect(reached("sg@2/r1", "sg@2/r2")).toEqual(["sg@2/r1"]);
    expect(reached("sg@2/r2")).toEqual(["sg@2/r2"]);
  });

  it("looks where the edge says when the target is known to live elsewhere", () => {
    const groups = ["1", "2"].map((account) =>
      node({ id: `sg@${account}`, kind: "filter", aliases: ["sg"], scope: elsewhere(account, "r1") }),
    );
    const graph = assemble([
      batch(
        [node({ id: "r", kind: "rule" }), ...groups],
        [edge("r -peer_filters-> sg", { toScope: { account: "2" } })],
      ),
    ]);
    expect(graph.step("r", "peer_filters")?.ids).toEqual(["sg@2"]);
  });

  it("does not choose between two equally near groups, and blinds all that the choice would show", () => {
    const groups = ["a", "b"].map((id) =>
      node({ id, kind: "filter", aliases: ["web"], scope: elsewhere("2", "r9") }),
    );
    const graph = assemble([
      batch([node({ id: "i", kind: "interface" }), ...groups], [edge("i -filters-> web")]),
    ]);
    expect(graph.step("i", "filters")?.ids).toEqual([]);
    expect(graph.gaps).toMatchObject([
      { reason: "ambiguous", touches: { nodes: ["a", "b", "i"], relations: ["filters", "interfaces"] } },
    ]);
  });

  it("tells one gap for one missing group, however many interfaces refer to it", () => {
    const interfaces = ["i2", "i1", "i3"].map((id) => node({ id, kind: "interface" }));
    const graph = assemble([
      batch(
        interfaces,
        interfaces.map(({ id }) => edge(`${id} -filters-> sg-gone`)),
      ),
    ]);
    expect(graph.gaps).toMatchObject([
      {
        reason: "dangling",
        message: 'sg-gone was not collected, and is "filters" of i1 and 2 more',
        touches: { nodes: ["i1", "i2", "i3"], relations: ["filters"] },
      },
    ]);
  });

  it("reports an arrow that the model does not have, in name or in kind", () => {
    const nodes = [node({ id: "h", kind: "host" }), node({ id: "v", kind: "network" })];
    const graph = assemble([batch(nodes, [edge("h -__proto__-> v"), edge("h -filters-> v")])]);
    expect(graph.gaps.map(({ reason }) => reason)).toEqual(["unmodelled", "unmodelled"]);
    expect([...graph.edges()]).toEqual([]);
  });

  it("reports an arrow from a node that nobody described, and blinds the node it points at", () => {
    const graph = assemble([batch([node({ id: "sg", kind: "filter" })], [edge("eni-gone -filters-> sg")])]);
    expect(graph.gaps).toMatchObject([{ reason: "dangling", touches: { nodes: ["eni-gone", "sg"] } }]);
    expect(graph.gaps[0]?.touches.relations).toContain("interfaces");
  });

  it("keeps one of two networks that a subnet cannot both be in, and says so", () => {
    const nodes = [
      node({ id: "s", kind: "subnet", type: "x" }),
      node({ id: "v1", kind: "network" }),
      node({ id: "v2", kind: "network" }),
    ];
    const graph = assemble([batch(nodes, [edge("s -network-> v2"), edge("s -network-> v1")])]);
    expect(graph.step("s", "network")?.ids).toEqual(["v1"]);
    expect(graph.gaps).toMatchObject([{ reason: "conflict", touches: { nodes: ["s", "v1", "v2"] } }]);
  });

  it("survives names that are poison for plain objects, and names in any script", () => {
    const names = [
      "__proto__",
      "constructor",
      "toString",
      "\ud800",
      "größe",
      "名前",
      "\u0000\u001b[31m",
      "",
      "x".repeat(70_000),
    ];
    const graph = assemble([
      batch(names.map((id) => node({ id, kind: "host", tags: JSON.parse('{"__proto__":"x"}') }))),
      batch(names.map((id) => node({ id, kind: "host", tags: JSON.parse('{"__proto__":"x","b":"c"}') }))),
    ]);
    expect(graph.ids("host")).toEqual([...names].sort());
    for (const id of names)
      expect(Object.entries(graph.node(id)?.tags ?? {})).toEqual([
        ["__proto__", "x"],
        ["b", "c"],
      ]);
    expect(graph.node("hasOwnProperty")).toBeUndefined();
  });

  it("finds a node by id and by every alias, sorted", () => {
    const graph = assemble([
      batch([
        node({ id: "b", kind: "host", aliases: ["web"] }),
        node({ id: "a", kind: "filter", aliases: ["web"] }),
        node({ id: "web", kind: "site" }),
      ]),
    ]);
    expect(graph.find("web").map(({ id }) => id)).toEqual(["a", "b", "web"]);
    expect(graph.find("nobody")).toEqual([]);
    expect(graph.kinds()).toEqual(["site", "filter", "host"]);
    expect([...graph.each("host")]).toEqual(["b"]);
    expect([graph.at("host", 0)?.id, graph.at("host", 1)]).toEqual(["b", undefined]);
  });
});

describe("answers of one call that tell a node differently", () => {
  const told = (uri: string, rules: readonly string[], more: object = {}) => {
    const at = (pointer: string) => ({
      ...{ source: "aws", uri, pointer, account: "1", call: "ec2:DescribeSecurityGroups" },
    });
    const group = node({
      id: "sg",
      kind: "filter",
      native: { IpPermissions: [...rules], ...more },
      at: at("/0"),
    });
    const parts = rules.map((id, index) => node({ id, kind: "rule", at: at(`/0/IpPermissions/${index}`) }));
    return batch(
      [group, ...parts],
      rules.map((id) => edge(`${id} -filter-> sg`)),
    );
  };
  const disputes = (...batches: Parameters<typeof assemble>[0][]) =>
    assemble(batches.flatMap((each) => [...each])).gaps.map(({ message, touches }) => [message, touches]);

  it("leave in doubt what only one of them tells of its parts, whatever their order", () => {
    const [a, b] = [told("a.json", ["r1", "r2"]), told("b.json", ["r1"])];
    const gaps = disputes([a, b]);
    expect(gaps).toContainEqual([
      "r2 is told by a.json#/0/IpPermissions/1, and not by b.json#/0, which tells sg too",
      { kinds: [], nodes: ["r2"] },
    ]);
    expect(gaps).toHaveLength(2);
    expect(disputes([b, a])).toEqual(gaps);
  });

  it("say what it is that they tell differently", () => {
    const gaps = disputes([told("a.json", ["r1"], { Tags: [] }), told("b.json", ["r1"], { Tags: [1] })]);
    expect(gaps).toMatchObject([[expect.stringContaining("native.Tags of sg"), { facts: ["native.Tags"] }]]);
  });

  it("leave no doubt where they agree", () => {
    expect(disputes([told("a.json", ["r1", "r2"]), told("b.json", ["r1", "r2"])])).toEqual([]);
  });
});
