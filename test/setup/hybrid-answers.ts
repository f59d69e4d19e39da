import type { IncomingMessage } from "node:http";
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

/** Lists in JSON: what a request is signed for, its target or path, and the call that it is. */
const JSON_LISTS: readonly (readonly [signed: string, asks: string, call: string, list: string])[] = [
  [
    "directconnect",
    "OvertureService.DescribeConnections",
    "directconnect:DescribeConnections",
    "connections",
  ],
  ["directconnect", "OvertureService.DescribeLags", "directconnect:DescribeLags", "lags"],
  ["directconnect", "OvertureService.DescribeLocations", "directconnect:DescribeLocations", "locations"],
  [
    "network-firewall",
    "NetworkFirewall_20201112.ListVpcEndpointAssociations",
    "network-firewall:ListVpcEndpointAssociations",
    "VpcEndpointAssociations",
  ],
  [
    "network-firewall",
    "NetworkFirewall_20201112.ListTLSInspectionConfigurations",
    "network-firewall:ListTLSInspectionConfigurations",
    "TLSInspectionConfigurations",
  ],
  ["networkmanager", "/global-networks", "networkmanager:DescribeGlobalNetworks", "GlobalNetworks"],
  ["networkmanager", "/core-networks", "networkmanager:ListCoreNetworks", "CoreNetworks"],
  ["networkmanager", "/attachments", "networkmanager:ListAttachments", "Attachments"],
  ["vpc-lattice", "/servicenetworks", "vpc-lattice:ListServiceNetworks", "items"],
  ["vpc-lattice", "/services", "vpc-lattice:ListServices", "items"],
  [
    "globalaccelerator",
    "GlobalAccelerator_V20180706.ListAccelerators",
    "globalaccelerator:ListAccelerators",
    "Accelerators",
  ],
  ["ram", "/getresourceshares", "ram:GetResourceShares", "resourceShares"],
  ["route53profiles", "/profiles", "route53profiles:ListProfiles", "ProfileSummaries"],
  [
    "route53profiles",
    "/profileassociations",
    "route53profiles:ListProfileAssociations",
    "ProfileAssociations",
  ],
  ["rolesanywhere", "/trustanchors", "rolesanywhere:ListTrustAnchors", "trustAnchors"],
  ["rolesanywhere", "/profiles", "rolesanywhere:ListProfiles", "profiles"],
  ["rolesanywhere", "/crls", "rolesanywhere:ListCrls", "crls"],
  ["outposts", "/outposts", "outposts:ListOutposts", "Outposts"],
  ["outposts", "/sites", "outposts:ListSites", "Sites"],
  ["s3-outposts", "/S3Outposts/ListEndpoints", "s3outposts:ListEndpoints", "Endpoints"],
  ["waf", "AWSWAF_20150824.ListWebACLs", "waf:ListWebACLs", "WebACLs"],
  ["waf-regional", "AWSWAF_Regional_20161128.ListWebACLs", "waf-regional:ListWebACLs", "WebACLs"],
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
  const found = JSON_LISTS.find(([, , call]) => call === query.call);
  return found === undefined ? null : `{"${found[3]}":[]}`;
}

/** The call that a request makes, where it is one of these; null for others. */
export function hybridCall(request: IncomingMessage): string | null {
  const { service, asks } = signedFor({ request });
  return JSON_LISTS.find(([signed, end]) => signed === service && end === asks)?.[2] ?? null;
}
