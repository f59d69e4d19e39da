import fc from "fast-check";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { FACTS, type Json, type Kind } from "../../../src/model/index.js";
import { normalizeAnswer } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { callOf } from "../../../src/sources/aws/resource.js";
import { answer } from "./harness.js";

const HYBRID = REGISTRY.filter(({ operation }) =>
  /TransitGateway|Vpn|CustomerGateway|CarrierGateway|BlockPublicAccess|RouteTables|NetworkInterfaces|Addresses$/.test(
    operation,
  ),
);

const MEMBERS =
  "TransitGatewayId TransitGatewayAttachmentId TransitGatewayRouteTableId TransitGatewayOwnerId ResourceType ResourceId ResourceOwnerId Association State Options AmazonSideAsn TransitGatewayAttachments DestinationCidrBlock PrefixListId Type RequesterTgwInfo AccepterTgwInfo AccepterTransitGatewayAttachmentId Region OwnerId VpcId SubnetIds ApplianceModeSupport VpnConnectionId VpnGatewayId CustomerGatewayId TunnelOptions VgwTelemetry OutsideIpAddress TunnelInsideCidr Status Routes VpcAttachments IpAddress BgpAsn LocalIpv4NetworkCidr CarrierGatewayId InternetGatewayBlockMode ManagedBy ResourceArn InternetGatewayExclusionMode RouteTableId PropagatingVgws Associations GatewayId NetworkInterfaceId PrivateIpAddresses PrivateIpAddress PublicIp AllocationId CustomerOwnedIp Tags Key Value __proto__".split(
    " ",
  );
const VALUES: Json[] = [
  "tgw-1",
  "tgw-attach-1",
  "vpc",
  "peering",
  "10.0.0.0/8",
  "10.0.0.1",
  "203.0.113.1",
  "::/0",
  "active",
  "associated",
  "available",
  "eu-west-1",
  "111122223333",
  "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1",
  "allow-egress",
  "block-ingress",
  "",
  "\u0000",
];

const json = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(...VALUES),
    fc.constantFrom<Json>(...VALUES),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(tie("object"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...MEMBERS), tie("value")), { maxLength: 9 })
    .map((entries) => Object.fromEntries(entries)),
}));

describe("what tells of hybrid networks", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    const input = fc.record(
      {
        TransitGatewayRouteTableId: fc.constantFrom<Json>("tgw-rtb-1", "", 7),
        Filters: json.value,
        NextToken: json.value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...HYBRID),
        input,
        fc.oneof(fc.array(json.object, { maxLength: 4 }), json.value),
        (resource, asked, items) => {
          const output = { [resource.list]: items };
          const batch = normalizeAnswer(answer(callOf(resource), output, { input: asked }));
          for (const { kind, is } of batch.nodes)
            expect(Check(Type.Partial(FACTS[kind as Kind]), is)).toBe(true);
          assemble([batch]);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
