import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GapDraft, Kind } from "../../src/model/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { batch, edge, node } from "../graph/estate.js";
import { policy } from "../rego/policies.js";
import { compiled, gap, judged, open, tally } from "./world.js";

const UNUSED = `findings contains {"key": "unused", "message": "nobody uses it", "evidence": [input.subject.id]} if {
	count(input.interfaces) == 0
}
`;
const USED = `findings contains {"key": "used", "message": "somebody uses it", "evidence": [input.subject.id]} if {
	count(input.interfaces) > 0
}
`;
const ROUTES = `findings contains {"key": "none", "message": "no routes", "evidence": []} if {
	some subnet in input.subnets
	subnet.route_table == null
	count(input.subnets) > 9
}
`;

const GUARDS = `findings contains {"key": "many", "message": "many rules", "evidence": []} if {
	some filter in input.filters
	count(filter.rules) > 9
}
`;
const ENTRIES = `findings contains {"key": "many", "message": "many filters", "evidence": []} if {
	count(input.network.filters) > 9
}
`;

let policies: Compiled;
beforeAll(async () => {
  policies = await compiled([
    policy({ id: "own/open" }),
    policy({ id: "own/unused", reads: "[interfaces]", more: "\n#   complete: true", body: UNUSED }),
    policy({ id: "own/used", reads: "[interfaces]", body: USED }),
    policy({ id: "own/plain", reads: "[]", body: "findings := set()\n" }),
    policy({ id: "own/routes", subject: "network", reads: "[subnets.route_table]", body: ROUTES }),
    policy({ id: "own/chains", reads: "[interfaces]", more: "\n#   types: [nftables.chain]", body: UNUSED }),
  ]);
});
afterAll(shutdownCompiler);

const on = (id: string, region: string, account = "1") =>
  node({
    id,
    kind: "filter",
    type: "aws.security-group",
    aliases: [`alias-${id}`],
    scope: { provider: "aws", account, region },
  });
const free = on("sg-free", "r1");
const far = on("sg-far", "r2");
const taken = on("sg-taken", "r1");
const card = node({ id: "eni-1", kind: "interface", type: "aws.network-interface" });
const NODES = [free, far, taken, card];
const EDGES = [edge("eni-1 -filters-> sg-taken")];

const scanned = (...touches: NonNullable<GapDraft["touches"]>[]) =>
  judged(policies, {
    batch: batch(
      NODES,
      EDGES,
      touches.map((each) => gap({ touches: each })),
    ),
  });
const unknown = (report: Awaited<ReturnType<typeof scanned>>, id: string) =>
  report.undecided.filter(({ policy: of }) => of === id).map(({ subject }) => subject.id);

describe("no gap, no pass", () => {
  it("passes and fails where nothing is hidden", async () => {
    const report = await scanned();
    expect(tally(report, "own/used")).toEqual({
      fail: 1,
      pass: 2,
      unknown: 0,
      notApplicable: 0,
      excepted: 0,
    });
    expect(tally(report, "own/unused")).toMatchObject({ fail: 2, pass: 1 });
    expect(report.undecided).toEqual([]);
  });

  it("leaves unknown what passed although interfaces of its Region are hidden", async () => {
    const report = await scanned({ kinds: ["interface"], account: "1", region: "r1" });
    expect(unknown(report, "own/used")).toEqual(["sg-free"]);
    expect(tally(report, "own/used")).toMatchObject({ fail: 1, pass: 1, unknown: 1 });
    expect(report.findings.map(({ subject }) => subject.id)).toContain("sg-taken");
  });

  it("lets no finding stand that follows from an absence", async () => {
    const report = await scanned({ kinds: ["interface"], account: "1", region: "r1" });
    expect(unknown(report, "own/unused")).toEqual(["sg-free", "sg-taken"]);
    expect(
      report.findings.filter(({ policy: of }) => of === "own/unused").map(({ subject }) => subject.id),
    ).toEqual(["sg-far"]);
  });

  it("names the gaps by which it could not tell", async () => {
    const touches = { kinds: ["interface" as const], region: "r1" };
    const report = await scanned(touches);
    expect(report.undecided[0]?.gaps).toEqual([gap({ touches }).id]);
    expect(report.gaps.map(({ id }) => id)).toEqual([gap({ touches }).id]);
  });

  it("is not moved by gaps in another Region, another account or of kinds that it does not read", async () => {
    const report = await scanned(
      { kinds: ["interface"], account: "1", region: "r9" },
      { kinds: ["interface"], account: "2" },
      { kinds: ["host", "listener"] },
      { kinds: ["interface"], site: "hamburg" },
    );
    expect(report.undecided).toEqual([]);
  });

  it("takes a gap without a place to be everywhere", async () => {
    expect(unknown(await scanned({ kinds: ["interface"] }), "own/used")).toEqual(["sg-far", "sg-free"]);
  });

  it("lays a gap that names a node to that node only, by id or alias, for every policy on it", async () => {
    const report = await scanned({ nodes: ["alias-sg-far"] });
    expect(report.undecided.map(({ policy: of, subject }) => [of, subject.id])).toEqual(
      ["own/open", "own/plain", "own/unused", "own/used"].map((id) => [id, "sg-far"]),
    );
  });

  it("lays a gap that names a joined node to those who read it", async () => {
    const report = await scanned({ nodes: ["eni-1"] });
    expect(report.undecided.map(({ policy: of, subject }) => [of, subject.id])).toEqual([
      ["own/unused", "sg-taken"],
    ]);
    expect(report.findings.map(({ policy: of, subject }) => [of, subject.id])).toContainEqual([
      "own/used",
      "sg-taken",
    ]);
  });

  it("keeps a gap in one relation of a node from policies that do not follow it", async () => {
    const report = await scanned({ nodes: ["sg-free"], relations: ["interfaces"] });
    expect(new Set(report.undecided.map(({ policy: of }) => of))).toEqual(
      new Set(["own/unused", "own/used"]),
    );
  });

  it("lays a gap in the rules of a filter to facts that rest on rules", async () => {
    const report = await scanned({ nodes: ["sg-free"], relations: ["rules"] });
    expect(report.undecided.map(({ policy: of, subject }) => [of, subject.id])).toEqual([
      ["own/open", "sg-free"],
    ]);
  });

  it("hands the gaps of a fact to those who read it, and to the report", async () => {
    const blind = gap({ message: "a rule was not understood" });
    const facts = {
      "sg-free": { gaps: [blind] },
      "sg-far": { gaps: [blind], value: { ingress: [open(22, "r")], egress: [] } },
    };
    const report = await judged(policies, { batch: batch(NODES, EDGES), facts });
    expect(report.undecided.map(({ policy: of, subject }) => [of, subject.id])).toEqual([
      ["own/open", "sg-free"],
    ]);
    expect(
      report.findings.filter(({ policy: of }) => of === "own/open").map(({ subject }) => subject.id),
    ).toEqual(["sg-far"]);
    expect(report.gaps.map(({ id }) => id)).toEqual([blind.id]);
  });

  it("looks where a joined node lives for what hangs on it", async () => {
    const vpc = node({ id: "vpc-1", kind: "network", type: "aws.vpc" });
    const shared = node({
      id: "subnet-1",
      kind: "subnet",
      type: "aws.subnet",
      scope: { provider: "aws", account: "2", region: "r1" },
    });
    const hidden = gap({ touches: { kinds: ["route-table"], account: "2" } });
    const report = await judged(policies, {
      batch: batch([vpc, shared], [edge("subnet-1 -network-> vpc-1")], [hidden]),
    });
    expect(unknown(report, "own/routes")).toEqual(["vpc-1"]);
  });

  it("does not take a policy for inapplicable where what it looked at may be missing", async () => {
    const body = `${USED}\napplicable if count(input.interfaces) > 0\n`;
    const own = await compiled([policy({ id: "own/when", reads: "[interfaces]", body })]);
    const world = batch(NODES, EDGES, [gap({ touches: { kinds: ["interface"], region: "r1" } })]);
    const report = await judged(own, { batch: world });
    expect(tally(report, "own/when")).toEqual({
      fail: 1,
      pass: 0,
      unknown: 1,
      notApplicable: 1,
      excepted: 0,
    });
  });
});

describe("gaps about provider types", () => {
  const FIREWALL = ["aws.network-firewall-stateful-group", "aws.network-firewall-stateful-rule"];
  const GROUPS = ["aws.security-group", "aws.security-group-rule"];
  const ACLS = ["aws.network-acl", "aws.network-acl-entry"];
  const hiding = (types: string[], kinds: Kind[] = ["filter", "rule"]) => ({ kinds, types });
  const vpc = node({ id: "vpc-1", kind: "network", type: "aws.vpc" });
  const subnet = node({ id: "subnet-1", kind: "subnet", type: "aws.subnet" });
  let typed: Compiled;
  beforeAll(async () => {
    typed = await compiled([
      policy({ id: "own/open" }),
      policy({ id: "own/guards", subject: "interface", reads: "[filters.rules]", body: GUARDS }),
      policy({ id: "own/entries", subject: "subnet", reads: "[network.filters]", body: ENTRIES }),
    ]);
  });
  const judgedWith = (types: string[], cards = [card], kinds?: Kind[]) =>
    judged(typed, {
      batch: batch(
        [...NODES.filter((one) => one !== card), ...cards, vpc, subnet],
        [...EDGES, edge("subnet-1 -network-> vpc-1")],
        [gap({ touches: hiding(types, kinds) })],
      ),
    });

  it("leave alone what reads a relation at whose end those types never are", async () => {
    for (const types of [FIREWALL, ACLS])
      expect(unknown(await judgedWith(types), "own/guards"), types.join()).toEqual([]);
    expect(unknown(await judgedWith(FIREWALL), "own/entries")).toEqual([]);
    // A hidden ACL is a subject of its own; the groups that were seen pass.
    expect(unknown(await judgedWith(ACLS), "own/open")).toEqual(["causeway:estate"]);
  });

  it("touch what reads a relation at whose end they may be", async () => {
    expect(unknown(await judgedWith(GROUPS), "own/guards")).toEqual(["eni-1"]);
    for (const types of [GROUPS, ACLS])
      expect(unknown(await judgedWith(types), "own/entries"), types.join()).toEqual(["subnet-1"]);
  });

  it("touch it along a path too, whatever the first step leads to", async () => {
    const rules = (type: string) => judgedWith([type], [card], ["rule"]);
    expect(unknown(await rules("aws.security-group-rule"), "own/guards")).toEqual(["eni-1"]);
    expect(unknown(await rules("aws.network-acl-entry"), "own/guards")).toEqual([]);
  });

  it("touch what reads from a type of which nothing is known, and types that nobody knows touch all", async () => {
    const strange = node({ id: "eni-1", kind: "interface", type: "other.card" });
    expect(unknown(await judgedWith(FIREWALL, [strange]), "own/guards")).toEqual(["eni-1"]);
    expect(unknown(await judgedWith(["aws.something-new"]), "own/guards")).toEqual(["eni-1"]);
  });
});

describe("subjects that may be hidden", () => {
  it("are one undecided place for each policy, and leave the seen ones alone", async () => {
    const report = await scanned(
      { kinds: ["filter"], account: "1", region: "r1" },
      { kinds: ["filter"], account: "1", region: "r1", types: ["aws.security-group"] },
    );
    expect(unknown(report, "own/plain")).toHaveLength(1);
    const [place] = report.undecided.filter(({ policy: of }) => of === "own/plain");
    expect(place?.subject).toMatchObject({ kind: "region", scope: { account: "1", region: "r1" } });
    expect(place?.gaps).toHaveLength(2);
    expect(tally(report, "own/plain")).toEqual({
      fail: 0,
      pass: 3,
      unknown: 1,
      notApplicable: 0,
      excepted: 0,
    });
  });

  it("are told by the node of the place where the estate has it", async () => {
    const account = node({
      id: "arn:aws:iam::1:root",
      kind: "account",
      aliases: ["1"],
      scope: { provider: "aws", account: "1" },
    });
    const report = await judged(policies, {
      batch: batch([account], [], [gap({ touches: { kinds: ["filter"], account: "1" } })]),
    });
    expect(unknown(report, "own/plain")).toEqual([account.id]);
  });

  it("do not concern a policy on other types of the kind", async () => {
    const report = await scanned({ kinds: ["filter"], types: ["aws.security-group"] });
    expect(unknown(report, "own/chains")).toEqual([]);
    expect(unknown(report, "own/plain")).toHaveLength(1);
  });
});
