import { afterAll, beforeAll, expect, it } from "vitest";
import { assemble, type Graph } from "../../../src/graph/index.js";
import { collectAws } from "../../../src/sources/aws/index.js";
import { CANARIES, pointAwsAt } from "../../setup/aws-environment.js";
import { type FaultProxy, startFaultProxy } from "../../setup/fault-proxy.js";
import { describeWithMoto, type Moto, startMoto, withMoto } from "../../setup/moto-server.js";
import { UNKNOWN_TO_MOTO } from "../../setup/moto-unknown.js";
import { bareLines, rereadFromFolder } from "./exported.js";
import { gather, told, type Whole } from "./harness.js";
import { type Seeded, seed } from "./seed.js";

const REGIONS = ["eu-west-1", "us-east-1", "cn-north-1"];
const MOTO = "123456789012";

describeWithMoto("an account with three Regions in use", () => {
  let seeded: Seeded[];
  let whole: Whole;
  let graph: Graph;

  withMoto(async () => {
    seeded = await Promise.all(REGIONS.map(seed));
    const progress: string[] = [];
    const now = () => "2026-01-02T03:04:05Z";
    whole = await gather(collectAws({ regions: REGIONS, now, onProgress: (text) => progress.push(text) }));
    expect(progress.length).toBeGreaterThan(60);
    graph = assemble([whole]);
  });

  const steps = (name: string, segment: string) => {
    const [node, ...more] = graph.find(name);
    if (node === undefined || more.length > 0) throw new Error(`${more.length + 1} nodes answer to ${name}`);
    return (graph.step(node.id, segment)?.ids ?? []).map((id) => graph.node(id));
  };
  const shorts = (name: string, segment: string) =>
    steps(name, segment).map((node) => node?.aliases[0] ?? node?.id);

  it("is found in full, each thing under the ARN of its Region and partition", () => {
    for (const made of seeded) {
      const partition = made.region.startsWith("cn-") ? "aws-cn" : "aws";
      const found = (name: string) => graph.find(name).map(({ id }) => id);
      const own = (resource: string) => [`arn:${partition}:ec2:${made.region}:${MOTO}:${resource}`];
      expect(found(made.vpc)).toEqual(own(`vpc/${made.vpc}`));
      expect(found(made.nat)).toEqual(own(`natgateway/${made.nat}`));
      expect(found(made.peering)).toEqual(own(`vpc-peering-connection/${made.peering}`));
      for (const name of [
        ...made.subnets,
        made.group,
        made.inner,
        made.list,
        made.acl,
        made.table,
        made.card,
        made.instance,
        made.internet,
        made.egressOnly,
        made.address,
        made.endpoint,
      ])
        expect(found(name), name).toHaveLength(1);
      expect(graph.node(made.balancer)?.type).toBe("aws.load-balancer");
    }
    expect(graph.node(`arn:aws:iam::${MOTO}:root`)?.kind).toBe("account");
  });

  it("is joined as it was made", () => {
    for (const made of seeded) {
      expect(shorts(made.vpc, "subnets").sort()).toEqual([...made.subnets].sort());
      expect(shorts(made.subnets[0] ?? "", "route_table")).toEqual([made.table]);
      expect(shorts(made.table, "targets").sort()).toEqual(
        [made.internet, made.egressOnly, made.peering, made.endpoint].sort(),
      );
      expect(shorts(made.subnets[1] ?? "", "filters")).toEqual([made.acl]);
      expect(shorts(made.card, "filters")).toEqual([made.group]);
      expect(shorts(made.instance, "filters")).toEqual([made.group]);
      expect(shorts(made.nat, "subnet")).toEqual([made.subnets[0]]);
      expect(shorts(made.address, "gateway")).toEqual([made.nat]);
      expect(shorts(made.peering, "accepter")).toEqual([made.peer]);
      expect(shorts(made.endpoint, "route_tables")).toEqual([made.table]);
      expect(steps(made.balancer, "listeners").map((node) => node?.label)).toEqual(["HTTP:80"]);
      expect(steps(made.targets, "targets").map((node) => node?.is)).toMatchObject([
        { target: made.instance, port: 80 },
      ]);
      expect(steps(made.list, "prefix_sets").map((node) => node?.is)).toEqual([
        {
          entries: [
            { cidr: "198.51.100.0/24", description: "partner" },
            { cidr: "203.0.113.0/24", description: null },
          ],
        },
      ]);
    }
  });

  it("has the rules that were made, each once, cited by its own id", () => {
    for (const made of seeded) {
      const rules = steps(made.group, "rules");
      const group = graph.find(made.group)[0]?.id ?? "";
      expect(rules.map((node) => node?.id.slice(group.length)).sort()).toEqual(
        [
          "#egress/all/0-65535/0.0.0.0/0",
          "#egress/all/0-65535/::/0",
          "#ingress/1/8--1/10.0.0.0/8",
          "#ingress/6/443-443/0.0.0.0/0",
          "#ingress/6/443-443/::/0",
          `#ingress/6/22-22/${made.list}`,
          `#ingress/all/0-65535/${made.inner}`,
        ].sort(),
      );
      for (const rule of rules) expect(rule?.at.id).toMatch(/^sgr-/);
      const entries = steps(made.acl, "rules").map((node) => [
        node?.id.split("#")[1],
        (node?.is as { action?: string } | undefined)?.action,
      ]);
      expect(entries.filter(([id]) => id?.startsWith("ingress"))).toEqual([
        ["ingress/100", "deny"],
        ["ingress/110", "allow"],
      ]);
    }
  });

  it("misses only the Regions that were left out, and the calls that the emulator does not know", () => {
    const surprises = whole.gaps.filter(({ message }) => !message.includes("nothing was collected there"));
    for (const { reason, at, message } of surprises) {
      expect(reason, message).toBe("failed");
      expect(UNKNOWN_TO_MOTO).toContain(at.call);
    }
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
  });

  it("has one row of the ledger for each call and Region, with caller and time", () => {
    const rows = whole.ledger.map(({ account, region, call }) => JSON.stringify([account, region, call]));
    expect(new Set(rows).size).toBe(rows.length);
    for (const row of whole.ledger)
      expect(row).toMatchObject({
        source: "aws",
        account: MOTO,
        principal: `arn:aws:sts::${MOTO}:user/moto`,
      });
    const failed = whole.ledger.filter(({ status }) => status !== "ok").map(({ call }) => call);
    for (const call of failed) expect(UNKNOWN_TO_MOTO).toContain(call);
    expect(whole.answers.every(({ time }) => time === "2026-01-02T03:04:05Z")).toBe(true);
  });

  it("gives away neither user data nor credentials", () => {
    const all = JSON.stringify([whole.nodes, whole.edges, whole.gaps, whole.answers, whole.ledger]);
    for (const canary of [
      ...CANARIES,
      "CANARY-user-data",
      Buffer.from("CANARY-user-data").toString("base64"),
    ])
      expect(all).not.toContain(canary);
  });

  it("exported and collected from the files is the same graph, cited by the same files", async () => {
    const again = await rereadFromFolder({ answers: shuffled(whole.answers) });
    const [before, after] = [new Set(bareLines(whole)), new Set(bareLines(again))];
    expect([...after].filter((line) => !before.has(line)).slice(0, 3)).toEqual([]);
    expect(after.size).toBe(before.size);
    expect(again.ledger.map(rowText).sort()).toEqual(whole.ledger.map(rowText).sort());
  });
});

describeWithMoto("a network that fails", () => {
  let moto: Moto;
  let proxy: FaultProxy;
  let undo: () => void;
  let whole: Whole;

  beforeAll(async () => {
    moto = await startMoto();
    const direct = pointAwsAt(moto.endpoint);
    await seed("eu-west-1");
    direct();
    proxy = await startFaultProxy(() => moto.endpoint);
    undo = pointAwsAt(proxy.endpoint);
    proxy.inject("ec2:DescribeSubnets", "throttle", 2);
    proxy.inject("ec2:DescribeRouteTables", "throttle");
    proxy.inject("ec2:DescribeNetworkAcls", "deny");
    proxy.inject("ec2:DescribeFlowLogs", "unavailable");
    proxy.inject("ec2:DescribeInstances", "drop");
    proxy.inject("ec2:DescribeVpcs", "drop", 1);
    proxy.inject("ec2:DescribeNetworkInterfaces", "cut");
    proxy.inject("ec2:DescribeNatGateways", "html");
    proxy.inject("elbv2:DescribeListeners", "vanished");
    proxy.inject("elbv2:DescribeTargetHealth", "deny");
    whole = await gather(collectAws({ regions: ["eu-west-1"], attempts: 3 }));
  });
  afterAll(async () => {
    undo?.();
    await proxy?.stop();
    await moto?.stop();
  });

  const row = (call: string) => whole.ledger.find((one) => one.call === call);
  const gapsOf = (call: string) => whole.gaps.filter(({ at }) => at.call === call);

  it("does not matter where trying again helps", () => {
    for (const [call, tries] of [
      ["ec2:DescribeSubnets", 3],
      ["ec2:DescribeVpcs", 2],
    ] as const) {
      expect(row(call)).toMatchObject({ status: "ok" });
      expect(gapsOf(call)).toEqual([]);
      expect(proxy.tries(call)).toBe(tries);
    }
  });

  it.each([
    ["ec2:DescribeRouteTables", "throttled", ["route-table"]],
    ["ec2:DescribeNetworkAcls", "denied", ["filter", "rule"]],
    ["ec2:DescribeFlowLogs", "failed", ["flow-log"]],
    ["ec2:DescribeInstances", "failed", ["host"]],
    ["ec2:DescribeNetworkInterfaces", "failed", ["interface"]],
    ["ec2:DescribeNatGateways", "failed", ["gateway"]],
  ])("makes of %s a row and a gap that say %s", (call, status, kinds) => {
    expect(row(call)).toMatchObject({ status, answers: 0, items: 0 });
    expect(gapsOf(call)).toMatchObject([
      { reason: status, touches: { kinds, account: MOTO, region: "eu-west-1" } },
    ]);
  });

  it("is not asked again where it said no", () => {
    expect(proxy.tries("ec2:DescribeNetworkAcls")).toBe(1);
  });

  it("touches the one item it was asked about, not the whole list", () => {
    const [gone] = gapsOf("elbv2:DescribeListeners");
    expect(gone).toMatchObject({
      reason: "failed",
      message: expect.stringContaining("was gone when"),
      touches: { kinds: [], relations: ["listeners"] },
    });
    expect(gone?.touches.nodes).toEqual([expect.stringContaining(":loadbalancer/app/shop/")]);
    expect(gapsOf("elbv2:DescribeTargetHealth")).toMatchObject([
      { reason: "denied", touches: { relations: ["targets"] } },
    ]);
  });

  it("adds up: every row that is not ok has a gap, every gap of a call a row that is not ok", () => {
    const bad = whole.ledger.filter(({ status }) => status !== "ok").map(({ call }) => call);
    const blind = whole.gaps
      .filter(({ message }) => !message.includes("nothing was collected there"))
      .map(({ at }) => at.call);
    expect([...new Set(blind)].sort()).toEqual(bad.sort());
  });

  it("exported and collected from the files is told with the same gaps", async () => {
    const again = await rereadFromFolder(whole);
    expect(told(again.gaps)).toEqual(told(whole.gaps));
    expect(again.gaps.map(({ id }) => id).sort()).toEqual(whole.gaps.map(({ id }) => id).sort());
  });
});

/** A store need not keep the order of answers. */
const shuffled = <T>(list: readonly T[]): T[] =>
  [...list]
    .map((one, index) => ({ one, key: (index * 7919) % 10_007 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

const rowText = (row: object) => JSON.stringify(Object.entries(row).sort());
