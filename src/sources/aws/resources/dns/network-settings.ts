import { settingResource } from "../../dns/settings.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallConfig.html */
export const dnsFirewallSettings: Resource = settingResource({
  operation: "GetFirewallConfig",
  whole: "FirewallConfig",
  member: "FirewallFailOpen",
  fact: "firewallFailOpen",
});

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverConfig.html */
export const resolverSettings: Resource = settingResource({
  operation: "GetResolverConfig",
  whole: "ResolverConfig",
  member: "AutodefinedReverse",
  fact: "autodefinedReverse",
});

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverDnssecConfig.html */
export const dnssecValidation: Resource = settingResource({
  operation: "GetResolverDnssecConfig",
  whole: "ResolverDNSSECConfig",
  member: "ValidationStatus",
  fact: "dnssecValidation",
});
