import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AUDIT_EMPTY, AUDIT_TARGETS, auditCall } from "./audit-answers.js";
import { DATA_PATHS, EMPTY_DATA } from "./data-answers.js";
import { emptyStores, STORE_PATHS, STORE_TARGETS, STORE_VERSIONS } from "./empty-stores.js";
import { emptyHybrid, hybridCall } from "./hybrid-answers.js";

/** One call of the query protocol, as it came. */
export interface QueryCall {
  /** service:Operation. */
  readonly call: string;
  readonly region: string;
  readonly params: URLSearchParams;
  readonly body: string;
  readonly request: IncomingMessage;
}

/** Answers a call, or says nothing and lets the next in line do it. */
export type Handler = (call: QueryCall, response: ServerResponse) => boolean | Promise<boolean>;

/** Starts an HTTP server on loopback that reads AWS query calls and hands them on. */
export async function startQueryServer(
  handle: Handler,
): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void readCall(request).then(async (call) => {
      if (!(await handle(call, response))) response.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** The classic and the newer load balancer API are told apart by their version. */
const VERSIONS = new Map([
  ["2012-06-01", "elb"],
  ["2015-12-01", "elbv2"],
  ["2016-11-15", "ec2"],
  ["2011-06-15", "sts"],
  ["2010-05-08", "iam"],
  ...STORE_VERSIONS,
  ["2010-03-31", "sns"],
]);

/** Services that speak JSON name themselves in a header. */
const TARGETS = new Map([
  ["OvertureService", "directconnect"],
  ["NetworkFirewall_20201112", "network-firewall"],
  ["AWSWAF_20190729", "wafv2"],
  ["AWSShield_20160616", "shield"],
  ["AWSFMS_20180101", "fms"],
  ["AWSCognitoIdentityProviderService", "cognito-idp"],
  ["AppRunner", "apprunner"],
  ["Route53Resolver", "route53resolver"],
  ["Route53Domains_v20140515", "route53domains"],
  ["Route53AutoNaming_v20170314", "servicediscovery"],
  ["AWSOrganizationsV20161128", "organizations"],
  ["SWBExternalService", "sso-admin"],
  ["AWSCognitoIdentityService", "cognito-identity"],
  ["DirectoryService_20150416", "ds"],
  ["StarlingDoveService", "config"],
  ["CloudTrail_20131101", "cloudtrail"],
  ["TrentService", "kms"],
  ["secretsmanager", "secretsmanager"],
  ["AmazonEC2ContainerRegistry_V20150921", "ecr"],
  ["AWSSimbaAPIService_v20180301", "fsx"],
  ...STORE_TARGETS,
  ...AUDIT_TARGETS,
]);

/** Services that are asked by paths, each with its empty answer. */
const PATHS: readonly { readonly start: string; readonly call: string; readonly empty: string }[] = [
  ...STORE_PATHS,
  { start: "/restapis?", call: "apigateway:GetRestApis", empty: '{"item":[]}' },
  { start: "/v2/apis?", call: "apigatewayv2:GetApis", empty: '{"items":[]}' },
  { start: "/analyzer", call: "accessanalyzer:ListAnalyzers", empty: '{"analyzers":[]}' },
  ...DATA_PATHS,
  { start: "/v1/apis?", call: "appsync:ListGraphqlApis", empty: '{"graphqlApis":[]}' },
  {
    start: "/2020-05-31/distribution?",
    call: "cloudfront:ListDistributions",
    empty: "<DistributionList><IsTruncated>false</IsTruncated></DistributionList>",
  },
];

function pathCall(url: string): string {
  return (
    auditCall(url) ?? PATHS.find(({ start }) => url.startsWith(start))?.call ?? `account:${url.slice(1)}`
  );
}

async function readCall(request: IncomingMessage): Promise<QueryCall> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const params = new URLSearchParams(body);
  const [, region = ""] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const service = VERSIONS.get(params.get("Version") ?? "");
  const [, protocol = "", target = ""] =
    /(\w+)\.(\w+)$/.exec(String(request.headers["x-amz-target"] ?? "")) ?? [];
  const json = TARGETS.get(protocol);
  const zones = route53Call(request.url ?? "");
  const call =
    hybridCall(request) ??
    (json !== undefined
      ? `${json}:${target}`
      : service === undefined
        ? (zones ?? pathCall(request.url ?? ""))
        : `${service}:${params.get("Action")}`);
  return { call, region, params, body, request };
}

/** Route 53 tells what it is asked by the path. */
const ZONE_PATHS: readonly (readonly [RegExp, string])[] = [
  [/^hostedzone\/[^/]+\/rrset/, "ListResourceRecordSets"],
  [/^hostedzone\/[^/]+\/dnssec/, "GetDNSSEC"],
  [/^hostedzone\/[^/?]+/, "GetHostedZone"],
  [/^hostedzone(?:\?|$)/, "ListHostedZones"],
  [/^hostedzonesbyvpc/, "ListHostedZonesByVPC"],
  [/^healthcheck(?:\?|$)/, "ListHealthChecks"],
  [/^queryloggingconfig/, "ListQueryLoggingConfigs"],
  [/^tags\//, "ListTagsForResource"],
];

function route53Call(url: string): string | null {
  const path = /^\/2013-04-01\/(.*)$/.exec(url)?.[1];
  if (path === undefined) return null;
  return `route53:${ZONE_PATHS.find(([pattern]) => pattern.test(path))?.[1] ?? path}`;
}

/** Route 53's XML: the members of the response, inside it. */
export function route53Xml(operation: string, members: string): string {
  return `<?xml version="1.0"?><${operation}Response xmlns="https://route53.amazonaws.com/doc/2013-04-01/">${members}</${operation}Response>`;
}

/** Lists of the services of names, by call. */
const NAME_LISTS: Readonly<Record<string, string>> = {
  "route53:ListHostedZones": "HostedZones",
  "route53:ListHealthChecks": "HealthChecks",
  "route53:ListQueryLoggingConfigs": "QueryLoggingConfigs",
  "route53:ListHostedZonesByVPC": "HostedZoneSummaries",
  "route53domains:ListDomains": "Domains",
  "route53resolver:ListResolverEndpoints": "ResolverEndpoints",
  "route53resolver:ListResolverRules": "ResolverRules",
  "route53resolver:ListResolverRuleAssociations": "ResolverRuleAssociations",
  "route53resolver:ListResolverQueryLogConfigs": "ResolverQueryLogConfigs",
  "route53resolver:ListResolverQueryLogConfigAssociations": "ResolverQueryLogConfigAssociations",
  "route53resolver:ListFirewallRuleGroups": "FirewallRuleGroups",
  "route53resolver:ListFirewallRuleGroupAssociations": "FirewallRuleGroupAssociations",
  "route53resolver:ListFirewallDomainLists": "FirewallDomainLists",
  "servicediscovery:ListNamespaces": "Namespaces",
};

function emptyNames(call: string): string | null {
  const list = NAME_LISTS[call];
  if (list === undefined) return null;
  if (!call.startsWith("route53:")) return `{"${list}":[]}`;
  return route53Xml(call.slice("route53:".length), `<${list}/><IsTruncated>false</IsTruncated>`);
}

const LISTS: Readonly<Record<string, string>> = {
  DescribeVpcs: "vpcSet",
  DescribeSubnets: "subnetSet",
  DescribeRouteTables: "routeTableSet",
  DescribeSecurityGroups: "securityGroupInfo",
  DescribeSecurityGroupRules: "securityGroupRuleSet",
  DescribeNetworkAcls: "networkAclSet",
  DescribeManagedPrefixLists: "prefixListSet",
  DescribeNetworkInterfaces: "networkInterfaceSet",
  DescribeInstances: "reservationSet",
  DescribeInternetGateways: "internetGatewaySet",
  DescribeEgressOnlyInternetGateways: "egressOnlyInternetGatewaySet",
  DescribeNatGateways: "natGatewaySet",
  DescribeAddresses: "addressesSet",
  DescribeVpcPeeringConnections: "vpcPeeringConnectionSet",
  DescribeVpcEndpoints: "vpcEndpointSet",
  DescribeFlowLogs: "flowLogSet",
  DescribeTransitGateways: "transitGatewaySet",
  DescribeTransitGatewayAttachments: "transitGatewayAttachments",
  DescribeTransitGatewayVpcAttachments: "transitGatewayVpcAttachments",
  DescribeTransitGatewayPeeringAttachments: "transitGatewayPeeringAttachments",
  DescribeTransitGatewayConnects: "transitGatewayConnectSet",
  DescribeTransitGatewayRouteTables: "transitGatewayRouteTables",
  DescribeCarrierGateways: "carrierGatewaySet",
  DescribeVpcBlockPublicAccessExclusions: "vpcBlockPublicAccessExclusionSet",
  DescribeVpnGateways: "vpnGatewaySet",
  DescribeCustomerGateways: "customerGatewaySet",
  DescribeVpnConnections: "vpnConnectionSet",
  DescribeLocalGateways: "localGatewaySet",
  DescribeLocalGatewayRouteTables: "localGatewayRouteTableSet",
  DescribeLocalGatewayRouteTableVpcAssociations: "localGatewayRouteTableVpcAssociationSet",
  DescribeLocalGatewayVirtualInterfaces: "localGatewayVirtualInterfaceSet",
  DescribeCoipPools: "coipPoolSet",
  DescribeVolumes: "volumeSet",
  DescribeSnapshots: "snapshotSet",
  DescribeImages: "imagesSet",
  DescribeInstanceImageMetadata: "instanceImageMetadataSet",
  DescribeHosts: "hostSet",
  DescribeVerifiedAccessInstances: "verifiedAccessInstanceSet",
  DescribeVerifiedAccessInstanceLoggingConfigurations: "loggingConfigurationSet",
};

const JSON_LISTS: Readonly<Record<string, string>> = {
  "wafv2:ListWebACLs": "WebACLs",
  "fms:ListPolicies": "PolicyList",
  "cognito-idp:ListUserPools": "UserPools",
  "apprunner:ListServices": "ServiceSummaryList",
  "wafv2:ListLoggingConfigurations": "LoggingConfigurations",
  "wafv2:ListRuleGroups": "RuleGroups",
  "wafv2:ListIPSets": "IPSets",
  "wafv2:ListRegexPatternSets": "RegexPatternSets",
};

/** Settings of a Region, inside their answers. */
const EC2_SETTINGS: Readonly<Record<string, string>> = {
  GetEbsEncryptionByDefault: "<ebsEncryptionByDefault>false</ebsEncryptionByDefault>",
  GetEbsDefaultKmsKeyId: "<kmsKeyId>alias/aws/ebs</kmsKeyId>",
  GetSnapshotBlockPublicAccessState: "<state>unblocked</state>",
  GetImageBlockPublicAccessState: "<imageBlockPublicAccessState>unblocked</imageBlockPublicAccessState>",
};

const EMPTY_JSON: Readonly<Record<string, string>> = {
  "organizations:DescribeOrganization":
    '{"Organization":{"Id":"o-a1b2c3d4e5","Arn":"arn:aws:organizations::444455556666:organization/o-a1b2c3d4e5","FeatureSet":"ALL","MasterAccountId":"444455556666"}}',
  "organizations:ListRoots": '{"Roots":[]}',
  "organizations:ListAccounts": '{"Accounts":[]}',
  "organizations:ListDelegatedAdministrators": '{"DelegatedAdministrators":[]}',
  "sso-admin:ListInstances": '{"Instances":[]}',
  "cognito-identity:ListIdentityPools": '{"IdentityPools":[]}',
  "ds:DescribeDirectories": '{"DirectoryDescriptions":[]}',
  "ds:DescribeTrusts": '{"Trusts":[]}',
  "accessanalyzer:ListAnalyzers": '{"analyzers":[]}',
  ...EMPTY_DATA,
};

/** IAM's lists are members of their results, empty or not. */
const IAM: Readonly<Record<string, string>> = {
  GetAccountAuthorizationDetails:
    "<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies/><IsTruncated>false</IsTruncated>",
  ListRoles: "<Roles/><IsTruncated>false</IsTruncated>",
  ListUsers: "<Users/><IsTruncated>false</IsTruncated>",
  GetAccountPasswordPolicy:
    "<PasswordPolicy><MinimumPasswordLength>14</MinimumPasswordLength></PasswordPolicy>",
  GetAccountSummary: "<SummaryMap><entry><key>AccountMFAEnabled</key><value>1</value></entry></SummaryMap>",
  ListAccountAliases: "<AccountAliases/><IsTruncated>false</IsTruncated>",
  ListSAMLProviders: "<SAMLProviderList/>",
  ListOpenIDConnectProviders: "<OpenIDConnectProviderList/>",
};

/** EC2's XML: the members of the response, inside it. */
export function ec2Xml(operation: string, members: string): string {
  return `<?xml version="1.0"?><${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>${members}</${operation}Response>`;
}

/** An account with nothing in it: every call of the registry answers with an empty list. */
export function emptyAnswer(query: QueryCall): string | null {
  const { call } = query;
  const hybrid = emptyHybrid(query);
  if (hybrid !== null) return hybrid;
  const [service = "", operation = ""] = call.split(":");
  const list = LISTS[operation];
  if (service === "ec2" && list !== undefined) return ec2Xml(operation, `<${list}/>`);
  const names = emptyNames(call) ?? emptyStores(call);
  if (names !== null) return names;
  if (call === "ec2:DescribeRegions")
    return ec2Xml(
      operation,
      "<regionInfo><item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item></regionInfo>",
    );
  if (call === "ec2:DescribeVpcBlockPublicAccessOptions")
    return ec2Xml(
      operation,
      "<vpcBlockPublicAccessOptions><internetGatewayBlockMode>off</internetGatewayBlockMode></vpcBlockPublicAccessOptions>",
    );
  const setting = EC2_SETTINGS[operation];
  if (service === "ec2" && setting !== undefined) return ec2Xml(operation, setting);
  if (call === "directconnect:DescribeDirectConnectGateways") return '{"directConnectGateways":[]}';
  if (call === "directconnect:DescribeVirtualInterfaces") return '{"virtualInterfaces":[]}';
  if (call === "network-firewall:ListFirewalls") return '{"Firewalls":[]}';
  if (call === "network-firewall:ListFirewallPolicies") return '{"FirewallPolicies":[]}';
  const listed = JSON_LISTS[call];
  if (listed !== undefined) return `{"${listed}":[]}`;
  if (call === "shield:GetSubscriptionState") return '{"SubscriptionState":"INACTIVE"}';
  if (call === "fms:GetAdminAccount") return '{"AdminAccount":"111122223333","RoleStatus":"READY"}';
  const path = PATHS.find((one) => one.call === call);
  if (path !== undefined) return path.empty;
  if (call === "network-firewall:ListRuleGroups") return '{"RuleGroups":[]}';
  const json = EMPTY_JSON[call] ?? AUDIT_EMPTY[call];
  if (json !== undefined) return json;
  const wrapped = (result: string) =>
    `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`;
  if (call === "sts:GetCallerIdentity")
    return wrapped(
      "<Arn>arn:aws:iam::111122223333:user/audit</Arn><UserId>U</UserId><Account>111122223333</Account>",
    );
  const iam = IAM[operation];
  if (service === "iam" && iam !== undefined) return wrapped(iam);
  if (call === "elbv2:DescribeLoadBalancers") return wrapped("<LoadBalancers/>");
  if (call === "elbv2:DescribeTargetGroups") return wrapped("<TargetGroups/>");
  return call === "elb:DescribeLoadBalancers" ? wrapped("<LoadBalancerDescriptions/>") : null;
}
