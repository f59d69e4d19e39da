import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import type { DeadRules } from "../../../src/model/index.js";
import { acl, batchesOf, card, group, prefixList, subnet, type Told, vpc } from "./estate.js";

function dead(told: readonly Told[], name: string): DeadRules {
  const graph = assemble(batchesOf([vpc("vpc-1", "10.0.0.0/16"), ...told]));
  const [node] = graph.find(name);
  return derive(graph).fact("dead_rules", node?.id ?? "").value as DeadRules;
}

const entries = (...list: readonly string[]) =>
  acl({ id: "acl-1", vpc: "vpc-1", subnets: [], in: list, out: [] });
const shadowed = (...list: readonly string[]) =>
  dead([entries(...list)], "acl-1").shadowed.map(({ order, by }) => [order, by.length]);

describe("rules that never match", () => {
  it("are those that earlier ones cover together, not only one by one", () => {
    expect(
      shadowed("10 deny tcp 22 0.0.0.0/1", "20 deny tcp 22 128.0.0.0/1", "30 allow tcp 22 10.0.0.0/8"),
    ).toEqual([[30, 1]]);
    expect(
      shadowed("10 deny tcp 22 0.0.0.0/1", "20 deny tcp 22 128.0.0.0/1", "30 allow tcp 22 0.0.0.0/0"),
    ).toEqual([[30, 2]]);
    expect(
      shadowed("10 deny tcp 20-22 0.0.0.0/0", "20 allow tcp 23-25 0.0.0.0/0", "30 allow tcp 21-24 0.0.0.0/0"),
    ).toEqual([[30, 2]]);
  });

  it("are not those that have one packet left", () => {
    expect(
      shadowed("10 deny tcp 22 0.0.0.0/1", "20 deny tcp 22 128.0.0.0/2", "30 allow tcp 22 0.0.0.0/0"),
    ).toEqual([]);
    expect(shadowed("10 deny tcp 0-65535 0.0.0.0/0", "20 allow all 0.0.0.0/0")).toEqual([]);
    expect(shadowed("10 deny all 0.0.0.0/0", "20 allow all ::/0")).toEqual([]);
  });
});

describe("rules that others imply", () => {
  const implied = (rules: readonly string[], more: readonly Told[] = []) =>
    dead([group("sg-1", "vpc-1", { in: rules, out: [] }), ...more], "sg-1").implied.map(({ label }) =>
      label.replace("sg-1: ingress ", ""),
    );

  it("are found whatever covers them: ranges, blocks, prefix lists, members of groups", () => {
    expect(implied(["tcp 22 10.0.0.0/9", "tcp 20-25 10.0.0.0/8"])).toEqual(["tcp 22 from 10.0.0.0/9"]);
    expect(
      implied(["tcp 22 pl-1", "tcp 22 10.0.0.0/8"], prefixList("pl-1", ["10.1.0.0/16", "10.2.0.0/16"])),
    ).toEqual(["tcp 22 from pl-1"]);
    const member = [
      subnet({ id: "subnet-1", vpc: "vpc-1", cidr: "10.0.0.0/24" }),
      group("sg-2", "vpc-1", {}),
      card({ id: "eni-1", vpc: "vpc-1", subnet: "subnet-1", ip: "10.0.0.10", groups: ["sg-2"] }),
    ];
    expect(implied(["all 10.0.0.0/16", "tcp 443 10.0.0.10/32"], member)).toEqual([
      "tcp 443 from 10.0.0.10/32",
    ]);
  });

  it("are not those that admit one packet more", () => {
    expect(implied(["tcp 22 10.0.0.0/8", "tcp 22 10.0.0.0/9", "udp 22 10.0.0.0/8"])).toEqual([
      "tcp 22 from 10.0.0.0/9",
    ]);
    expect(implied(["tcp 22 0.0.0.0/1", "tcp 22 ::/0"])).toEqual([]);
  });
});
