import type { Kind } from "./kinds.js";

/** One arrow the graph may hold, and the two names by which policies may walk it. */
export interface RelationRow {
  /** Name from `from` to `to`, as in `reads: [subnet]`. */
  readonly name: string;
  readonly from: readonly Kind[];
  readonly to: readonly Kind[];
  /** `one`: the document carries an object or null; `many`: an array sorted by id. */
  readonly cardinality: "one" | "many";
  /** Name from `to` back to `from`; always many. */
  readonly inverse: string;
}

type Row = readonly [
  name: string,
  from: readonly Kind[],
  to: readonly Kind[],
  cardinality: "one" | "many",
  inverse: string,
];

/**
 * Every relation. A name may stand in several rows as long as (name, from kind) and
 * (inverse, to kind) are unambiguous; a test holds the table to that.
 */
const ROWS: readonly Row[] = [
  ["account", ["network"], ["account"], "one", "networks"],
  ["account", ["address"], ["account"], "one", "addresses"],
  ["region", ["network"], ["region"], "one", "networks"],
  ["account", ["region"], ["account"], "one", "regions"],
  ["network", ["subnet"], ["network"], "one", "subnets"],
  ["network", ["filter"], ["network"], "one", "filters"],
  ["network", ["route-table"], ["network"], "one", "route_tables"],
  ["main_of", ["route-table"], ["network"], "one", "main_route_tables"],
  ["network", ["gateway"], ["network"], "one", "gateways"],
  ["network", ["interface"], ["network"], "one", "interfaces"],
  ["network", ["endpoint"], ["network"], "one", "endpoints"],
  ["network", ["host"], ["network"], "one", "hosts"],
  ["network", ["load-balancer"], ["network"], "one", "load_balancers"],
  ["network", ["target-group"], ["network"], "one", "target_groups"],
  ["requester", ["peering"], ["network"], "one", "requested_peerings"],
  ["accepter", ["peering"], ["network"], "one", "accepted_peerings"],
  ["route_table", ["subnet"], ["route-table"], "one", "subnets"],
  ["route_tables", ["endpoint"], ["route-table"], "many", "endpoints"],
  [
    "targets",
    ["route-table"],
    ["gateway", "peering", "endpoint", "interface", "host", "attachment"],
    "many",
    "routed_by",
  ],
  ["edge_of", ["route-table"], ["gateway"], "many", "edge_route_tables"],
  ["gateway", ["route-table"], ["gateway"], "one", "route_tables"],
  ["networks", ["route-table"], ["network"], "many", "local_gateway_route_tables"],
  ["gateway", ["attachment"], ["gateway"], "one", "attachments"],
  ["network", ["attachment"], ["network"], "one", "attachments"],
  ["subnets", ["attachment"], ["subnet"], "many", "attachments"],
  ["vpn_connection", ["attachment"], ["vpn-connection"], "one", "attachments"],
  ["direct_connect_gateway", ["attachment"], ["gateway"], "one", "direct_connect_attachments"],
  ["peer_gateway", ["attachment"], ["gateway"], "one", "peer_attachments"],
  ["route_table", ["attachment"], ["route-table"], "one", "attachments"],
  ["propagates_to", ["attachment"], ["route-table"], "many", "propagated_from"],
  ["gateway", ["vpn-connection"], ["gateway"], "one", "vpn_connections"],
  ["customer_gateway", ["vpn-connection"], ["gateway"], "one", "customer_vpn_connections"],
  ["propagates_to", ["gateway"], ["route-table"], "many", "propagated_from_gateways"],
  ["gateway", ["virtual-interface"], ["gateway"], "one", "virtual_interfaces"],
  ["gateway", ["gateway-association"], ["gateway"], "one", "associations"],
  ["associated_gateway", ["gateway-association"], ["gateway"], "one", "direct_connect_associations"],
  ["network", ["firewall"], ["network"], "one", "firewalls"],
  ["subnets", ["firewall"], ["subnet"], "many", "firewalls"],
  ["endpoints", ["firewall"], ["endpoint"], "many", "firewalls"],
  ["policy", ["firewall"], ["firewall-policy"], "one", "firewalls"],
  ["filters", ["firewall-policy"], ["filter"], "many", "firewall_policies"],
  ["route_table", ["address-pool"], ["route-table"], "one", "address_pools"],
  ["prefix_lists", ["route-table"], ["prefix-list"], "many", "route_tables"],
  ["filters", ["interface"], ["filter"], "many", "interfaces"],
  ["filters", ["subnet"], ["filter"], "many", "subnets"],
  ["filters", ["load-balancer"], ["filter"], "many", "load_balancers"],
  ["filters", ["endpoint"], ["filter"], "many", "endpoints"],
  ["filters", ["host"], ["filter"], "many", "hosts"],
  ["filter", ["rule"], ["filter"], "one", "rules"],
  ["jumps_to", ["rule"], ["filter"], "one", "jumped_from"],
  ["prefix_lists", ["rule"], ["prefix-list"], "many", "rules"],
  ["peer_filters", ["rule"], ["filter"], "many", "referenced_by"],
  ["prefix_list", ["prefix-set"], ["prefix-list"], "one", "prefix_sets"],
  ["subnet", ["interface"], ["subnet"], "one", "interfaces"],
  ["subnet", ["host"], ["subnet"], "one", "hosts"],
  ["subnet", ["gateway"], ["subnet"], "one", "gateways"],
  ["subnets", ["endpoint"], ["subnet"], "many", "endpoints"],
  ["subnets", ["load-balancer"], ["subnet"], "many", "load_balancers"],
  ["interfaces", ["endpoint"], ["interface"], "many", "endpoints"],
  ["host", ["interface"], ["host"], "one", "interfaces"],
  ["interface", ["address"], ["interface"], "one", "addresses"],
  ["host", ["address"], ["host"], "one", "addresses"],
  ["gateway", ["address"], ["gateway"], "one", "addresses"],
  ["logs", ["flow-log"], ["network", "subnet", "interface", "firewall"], "one", "flow_logs"],
  ["load_balancer", ["listener"], ["load-balancer"], "one", "listeners"],
  ["target_groups", ["listener"], ["target-group"], "many", "listeners"],
  ["load_balancers", ["target-group"], ["load-balancer"], "many", "target_groups"],
  ["target_group", ["target"], ["target-group"], "one", "targets"],
  ["host", ["target"], ["host"], "one", "target_of"],
  ["load_balancer", ["target"], ["load-balancer"], "one", "target_of"],
  ["site", ["host"], ["site"], "one", "hosts"],
  ["site", ["interface"], ["site"], "one", "interfaces"],
  ["site", ["filter"], ["site"], "one", "filters"],
  ["site", ["network"], ["site"], "one", "networks"],
  ["account", ["role"], ["account"], "one", "roles"],
  ["account", ["user"], ["account"], "one", "users"],
  ["account", ["group"], ["account"], "one", "groups"],
  ["account", ["identity-policy"], ["account"], "one", "identity_policies"],
  ["account", ["identity-provider"], ["account"], "one", "identity_providers"],
  ["account", ["password-policy"], ["account"], "one", "password_policies"],
  ["groups", ["user"], ["group"], "many", "users"],
  ["policies", ["role", "user", "group"], ["identity-policy"], "many", "attached_to"],
  ["boundary", ["role", "user"], ["identity-policy"], "one", "boundary_of"],
  ["trusts", ["role"], ["identity-provider"], "many", "trusted_by"],
];

export const RELATIONS: readonly RelationRow[] = ROWS.map(([name, from, to, cardinality, inverse]) => ({
  name,
  from,
  to,
  cardinality,
  inverse,
}));
