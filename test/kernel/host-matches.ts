/** Matches that rules of hosts are drawn from, in nft syntax. */
export const PORTS = [
  "tcp dport 22",
  "tcp dport != 80",
  "tcp dport { 22, 443 }",
  "tcp dport != { 22, 53-100 }",
  "tcp dport 80-443",
  "udp dport 53",
  "udp dport < 100",
  "meta l4proto tcp",
  "meta l4proto != udp",
  "meta l4proto { tcp, udp } th dport >= 80",
  "tcp sport 1024-65535 tcp dport 22-80",
  "udp sport >= 32768",
  'iifname != "lo"',
  "",
  "",
];

/** Matches that not every packet of a connection can meet. */
export const STATES = [
  "ct state new",
  "ct state new,established",
  "ct state != established",
  "ct state != new",
  "ct state invalid",
  "ct state { invalid, untracked }",
  "ct state established",
  "ct state related",
  "tcp flags & (fin|syn|rst|ack) == syn",
  "tcp flags & (fin|syn|rst|ack) != syn",
  "tcp flags & (syn|ack) == (syn|ack)",
  "tcp flags syn",
  "tcp flags ! syn",
  "tcp flags ack",
  "tcp flags == syn",
];

/** Ports turned round. */
export const REPLIES = ["tcp sport 22", "tcp sport { 80, 443 }", "udp sport 53", "tcp dport 32768-65535"];

export const ECHO = {
  ip: ["icmp type echo-request", "meta l4proto icmp", "icmp type echo-reply"],
  ip6: ["icmpv6 type echo-request", "meta l4proto ipv6-icmp", "icmpv6 type echo-reply"],
};

/** Sets by name; a table of both families has those of IPv4. */
export const NAMED = {
  ip: [
    "ip saddr @near",
    "ip daddr @near",
    "ip saddr != @near",
    "tcp dport @ports",
    "udp dport != @ports",
    "ip saddr . tcp dport @pairs",
  ],
  ip6: ["ip6 saddr @near", "ip6 saddr != @near", "tcp dport @ports", "ip6 daddr . tcp dport @pairs"],
};

/** Whole rules: they decide by themselves. The chain two must be there, and the map doors. */
export const MAPS = [
  "tcp dport vmap { 22 : accept, 80 : drop, 443 : jump two }",
  "tcp dport vmap { 22 : accept, 53-100 : jump two, * : drop }",
  "meta l4proto vmap { tcp : jump two, udp : continue }",
  "meta l4proto vmap { tcp : jump two, * : accept }",
  "meta l4proto . th dport vmap { tcp . 22 : accept, udp . 53 : jump two, tcp . 80 : drop }",
  "tcp dport vmap @doors",
  "ct state vmap { new : jump two, established : accept }",
];
