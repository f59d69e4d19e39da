import type { Resource } from "../../resource.js";
import {
  acceleratorAttributes,
  acceleratorGroups,
  acceleratorListeners,
  accelerators,
} from "./accelerators.js";
import { availabilityZones } from "./availability-zones.js";
import { circuitLocations } from "./circuit-locations.js";
import { circuitBundles, circuits } from "./circuits.js";
import { clientVpnAuthorizations } from "./client-vpn-authorizations.js";
import { clientVpnEndpoints } from "./client-vpn-endpoints.js";
import { clientVpnRoutes, clientVpnTargets } from "./client-vpn-routes.js";
import { coreNetworkAttachments, coreNetworkPolicies } from "./core-network-attachments.js";
import { dhcpOptions } from "./dhcp-options.js";
import { directConnectGatewayAttachments } from "./direct-connect-gateway-attachments.js";
import { dnsProfileAssociations, dnsProfileResources, dnsProfiles } from "./dns-profiles.js";
import { endpointConnections, endpointServicePermissions, endpointServices } from "./endpoint-services.js";
import { firewallEndpointDescriptions, firewallEndpoints, tlsInspections } from "./firewall-endpoints.js";
import {
  coreNetworkDescriptions,
  coreNetworks,
  globalNetworks,
  transitGatewayRegistrations,
} from "./global-networks.js";
import { networkEncryptionControls } from "./network-encryption-controls.js";
import { resourceShares, sharedResources, sharedWith } from "./resource-shares.js";
import { routeServerEndpoints, routeServerPeers, routeServers } from "./route-servers.js";
import { securityGroupNetworks } from "./security-group-networks.js";
import {
  serviceNetworkFilters,
  serviceNetworkNetworks,
  serviceNetworkServices,
} from "./service-associations.js";
import {
  latticePolicies,
  networkServiceDescriptions,
  networkServices,
  serviceNetworkDescriptions,
  serviceNetworks,
} from "./service-networks.js";
import { mirrorFilters, mirrorTargets, trafficMirrors } from "./traffic-mirrors.js";
import { credentialProfiles, revocationLists, trustAnchors } from "./trust-anchors.js";
import { wafClassicAcls, wafClassicResources } from "./waf-classic.js";
import { wideAreaDevices, wideAreaLinks, wideAreaSites } from "./wide-area-sites.js";

/** What else joins networks to each other, to data centres and to people, and what accounts share. */
export const HYBRID: readonly Resource[] = [
  clientVpnEndpoints,
  clientVpnAuthorizations,
  clientVpnRoutes,
  clientVpnTargets,
  circuits,
  circuitBundles,
  circuitLocations,
  directConnectGatewayAttachments,
  dhcpOptions,
  securityGroupNetworks,
  networkEncryptionControls,
  availabilityZones,
  routeServers,
  routeServerEndpoints,
  routeServerPeers,
  endpointServices,
  endpointServicePermissions,
  endpointConnections,
  trafficMirrors,
  mirrorTargets,
  mirrorFilters,
  firewallEndpoints,
  firewallEndpointDescriptions,
  tlsInspections,
  globalNetworks,
  transitGatewayRegistrations,
  coreNetworks,
  coreNetworkDescriptions,
  coreNetworkPolicies,
  coreNetworkAttachments,
  wideAreaSites,
  wideAreaDevices,
  wideAreaLinks,
  serviceNetworks,
  serviceNetworkDescriptions,
  networkServices,
  networkServiceDescriptions,
  latticePolicies,
  serviceNetworkNetworks,
  serviceNetworkServices,
  serviceNetworkFilters,
  accelerators,
  acceleratorListeners,
  acceleratorGroups,
  acceleratorAttributes,
  resourceShares,
  sharedResources,
  sharedWith,
  dnsProfiles,
  dnsProfileAssociations,
  dnsProfileResources,
  trustAnchors,
  credentialProfiles,
  revocationLists,
  ...wafClassicAcls,
  wafClassicResources,
];
