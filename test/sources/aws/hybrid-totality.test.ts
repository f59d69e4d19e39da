import fc from "fast-check";
import { describe, it } from "vitest";
import type { Json } from "../../../src/model/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { expectRead, madeUp } from "./made-up.js";

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

const json = madeUp({ members: MEMBERS, values: VALUES });

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
          expectRead(resource, { [resource.list]: items }, asked);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
