/**
 * What a block of special addresses is for: `private` may be routed inside an organization but not
 * between organizations; `documentation` stands for public addresses in examples; `local` never leaves a
 * host, a link or a lab; `reserved` must not be used; `multicast` are groups, not senders; `global` is
 * reachable from everywhere although it lies in a special block (or the registry leaves it open).
 */
export type Purpose = "private" | "documentation" | "local" | "reserved" | "multicast" | "global";

/** One row: block, purpose, and where it is set down. A row is more specific than the rows it lies in. */
export type SpecialBlock = readonly [cidr: string, purpose: Purpose, source: string];

/**
 * The IANA IPv4 Special-Purpose Address Registry
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, RFC 6890, RFC 8190), and multicast from the
 * IPv4 address space registry; state of 2025-05. Blocks whose global reachability is "N/A" count as global,
 * so that a rule which admits them is never taken for a closed one.
 */
export const IPV4_SPECIAL: readonly SpecialBlock[] = [
  ["0.0.0.0/8", "local", "RFC 791"],
  ["10.0.0.0/8", "private", "RFC 1918"],
  ["100.64.0.0/10", "private", "RFC 6598"],
  ["127.0.0.0/8", "local", "RFC 1122"],
  ["169.254.0.0/16", "local", "RFC 3927"],
  ["172.16.0.0/12", "private", "RFC 1918"],
  ["192.0.0.0/24", "reserved", "RFC 6890"],
  ["192.0.0.9/32", "global", "RFC 7723"],
  ["192.0.0.10/32", "global", "RFC 8155"],
  ["192.0.2.0/24", "documentation", "RFC 5737"],
  ["192.31.196.0/24", "global", "RFC 7535"],
  ["192.52.193.0/24", "global", "RFC 7450"],
  ["192.88.99.0/24", "global", "RFC 7526"],
  ["192.88.99.2/32", "local", "RFC 6751"],
  ["192.168.0.0/16", "private", "RFC 1918"],
  ["192.175.48.0/24", "global", "RFC 7534"],
  ["198.18.0.0/15", "local", "RFC 2544"],
  ["198.51.100.0/24", "documentation", "RFC 5737"],
  ["203.0.113.0/24", "documentation", "RFC 5737"],
  ["224.0.0.0/4", "multicast", "RFC 5771"],
  ["240.0.0.0/4", "reserved", "RFC 1112"],
  ["255.255.255.255/32", "reserved", "RFC 919"],
];

/**
 * The IANA IPv6 Special-Purpose Address Registry
 * (https://www.iana.org/assignments/iana-ipv6-special-registry, RFC 6890, RFC 8190), state of 2025-05. Only
 * 2000::/3 is handed out as global unicast (RFC 4291, IANA IPv6 address space), so everything else is
 * reserved unless a row says otherwise. "N/A" counts as global, as above.
 */
export const IPV6_SPECIAL: readonly SpecialBlock[] = [
  ["::/0", "reserved", "RFC 4291"],
  ["::/128", "local", "RFC 4291"],
  ["::1/128", "local", "RFC 4291"],
  ["::ffff:0:0/96", "local", "RFC 4291"],
  ["64:ff9b::/96", "global", "RFC 6052"],
  ["64:ff9b:1::/48", "private", "RFC 8215"],
  ["100::/64", "local", "RFC 6666"],
  ["100:0:0:1::/64", "local", "RFC 9780"],
  ["2000::/3", "global", "RFC 4291"],
  ["2001::/23", "reserved", "RFC 2928"],
  ["2001::/32", "global", "RFC 4380"],
  ["2001:1::1/128", "global", "RFC 7723"],
  ["2001:1::2/128", "global", "RFC 8155"],
  ["2001:1::3/128", "global", "RFC 9665"],
  ["2001:2::/48", "local", "RFC 5180"],
  ["2001:3::/32", "global", "RFC 7450"],
  ["2001:4:112::/48", "global", "RFC 7535"],
  ["2001:10::/28", "reserved", "RFC 4843"],
  ["2001:20::/28", "global", "RFC 7343"],
  ["2001:30::/28", "global", "RFC 9374"],
  ["2001:db8::/32", "documentation", "RFC 3849"],
  ["2002::/16", "global", "RFC 3056"],
  ["2620:4f:8000::/48", "global", "RFC 7534"],
  ["3fff::/20", "documentation", "RFC 9637"],
  ["5f00::/16", "private", "RFC 9602"],
  ["fc00::/7", "private", "RFC 4193"],
  ["fe80::/10", "local", "RFC 4291"],
  ["ff00::/8", "multicast", "RFC 4291"],
];
