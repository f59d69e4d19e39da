import { callOf, type Resource } from "./resource.js";
import { accountInformation } from "./resources/account-information.js";
import { addresses } from "./resources/addresses.js";
import { AUDIT } from "./resources/audit/index.js";
import { callerIdentity } from "./resources/caller-identity.js";
import { carrierGateways } from "./resources/carrier-gateways.js";
import { classicLoadBalancerAttributes } from "./resources/classic-load-balancer-attributes.js";
import { classicLoadBalancers } from "./resources/classic-load-balancers.js";
import { coipPools } from "./resources/coip-pools.js";
import { customerGateways } from "./resources/customer-gateways.js";
import { DATA } from "./resources/data/index.js";
import { directConnectGatewayAssociations } from "./resources/direct-connect-gateway-associations.js";
import { directConnectGateways } from "./resources/direct-connect-gateways.js";
import { DNS } from "./resources/dns/index.js";
import { egressOnlyInternetGateways } from "./resources/egress-only-internet-gateways.js";
import { firewallDescriptions } from "./resources/firewall-descriptions.js";
import { firewallLogging } from "./resources/firewall-logging.js";
import { firewallPolicies } from "./resources/firewall-policies.js";
import { firewallPolicyDescriptions } from "./resources/firewall-policy-descriptions.js";
import { firewalls } from "./resources/firewalls.js";
import { flowLogs } from "./resources/flow-logs.js";
import { HYBRID } from "./resources/hybrid/index.js";
import { IDENTITY } from "./resources/identity/index.js";
import { instances } from "./resources/instances.js";
import { internetGateways } from "./resources/internet-gateways.js";
import { listenerRules } from "./resources/listener-rules.js";
import { listeners } from "./resources/listeners.js";
import { loadBalancerAttributes } from "./resources/load-balancer-attributes.js";
import { loadBalancers } from "./resources/load-balancers.js";
import { localGatewayRouteTables } from "./resources/local-gateway-route-tables.js";
import { localGatewayRoutes } from "./resources/local-gateway-routes.js";
import { localGatewayVirtualInterfaces } from "./resources/local-gateway-virtual-interfaces.js";
import { localGatewayVpcAssociations } from "./resources/local-gateway-vpc-associations.js";
import { localGateways } from "./resources/local-gateways.js";
import { managedPrefixListEntries } from "./resources/managed-prefix-list-entries.js";
import { managedPrefixLists } from "./resources/managed-prefix-lists.js";
import { natGateways } from "./resources/nat-gateways.js";
import { networkAcls } from "./resources/network-acls.js";
import { networkInterfaces } from "./resources/network-interfaces.js";
import { OUTPOSTS } from "./resources/outposts/index.js";
import { regions } from "./resources/regions.js";
import { routeTables } from "./resources/route-tables.js";
import { ruleGroupDescriptions } from "./resources/rule-group-descriptions.js";
import { ruleGroups } from "./resources/rule-groups.js";
import { securityGroupRules } from "./resources/security-group-rules.js";
import { securityGroups } from "./resources/security-groups.js";
import { STORES } from "./resources/stores/index.js";
import { subnets } from "./resources/subnets.js";
import { targetGroupAttributes } from "./resources/target-group-attributes.js";
import { targetGroups } from "./resources/target-groups.js";
import { targetHealth } from "./resources/target-health.js";
import { transitGatewayAssociations } from "./resources/transit-gateway-associations.js";
import { transitGatewayAttachments } from "./resources/transit-gateway-attachments.js";
import { transitGatewayConnects } from "./resources/transit-gateway-connects.js";
import { transitGatewayPeeringAttachments } from "./resources/transit-gateway-peering-attachments.js";
import { transitGatewayPrefixListReferences } from "./resources/transit-gateway-prefix-list-references.js";
import { transitGatewayPropagations } from "./resources/transit-gateway-propagations.js";
import { transitGatewayRouteTables } from "./resources/transit-gateway-route-tables.js";
import { transitGatewayRoutes } from "./resources/transit-gateway-routes.js";
import { transitGatewayVpcAttachments } from "./resources/transit-gateway-vpc-attachments.js";
import { transitGateways } from "./resources/transit-gateways.js";
import { virtualInterfaces } from "./resources/virtual-interfaces.js";
import { vpcBlockPublicAccessExclusions } from "./resources/vpc-block-public-access-exclusions.js";
import { vpcBlockPublicAccessOptions } from "./resources/vpc-block-public-access-options.js";
import { vpcEndpoints } from "./resources/vpc-endpoints.js";
import { vpcPeeringConnections } from "./resources/vpc-peering-connections.js";
import { vpcs } from "./resources/vpcs.js";
import { vpnConnections } from "./resources/vpn-connections.js";
import { vpnGateways } from "./resources/vpn-gateways.js";
import { WEB } from "./resources/web/index.js";

/** Every call that is made. A call made for each item of another stands behind it. */
export const REGISTRY: readonly Resource[] = [
  callerIdentity,
  accountInformation,
  regions,
  vpcs,
  subnets,
  routeTables,
  securityGroups,
  securityGroupRules,
  networkAcls,
  managedPrefixLists,
  managedPrefixListEntries,
  networkInterfaces,
  instances,
  internetGateways,
  egressOnlyInternetGateways,
  natGateways,
  addresses,
  vpcPeeringConnections,
  vpcEndpoints,
  flowLogs,
  loadBalancers,
  loadBalancerAttributes,
  listeners,
  listenerRules,
  targetGroups,
  targetGroupAttributes,
  targetHealth,
  classicLoadBalancers,
  classicLoadBalancerAttributes,
  transitGateways,
  transitGatewayAttachments,
  transitGatewayVpcAttachments,
  transitGatewayPeeringAttachments,
  transitGatewayConnects,
  transitGatewayRouteTables,
  transitGatewayRoutes,
  transitGatewayAssociations,
  transitGatewayPropagations,
  transitGatewayPrefixListReferences,
  vpnGateways,
  customerGateways,
  vpnConnections,
  carrierGateways,
  vpcBlockPublicAccessOptions,
  vpcBlockPublicAccessExclusions,
  directConnectGateways,
  directConnectGatewayAssociations,
  virtualInterfaces,
  localGateways,
  localGatewayRouteTables,
  localGatewayRoutes,
  localGatewayVpcAssociations,
  localGatewayVirtualInterfaces,
  coipPools,
  firewalls,
  firewallDescriptions,
  firewallLogging,
  firewallPolicies,
  firewallPolicyDescriptions,
  ruleGroups,
  ruleGroupDescriptions,
  ...WEB,
  ...DNS,
  ...IDENTITY,
  ...DATA,
  ...STORES,
  ...AUDIT,
  ...HYBRID,
  ...OUTPOSTS,
];

const BY_CALL: ReadonlyMap<string, Resource> = new Map(
  REGISTRY.map((resource) => [callOf(resource), resource]),
);

/** @param call service:Operation */
export function resourceOf(call: string): Resource | undefined {
  return BY_CALL.get(call);
}

const BY_LIST: ReadonlyMap<string, readonly Resource[]> = askersByList();

function askersByList(): Map<string, Resource[]> {
  const askers = new Map<string, Resource[]>();
  for (const resource of REGISTRY) {
    const { of, alsoOf } = resource.each ?? {};
    for (const list of new Set([of, alsoOf]))
      if (list !== undefined) askers.set(list, [...(askers.get(list) ?? []), resource]);
  }
  return askers;
}

/** The calls that ask about the items of this one. */
export function askersAbout(list: Resource): readonly Resource[] {
  return BY_LIST.get(callOf(list)) ?? [];
}

/** The services that are asked, sorted. */
export function awsServices(): string[] {
  return [...new Set(REGISTRY.map(({ service }) => service))].sort();
}

/** The IAM actions that a collection of these calls needs, or a full one, sorted. All of them only read. */
export function iamActions(isAsked: (resource: Resource) => boolean = () => true): string[] {
  const asked = REGISTRY.filter((one) => isAsked(one) || ALWAYS.includes(callOf(one)));
  return [...new Set(asked.flatMap((resource) => resource.actions))].sort();
}

/** Asked whatever is left out: who we are, and where there is something to look at. */
const ALWAYS = ["sts:GetCallerIdentity", "ec2:DescribeRegions"];
