import fc from "fast-check";
import { describe, it } from "vitest";
import type { Json } from "../../../../src/model/index.js";
import type { Resource } from "../../../../src/sources/aws/resource.js";
import { HYBRID } from "../../../../src/sources/aws/resources/hybrid/index.js";
import { OUTPOSTS } from "../../../../src/sources/aws/resources/outposts/index.js";
import { withoutSecrets } from "../../../../src/sources/aws/secrets.js";
import { expectRead, madeUp } from "../made-up.js";

const ARN = "arn:aws:networkmanager::111122223333:core-network/core-1";
const MEMBERS =
  "ClientVpnEndpointId Status Code AuthenticationOptions Type FederatedAuthentication SamlProviderArn ActiveDirectory MutualAuthentication ConnectionLogOptions Enabled DevicePostureOptions TrustProviders TransitGatewayConfiguration ClientCidrBlock SecurityGroupIds VpcId AccessAll GroupId DestinationCidr TargetSubnet TargetNetworkId SecurityGroups connectionId ownerAccount bandwidth lagId location macSecKeys startOn ckn numberOfConnections connectionsBandwidth locationCode availablePortSpeeds directConnectGatewayId virtualInterfaceId DhcpOptionsId DhcpConfigurations Key Values Value ZoneName Geography Name RouteServerId RouteServerEndpointId RouteServerPeerId PeerAddress BgpOptions PeerAsn ServiceId ServiceType NetworkLoadBalancerArns Principal VpcEndpointId CreationTimestamp TrafficMirrorSessionId TrafficMirrorTargetId TrafficMirrorFilterId IngressFilterRules RuleNumber SourceCidrBlock VpcEndpointAssociationArn AssociationSyncState Attachment SubnetMapping Arn GlobalNetworkArn GlobalNetworkId CoreNetworkArn CoreNetworkId TransitGatewayArn Segments Edges NetworkFunctionGroups Asn AttachmentId ResourceArn AttachmentType PolicyDocument SiteArn DeviceArn LinkArn Location Bandwidth DownloadSpeed arn id name authType sharingConfig dnsEntry policy state vpcId serviceNetworkArn securityGroupIds AcceleratorArn IpSets IpAddresses ListenerArn PortRanges FromPort ToPort EndpointGroupArn EndpointDescriptions EndpointId PortOverrides TrafficDialPercentage FlowLogsEnabled resourceShareArn owningAccountId creationTime type external Id ProfileId trustAnchorArn source sourceData x509CertificateData acmPcaArn profileArn roleArns attributeMappings mappingRules crlArn WebACLId DefaultAction Rules RuleId Action ResourceArns OutpostArn OutpostId SiteId Assets ComputeAttributes InstanceTypeCapacities RackPhysicalProperties UplinkCount OperatingAddressCountryCode Address CountryCode LocalGatewayVirtualInterfaceGroupId LocalGatewayVirtualInterfaceIds LocalGatewayRouteTableId CoIp BucketArn AccessPointArn EndpointArn CidrBlock AccessType ResourceExclusions State Mode Tags tags __proto__".split(
    " ",
  );
const VALUES: Json[] = [
  ...[ARN, "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1", "vpc-1", "111122223333", "10.0.0.0/8", "10.0.0.1"],
  ...[
    "10Gbps",
    "UPLINK_COUNT_2",
    "federated-authentication",
    "2026-01-01T00:00:00Z",
    "{}",
    "",
    "\u0000",
    7,
    true,
  ],
  ...["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "associated", "eu-west-1", null],
];

const json = madeUp({ members: MEMBERS, values: VALUES, deep: true });

/** Names of things, so that what lies below them is read. */
const IDS = Object.fromEntries(
  MEMBERS.filter((member) => /(?:Id|Arn|arn|ARN|Code)$/.test(member) && member !== "Code").map((member) => [
    member,
    /arn$/i.test(member) ? ARN : "x-1",
  ]),
);

/** An answer whose own members are there, with anything in them. */
function outputs({ list, object }: Resource): fc.Arbitrary<Json> {
  const items = fc.array(
    json.object.map((told) => ({ ...IDS, ...(told as object) }) as Json),
    { maxLength: 3 },
  );
  if (object === undefined)
    return fc.oneof(
      items.map((some) => ({ [list]: some })),
      json.object,
    );
  const whole = json.object.map((told) => ({
    ...IDS,
    ...Object.fromEntries(object.map((member) => [member, { ...IDS, ...(told as object) }])),
    ...(told as object),
  }));
  return fc.oneof(whole, json.object);
}

const inputs = fc.constantFrom<Json>(
  {},
  { ClientVpnEndpointId: "c", ServiceId: "s", PoolId: "p", CoreNetworkId: "core-1", WebACLId: "w" },
  { AcceleratorArn: ARN, resourceShareArns: [ARN], resourceIdentifier: ARN, ProfileId: ARN, OutpostId: ARN },
  { OutpostIdentifier: ARN, OutpostIdentifierFilter: ARN, SiteId: ARN, Bucket: ARN, resourceOwner: "SELF" },
);

describe("what tells of links, shares and Outposts", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    const cases = fc
      .constantFrom(...HYBRID, ...OUTPOSTS)
      .chain((resource) => fc.tuple(fc.constant(resource), outputs(resource), inputs));
    fc.assert(
      fc.property(cases, ([resource, output, input]) => {
        expectRead(resource, withoutSecrets(output as never), input);
      }),
      { numRuns: 1200 },
    );
  });
});
