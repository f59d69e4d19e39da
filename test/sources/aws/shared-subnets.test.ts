import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { assemble, type Graph } from "../../../src/graph/index.js";
import { readAnswerFiles } from "../../../src/sources/aws/index.js";
import { ACCOUNT, arn, gather, OTHER } from "./harness.js";

const FOLDER = join(import.meta.dirname, "../../estates/aws-shared-subnets/answers");
const VPC = arn("vpc/vpc-0aaa0000000000001");
const SUBNET = arn("subnet/subnet-0aaa00000000000a1");
const DATABASE = arn("security-group/sg-0aaa0000000000001");
const APPLICATION = arn("security-group/sg-0bbb0000000000001", OTHER);

describe("an estate in which one account works in another's subnet", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = assemble([await gather(readAnswerFiles(FOLDER))]);
  });
  const ids = (from: string, segment: string) => graph.step(from, segment)?.ids;

  it("has the VPC and the subnet once, of their owner, with the owner's names", () => {
    expect(graph.ids("network")).toEqual([VPC]);
    expect(graph.ids("subnet")).toEqual([SUBNET]);
    expect(graph.node(SUBNET)).toMatchObject({
      label: "shared-a (subnet-0aaa00000000000a1)",
      scope: { account: ACCOUNT },
    });
    expect(graph.node(VPC)?.tags).toEqual({ Name: "shared" });
  });

  it("joins the participant's interface to the owner's subnet and VPC, and to its own group", () => {
    const card = arn("network-interface/eni-0bbb0000000000001", OTHER);
    expect(ids(card, "subnet")).toEqual([SUBNET]);
    expect(ids(card, "network")).toEqual([VPC]);
    expect(ids(card, "filters")).toEqual([APPLICATION]);
    expect(ids(SUBNET, "interfaces")).toEqual([card]);
  });

  it("joins the participant's group to the owner's VPC, and the owner's rule to the participant's group", () => {
    expect(ids(VPC, "filters")).toEqual(
      [arn("network-acl/acl-0aaa0000000000001"), DATABASE, APPLICATION].sort(),
    );
    expect(ids(APPLICATION, "referenced_by")).toEqual([
      `${DATABASE}#ingress/6/5432-5432/sg-0bbb0000000000001`,
    ]);
  });

  it("misses only what nobody saved, in each account by itself", () => {
    const other = graph.gaps.filter(({ reason }) => reason !== "not-collected");
    expect(other).toEqual([]);
    const cards = graph.gaps.filter(({ touches }) => touches.kinds.includes("interface"));
    expect(cards.map(({ touches }) => touches.account)).toEqual([ACCOUNT]);
  });
});
