import { describe, expect, it } from "vitest";
import { applyChanges, assemble, dumpGraph } from "../../src/graph/index.js";
import { type Change, gapOf } from "../../src/model/index.js";
import { AT, batch, edge, node } from "./estate.js";

const PLAN = { source: "terraform", uri: "plan.json", account: "1", region: "r1" };
const group = (id: string, more = {}) => node({ id, kind: "filter", type: "aws.security-group", ...more });
const rule = (id: string, direction: "ingress" | "egress") => node({ id, kind: "rule", is: { direction } });

const NODES = [
  group("arn:sg-1", { aliases: ["sg-1"], label: "web" }),
  group("arn:sg-2", { aliases: ["sg-2"] }),
  rule("arn:sg-1#in", "ingress"),
  rule("arn:sg-1#out", "egress"),
  rule("arn:sg-2#in", "ingress"),
  node({ id: "eni", kind: "interface" }),
  node({ id: "vpc", kind: "network" }),
];
const EDGES = [
  edge("arn:sg-1#in -filter-> sg-1"),
  edge("arn:sg-1#out -filter-> sg-1"),
  edge("arn:sg-2#in -filter-> sg-2"),
  edge("arn:sg-2#in -peer_filters-> sg-1"),
  edge("eni -filters-> sg-1"),
  edge("arn:sg-1 -network-> vpc"),
];
const estate = () => assemble([batch(NODES, EDGES)]);
const put = (
  nodes: readonly ReturnType<typeof node>[],
  edges: readonly ReturnType<typeof edge>[] = [],
): Change => ({ op: "put", nodes, edges, at: PLAN });
const gapsOf = (graph: ReturnType<typeof assemble>) =>
  graph.gaps.map(({ reason, touches }) => [reason, ...touches.nodes]);

describe("a planned change laid over an estate", () => {
  it("that changes nothing gives the same graph, and leaves the old one as it was", () => {
    const graph = estate();
    const before = dumpGraph(graph);
    expect(dumpGraph(applyChanges(graph, []))).toBe(before);
    applyChanges(graph, [{ op: "remove", target: "sg-1", kind: "filter", at: PLAN }]);
    expect(dumpGraph(graph)).toBe(before);
  });

  it("puts a new group beside the others, with its rule found by a placeholder id", () => {
    const graph = applyChanges(estate(), [
      put(
        [group("plan:db"), rule("plan:db#in", "ingress")],
        [edge("plan:db#in -filter-> plan:db"), edge("plan:db -network-> vpc")],
      ),
    ]);
    expect(graph.step("plan:db", "rules")?.ids).toEqual(["plan:db#in"]);
    expect(graph.step("vpc", "filters")?.ids).toEqual(["arn:sg-1", "plan:db"]);
    expect(graph.gaps).toEqual([]);
  });

  it("replaces a group that answers to the same short id, which keeps its id, rules and members", () => {
    const graph = applyChanges(estate(), [
      put(
        [group("plan:web", { aliases: ["sg-1"], label: "web, renamed" }), rule("plan:web#ssh", "ingress")],
        [edge("plan:web#ssh -filter-> plan:web")],
      ),
    ]);
    expect(graph.node("plan:web")).toBeUndefined();
    expect(graph.node("arn:sg-1")).toMatchObject({ label: "web, renamed", aliases: ["plan:web", "sg-1"] });
    expect(graph.step("arn:sg-1", "rules")?.ids).toEqual(["arn:sg-1#in", "arn:sg-1#out", "arn:sg-1#ssh"]);
    expect(graph.step("arn:sg-1", "interfaces")?.ids).toEqual(["eni"]);
    expect(graph.step("arn:sg-1", "network")?.ids).toEqual(["vpc"]);
    expect(graph.gaps).toEqual([]);
  });

  it("replaces the arrows whose relation it names, and keeps the others", () => {
    const graph = applyChanges(estate(), [
      put([node({ id: "eni", kind: "interface" })], [edge("eni -filters-> sg-2")]),
      put([node({ id: "arn:sg-2#in", kind: "rule" })], []),
    ]);
    expect(graph.step("eni", "filters")?.ids).toEqual(["arn:sg-2"]);
    expect(graph.step("arn:sg-2#in", "peer_filters")?.ids).toEqual(["arn:sg-1"]);
  });

  it("adds an arrow to a node that it does not describe, or turns the only one that may be there", () => {
    const graph = applyChanges(estate(), [
      put(
        [node({ id: "vpc-2", kind: "network" })],
        [edge("eni -filters-> sg-2"), edge("sg-1 -network-> vpc-2")],
      ),
    ]);
    expect(graph.step("eni", "filters")?.ids).toEqual(["arn:sg-1", "arn:sg-2"]);
    expect(graph.step("arn:sg-1", "network")?.ids).toEqual(["vpc-2"]);
    expect(graph.gaps).toEqual([]);
  });

  it("removes a group with its rules; what still refers to it is left pointing nowhere, and says so", () => {
    const graph = applyChanges(estate(), [{ op: "remove", target: "sg-1", kind: "filter", at: PLAN }]);
    expect(graph.ids("filter")).toEqual(["arn:sg-2"]);
    expect(graph.ids("rule")).toEqual(["arn:sg-2#in"]);
    expect(gapsOf(graph).sort()).toEqual([
      ["dangling", "arn:sg-2#in"],
      ["dangling", "eni"],
    ]);
  });

  it("replaces all ingress rules of a group by the inline ones, and no egress rule", () => {
    const graph = applyChanges(estate(), [
      { op: "replaceChildren", parent: "sg-1", relation: "rules", direction: "ingress", at: PLAN },
      put([rule("arn:sg-1#new", "ingress")], [edge("arn:sg-1#new -filter-> sg-1")]),
    ]);
    expect(graph.step("arn:sg-1", "rules")?.ids).toEqual(["arn:sg-1#new", "arn:sg-1#out"]);
    expect(graph.gaps).toEqual([]);
  });

  it("replaces rules that an earlier step put", () => {
    const graph = applyChanges(estate(), [
      put([group("plan:db"), rule("plan:db#old", "ingress")], [edge("plan:db#old -filter-> plan:db")]),
      { op: "replaceChildren", parent: "plan:db", relation: "rules", at: PLAN },
      put([rule("plan:db#new", "ingress")], [edge("plan:db#new -filter-> plan:db")]),
    ]);
    expect(graph.step("plan:db", "rules")?.ids).toEqual(["plan:db#new"]);
  });

  it("does not know whose rules it replaces when the group is nowhere, and need not know when it comes later", () => {
    const replace: Change = { op: "replaceChildren", parent: "plan:db", relation: "rules", at: PLAN };
    expect(gapsOf(applyChanges(estate(), [replace]))).toEqual([["dangling", "plan:db"]]);
    expect(applyChanges(estate(), [replace, put([group("plan:db")])]).gaps).toEqual([]);
  });

  it("destroys and creates under the same id: old rules are gone, arrows to it find the new one", () => {
    const graph = applyChanges(estate(), [
      { op: "remove", target: "arn:sg-1", kind: "filter", at: PLAN },
      put([group("arn:sg-1", { aliases: ["sg-1"] })]),
    ]);
    expect(graph.step("arn:sg-1", "rules")?.ids).toEqual([]);
    expect(graph.step("arn:sg-1", "network")?.ids).toEqual([]);
    expect(graph.step("arn:sg-1", "interfaces")?.ids).toEqual(["eni"]);
  });

  it("gives a home to an arrow that pointed nowhere", () => {
    const graph = assemble([batch([node({ id: "eni", kind: "interface" })], [edge("eni -filters-> sg-9")])]);
    expect(gapsOf(graph)).toEqual([["dangling", "eni"]]);
    const after = applyChanges(graph, [put([group("arn:sg-9", { aliases: ["sg-9"] })])]);
    expect(after.step("eni", "filters")?.ids).toEqual(["arn:sg-9"]);
    expect(after.gaps).toEqual([]);
  });

  it("keeps what the sources and the plan could not see, and disputes about nodes that stay", () => {
    const told = gapOf({ reason: "denied", message: "no", at: AT });
    const blind = gapOf({ reason: "unparsed", message: "known after apply", at: PLAN });
    const disputed = ["a", "b"].map((state) => node({ id: "vpc-x", kind: "network", is: { state } }));
    const graph = assemble([batch([...disputed, ...NODES], EDGES, [told])]);
    const [conflict] = graph.gaps.filter(({ reason }) => reason === "conflict");
    const after = applyChanges(graph, [{ op: "blind", gap: blind }]);
    expect(after.gaps).toEqual(
      [told, blind, conflict].sort((a, b) => ((a?.id ?? "") < (b?.id ?? "") ? -1 : 1)),
    );
    const gone = applyChanges(graph, [{ op: "remove", target: "vpc-x", kind: "network", at: PLAN }]);
    expect(gone.gaps).toEqual([told]);
  });

  it("does not guess which of two equally near groups is meant", () => {
    const twins = ["a", "b"].map((id) => group(id, { aliases: ["twin"] }));
    const graph = assemble([batch([...twins])]);
    const removed = applyChanges(graph, [{ op: "remove", target: "twin", kind: "filter", at: PLAN }]);
    expect(removed.ids("filter")).toEqual(["a", "b"]);
    expect(gapsOf(removed)).toEqual([["ambiguous", "a", "b"]]);
    const replaced = applyChanges(graph, [put([group("c", { aliases: ["twin"] })])]);
    expect(replaced.ids("filter")).toEqual(["a", "b", "c"]);
    expect(gapsOf(replaced)).toEqual([["ambiguous", "a", "b", "c"]]);
  });

  it("says that what it removes was never seen, without making anything else unknown", () => {
    const graph = applyChanges(estate(), [{ op: "remove", target: "sg-404", kind: "filter", at: PLAN }]);
    expect(gapsOf(graph)).toEqual([["dangling"]]);
    expect(graph.size).toBe(NODES.length);
  });

  it("lets a planned subnet use the main route table, and moves a subnet that gets its own", () => {
    const subnet = node({ id: "s", kind: "subnet", type: "other" });
    const tables = ["rtb-main", "rtb-own"].map((id) => node({ id, kind: "route-table" }));
    const graph = assemble([
      batch([...NODES, subnet, ...tables], [edge("s -network-> vpc"), edge("rtb-main -main_of-> vpc")]),
    ]);
    const after = applyChanges(graph, [
      put(
        [node({ id: "plan:s", kind: "subnet", type: "other" })],
        [edge("plan:s -network-> vpc"), edge("s -route_table-> rtb-own")],
      ),
    ]);
    expect(after.step("plan:s", "route_table")?.ids).toEqual(["rtb-main"]);
    expect(after.step("s", "route_table")?.ids).toEqual(["rtb-own"]);
  });
});
