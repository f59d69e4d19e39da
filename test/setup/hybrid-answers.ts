import type { QueryCall } from "./query-server.js";

/** EC2's lists of what joins networks, and what they are called on the wire. */
const EC2_LISTS: Readonly<Record<string, string>> = {
  DescribeClientVpnEndpoints: "clientVpnEndpoint",
  DescribeDhcpOptions: "dhcpOptionsSet",
  DescribeSecurityGroupVpcAssociations: "securityGroupVpcAssociationSet",
  DescribeVpcEncryptionControls: "vpcEncryptionControlSet",
  DescribeAvailabilityZones: "availabilityZoneInfo",
  DescribeRouteServers: "routeServerSet",
  DescribeRouteServerEndpoints: "routeServerEndpointSet",
  DescribeRouteServerPeers: "routeServerPeerSet",
  DescribeVpcEndpointServiceConfigurations: "serviceConfigurationSet",
  DescribeVpcEndpointConnections: "vpcEndpointConnectionSet",
  DescribeTrafficMirrorSessions: "trafficMirrorSessionSet",
  DescribeTrafficMirrorTargets: "trafficMirrorTargetSet",
  DescribeTrafficMirrorFilters: "trafficMirrorFilterSet",
  DescribeLocalGatewayVirtualInterfaceGroups: "localGatewayVirtualInterfaceGroupSet",
  DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations:
    "localGatewayRouteTableVirtualInterfaceGroupAssociationSet",
};

/** Lists in JSON, by what a request is signed for and the end of its target or path. */
const JSON_LISTS: readonly (readonly [service: string, end: RegExp, list: string])[] = [
  ["directconnect", /\.DescribeConnections$/, "connections"],
  ["directconnect", /\.DescribeLags$/, "lags"],
  ["directconnect", /\.DescribeLocations$/, "locations"],
  ["network-firewall", /\.ListVpcEndpointAssociations$/, "VpcEndpointAssociations"],
  ["network-firewall", /\.ListTLSInspectionConfigurations$/, "TLSInspectionConfigurations"],
  ["networkmanager", /^\/global-networks$/, "GlobalNetworks"],
  ["networkmanager", /^\/core-networks$/, "CoreNetworks"],
  ["networkmanager", /^\/attachments$/, "Attachments"],
  ["vpc-lattice", /^\/servicenetworks$/, "items"],
  ["vpc-lattice", /^\/services$/, "items"],
  ["globalaccelerator", /\.ListAccelerators$/, "Accelerators"],
  ["ram", /^\/getresourceshares$/, "resourceShares"],
  ["route53profiles", /^\/profiles$/, "ProfileSummaries"],
  ["route53profiles", /^\/profileassociations$/, "ProfileAssociations"],
  ["rolesanywhere", /^\/trustanchors$/, "trustAnchors"],
  ["rolesanywhere", /^\/profiles$/, "profiles"],
  ["rolesanywhere", /^\/crls$/, "crls"],
  ["outposts", /^\/outposts$/, "Outposts"],
  ["outposts", /^\/sites$/, "Sites"],
  ["s3-outposts", /^\/S3Outposts\/ListEndpoints$/, "Endpoints"],
  ["waf", /\.ListWebACLs$/, "WebACLs"],
  ["waf-regional", /\.ListWebACLs$/, "WebACLs"],
];

/** Which service a request is signed for, and the target or path by which it tells what it asks. */
export function signedFor({ request }: Pick<QueryCall, "request">): { service: string; asks: string } {
  const [, service = ""] =
    /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const target = request.headers["x-amz-target"];
  return { service, asks: typeof target === "string" ? target : ((request.url ?? "").split("?")[0] ?? "") };
}

/** The empty answer to a call about links, shares and Outposts; null for others. */
export function emptyHybrid(query: QueryCall): string | null {
  const [service = "", operation = ""] = query.call.split(":");
  const list = service === "ec2" ? EC2_LISTS[operation] : undefined;
  if (list !== undefined)
    return `<?xml version="1.0"?><${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><${list}/></${operation}Response>`;
  const { service: signed, asks } = signedFor(query);
  const found = JSON_LISTS.find(([one, end]) => one === signed && end.test(asks));
  return found === undefined ? null : `{"${found[2]}":[]}`;
}
