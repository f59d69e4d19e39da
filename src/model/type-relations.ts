import type { Kind } from "./kinds.js";

type Row = readonly [from: readonly string[], segment: string, kind: Kind, to: readonly string[]];

const GROUPS = ["aws.security-group"];
const GROUP_RULES = ["aws.security-group-rule"];
const ACLS = ["aws.network-acl"];
const ACL_ENTRIES = ["aws.network-acl-entry"];
const FIREWALL_GROUPS = ["aws.network-firewall-stateful-group", "aws.network-firewall-stateless-group"];
const FIREWALL_RULES = ["aws.network-firewall-stateful-rule", "aws.network-firewall-stateless-rule"];
const TABLES = ["aws.route-table"];
const TRANSIT_TABLES = ["aws.transit-gateway-route-table"];
const GUARDED = [
  "aws.network-interface",
  "aws.instance",
  "aws.load-balancer",
  "aws.classic-load-balancer",
  "aws.vpc-endpoint",
];
const OF_A_VPC = [
  "aws.internet-gateway",
  "aws.egress-only-internet-gateway",
  "aws.nat-gateway",
  "aws.vpn-gateway",
  "aws.carrier-gateway",
];

/**
 * Where not every type of a kind can stand at the end of an arrow: a card is guarded by security groups, a subnet by
 * network ACLs. What is not listed may be anything. A test holds the table to every estate.
 */
const ROWS: readonly Row[] = [
  [GUARDED, "filters", "filter", GROUPS],
  [["aws.subnet"], "filters", "filter", ACLS],
  [["aws.vpc"], "filters", "filter", [...GROUPS, ...ACLS]],
  [[...GUARDED, "aws.subnet", ...GROUPS, ...ACLS], "network", "network", ["aws.vpc"]],
  [["aws.network-firewall-policy"], "filters", "filter", FIREWALL_GROUPS],
  [GROUPS, "rules", "rule", GROUP_RULES],
  [ACLS, "rules", "rule", ACL_ENTRIES],
  [FIREWALL_GROUPS, "rules", "rule", FIREWALL_RULES],
  [GROUP_RULES, "filter", "filter", GROUPS],
  [GROUP_RULES, "peer_filters", "filter", GROUPS],
  [ACL_ENTRIES, "filter", "filter", ACLS],
  [["aws.vpc"], "gateways", "gateway", OF_A_VPC],
  [["aws.subnet"], "gateways", "gateway", ["aws.nat-gateway"]],
  [["aws.elastic-ip"], "gateway", "gateway", ["aws.nat-gateway"]],
  [["aws.transit-gateway-attachment"], "gateway", "gateway", ["aws.transit-gateway"]],
  [["aws.subnet"], "route_table", "route-table", TABLES],
  [["aws.vpc"], "route_tables", "route-table", TABLES],
  [["aws.vpc"], "main_route_tables", "route-table", TABLES],
  [["aws.transit-gateway"], "route_tables", "route-table", TRANSIT_TABLES],
  [["aws.transit-gateway-attachment"], "route_table", "route-table", TRANSIT_TABLES],
];

const BY_STEP = new Map(
  ROWS.flatMap(([from, segment, , to]) => from.map((type) => [`${type} ${segment}`, to])),
);
const BY_KIND = new Map<Kind, Set<string>>();
for (const [, , kind, to] of ROWS) BY_KIND.set(kind, new Set([...(BY_KIND.get(kind) ?? []), ...to]));

/** The types that one step of a relation path can lead to from nodes of a type; undefined: any of the kind. */
export function typesBehind(type: string, segment: string): readonly string[] | undefined {
  return BY_STEP.get(`${type} ${segment}`);
}

/** Types of a kind that the table tells apart from others. */
export function typesToldApart(kind: Kind): ReadonlySet<string> {
  return BY_KIND.get(kind) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
