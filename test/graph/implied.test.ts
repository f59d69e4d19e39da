import { describe, expect, it } from "vitest";
import { assemble } from "../../src/graph/index.js";
import { batch, edge, node } from "./estate.js";

const vpc = node({ id: "vpc", kind: "network" });
const subnet = node({ id: "subnet", kind: "subnet", type: "aws.subnet" });
const mainTable = node({ id: "rtb-main", kind: "route-table" });
const ownTable = node({ id: "rtb-own", kind: "route-table" });
const acl = (id: string, isDefault: boolean) =>
  node({ id, kind: "filter", type: "aws.network-acl", is: { isDefault } });
const inVpc = edge("subnet -network-> vpc");
const main = edge("rtb-main -main_of-> vpc");
const reasons = (graph: ReturnType<typeof assemble>) =>
  graph.gaps.map(({ reason, touches }) => [reason, touches.relations, touches.nodes]);

describe("a subnet that names nothing of its own", () => {
  it("uses the main route table and the default network ACL of its VPC", () => {
    const graph = assemble([
      batch(
        [vpc, subnet, mainTable, acl("acl-default", true), acl("acl-other", false)],
        [inVpc, main, edge("acl-default -network-> vpc"), edge("acl-other -network-> vpc")],
      ),
    ]);
    expect(graph.step("subnet", "route_table")?.ids).toEqual(["rtb-main"]);
    expect(graph.step("subnet", "filters")?.ids).toEqual(["acl-default"]);
    expect(graph.step("acl-default", "subnets")?.ids).toEqual(["subnet"]);
    expect(graph.edgeAt("subnet", "route_table", "rtb-main")).toEqual(mainTable.at);
    expect(graph.gaps).toEqual([]);
  });

  it("keeps what it does name", () => {
    const graph = assemble([
      batch(
        [vpc, subnet, mainTable, ownTable, acl("acl-default", true), acl("acl-own", false)],
        [
          inVpc,
          main,
          edge("acl-default -network-> vpc"),
          edge("subnet -route_table-> rtb-own"),
          edge("subnet -filters-> acl-own"),
        ],
      ),
    ]);
    expect(graph.step("subnet", "route_table")?.ids).toEqual(["rtb-own"]);
    expect(graph.step("subnet", "filters")?.ids).toEqual(["acl-own"]);
  });

  it("is not given the main table when the one it names was not collected", () => {
    const graph = assemble([
      batch(
        [vpc, subnet, mainTable, acl("acl-default", true)],
        [inVpc, main, edge("acl-default -network-> vpc"), edge("subnet -route_table-> rtb-gone")],
      ),
    ]);
    expect(graph.step("subnet", "route_table")?.ids).toEqual([]);
    expect(reasons(graph)).toEqual([["dangling", ["route_table"], ["subnet"]]]);
  });

  it("is blind where the defaults were not collected, or the VPC was not", () => {
    const gaps = (edges: ReturnType<typeof edge>[]) => reasons(assemble([batch([vpc, subnet], edges)]));
    const blind = [
      ["not-collected", ["filters"], ["subnet"]],
      ["not-collected", ["route_table"], ["subnet"]],
    ];
    expect(gaps([inVpc]).sort()).toEqual(blind);
    expect(gaps([]).sort()).toEqual(blind);
  });

  it("is blind where two tables say that they are the main one", () => {
    const graph = assemble([
      batch(
        [vpc, subnet, mainTable, ownTable, acl("acl", true)],
        [inVpc, main, edge("rtb-own -main_of-> vpc"), edge("acl -network-> vpc")],
      ),
    ]);
    expect(graph.step("subnet", "route_table")?.ids).toEqual([]);
    expect(reasons(graph)).toEqual([["not-collected", ["route_table"], ["subnet"]]]);
  });
});
