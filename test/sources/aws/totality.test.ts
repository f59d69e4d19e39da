import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeAnswer } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { callOf, type Resource } from "../../../src/sources/aws/resource.js";
import { answer } from "./harness.js";
import { expectShapes, madeUp } from "./made-up.js";

const MEMBERS = [
  "VpcId",
  "SubnetId",
  "GroupId",
  "OwnerId",
  "IpPermissions",
  "IpRanges",
  "CidrIp",
  "Tags",
  "Key",
  "Value",
  "State",
  "Entries",
  "Routes",
  "Associations",
  "Attachment",
  "Instances",
  "LoadBalancerArn",
  "TargetGroupArn",
  "ListenerArn",
  "DefaultActions",
  "Target",
  "Id",
  "Cidr",
  "RegionName",
  "NetworkAclId",
  "RuleNumber",
  "Protocol",
  "Account",
  "Arn",
  "__proto__",
  "constructor",
];
const VALUES = [
  "vpc-1",
  "10.0.0.0/8",
  "::/0",
  "-1",
  "tcp",
  "allow",
  "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/1",
  "",
];

const json = madeUp({ members: MEMBERS, values: VALUES, longest: 6 }).value;

const anyResource = fc.constantFrom(...REGISTRY);
const INPUT = {
  PrefixListId: "pl-1",
  LoadBalancerArn: VALUES[6],
  TargetGroupArn: VALUES[6],
  LoadBalancerName: "old",
  TransitGatewayRouteTableId: "tgw-rtb-1",
};
const read = (resource: Resource, output: object) =>
  normalizeAnswer(answer(callOf(resource), output, { input: INPUT }));

describe("normalizing", () => {
  it("never throws, whatever an answer holds, and gives facts of the kind's shape", () => {
    fc.assert(
      fc.property(anyResource, fc.array(json, { maxLength: 4 }), (resource, items) => {
        const batch = read(resource, {
          [resource.list]: items,
          Account: "111122223333",
          Arn: "arn:aws:iam::111122223333:user/u",
        });
        expectShapes(batch);
      }),
      { numRuns: 600 },
    );
  });

  it("never lets an item vanish: without an id it is a gap", () => {
    const lists = REGISTRY.filter(
      ({ object, operation }) => object === undefined && operation !== "DescribeInstances",
    );
    for (const resource of lists) {
      for (const item of [{}, 7, null, "x", []]) {
        const batch = read(resource, { [resource.list]: [item] });
        expect(batch.gaps.length, `${callOf(resource)} with ${JSON.stringify(item)}`).toBeGreaterThan(0);
      }
    }
  });

  it("never takes an answer without its list for an empty one", () => {
    for (const resource of REGISTRY) {
      for (const output of [{}, { [resource.list]: null }, { html: "x" }]) {
        if (resource.object !== undefined && Object.hasOwn(output, resource.list)) continue;
        const batch = read(resource, output);
        // What may as well be empty is of use where it says what was asked about, which these do not.
        const mayBeEmpty = resource.object?.length === 0;
        expect(batch.nodes).toEqual([]);
        expect(
          batch.gaps.map(({ reason }) => reason),
          callOf(resource),
        ).toEqual([mayBeEmpty ? "unrecognized" : "unparsed"]);
      }
    }
  });

  it("tells of a call that is not modelled, and touches nothing", () => {
    const batch = normalizeAnswer(answer("ec2:DescribeSpotPriceHistory", { TransitGateways: [{}] }));
    expect(batch.gaps).toMatchObject([{ reason: "unsupported", touches: { kinds: [], nodes: [] } }]);
  });
});
