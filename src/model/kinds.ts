import { type Static, Type } from "typebox";

/**
 * What an estate can contain, in neutral words: an AWS security group, a network ACL and an nftables
 * chain are all a `filter`. The provider's own word is the node's `type`.
 */
export const KINDS = [
  "estate",
  "account",
  "region",
  "site",
  "network",
  "subnet",
  "route-table",
  "filter",
  "rule",
  "prefix-list",
  "prefix-set",
  "interface",
  "host",
  "gateway",
  "gateway-association",
  "attachment",
  "vpn-connection",
  "virtual-interface",
  "firewall",
  "firewall-policy",
  "address",
  "address-pool",
  "peering",
  "endpoint",
  "flow-log",
  "load-balancer",
  "listener",
  "listener-rule",
  "target-group",
  "target",
  // What guards web applications, and what it guards.
  "web-acl",
  "web-rule",
  "web-rule-group",
  "web-set",
  "web-log",
  "entry-point",
  "web-api",
  "shield-protection",
  "shield-subscription",
  "security-policy",
  "security-administrator",
  // Names and who answers them.
  "zone",
  "record",
  "health-check",
  "domain",
  "resolver-endpoint",
  "resolver-rule",
  "resolver-settings",
  "dns-association",
  "query-log",
  "dns-firewall-group",
  "dns-firewall-rule",
  "domain-list",
  "domain-set",
  "name-service",
  // Whom an account knows, and whom it trusts.
  "identity-provider",
  "role",
  "user",
  "group",
  "identity-policy",
  "password-policy",
  "organization",
  "organizational-unit",
  "organization-policy",
  "delegation",
  "identity-center",
  "permission-set",
  "assignment",
  "token-issuer",
  "identity-pool",
  "directory",
  "directory-trust",
  "analyzer",
  // Where data lies, what copies and moves it, and what encrypts it.
  "data-store",
  "data-copy",
  "copy-rule",
  "transfer",
  "transfer-end",
  "key",
] as const;

export type Kind = (typeof KINDS)[number];

export const KindSchema = Type.Enum(KINDS);

/** Where a node lives. Absent parts do not apply (an on-premises host has no account). */
export const ScopeSchema = Type.Object(
  {
    provider: Type.String({ description: "aws, on-premises, …" }),
    partition: Type.Optional(Type.String()),
    account: Type.Optional(Type.String()),
    region: Type.Optional(Type.String()),
    site: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

export type Scope = Static<typeof ScopeSchema>;
