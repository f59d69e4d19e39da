/** A whole ruleset, and what it is about. `mixed: false` where all packets share one fate. */
export interface Ruleset {
  readonly story: string;
  readonly ruleset: string;
  readonly outward?: boolean;
  readonly mixed?: false;
}

const input = (rules: string, policy = "drop", priority = 0) =>
  `chain input {\n type filter hook input priority ${priority}; policy ${policy};\n${rules}\n }`;

/** Small firewalls whose every packet can be sent; none has a condition that the listing leaves open. */
export const RULESETS: readonly Ruleset[] = [
  {
    story: "a web server with SSH from its own network",
    ruleset: `table inet filter {\n${input(`
      ct state established,related accept
      iifname lo accept
      ip saddr 10.0.0.0/25 tcp dport 22 accept
      ip6 saddr 2001:db8::/48 tcp dport 22 accept
      tcp dport { 80, 443 } accept`)}\n}`,
  },
  {
    story: "the first match wins, also where a later rule says otherwise",
    ruleset: `table inet filter {\n${input(`
      ip saddr 10.0.0.9 drop
      ip saddr 10.0.0.0/8 accept
      ip saddr 10.0.0.200 drop
      tcp dport 22 drop
      ip6 saddr fd00::/8 accept
      meta l4proto tcp th dport 1000-2000 accept
      udp dport 53 accept`)}\n}`,
  },
  {
    story: "a table for IPv4 alone leaves IPv6 open",
    ruleset: `table ip filter {\n${input("tcp dport 443 accept")}\n}`,
  },
  {
    story: "a table for IPv6 alone, with an accepting policy and a refusal",
    ruleset: `table ip6 filter {\n${input("tcp dport 22 drop", "accept")}\n}\ntable ip filter {\n${input("udp dport 53 accept")}\n}`,
  },
  { story: "no ruleset at all", ruleset: "", mixed: false },
  {
    story: "two base chains at one hook must both accept",
    ruleset: `table inet first {
      set banned { type ipv4_addr; elements = { 203.0.113.9, 10.0.0.200 }; }
      ${input("ip saddr @banned drop\n ip6 saddr 2a00::/16 drop", "accept", -10)}
    }
    table inet second {\n${input("tcp dport { 22, 443 } accept\n udp dport 53 accept")}\n}`,
  },
  {
    story: "two base chains, the earlier with an accept that does not end it",
    ruleset: `table inet first {
      chain trusted {\n ip saddr 10.0.0.0/24 accept\n }
      ${input("tcp dport 80 jump trusted\n tcp dport 443 accept\n ip6 saddr 2001:db8::/32 accept", "drop", -10)}
    }
    table ip second {\n${input("ip saddr 10.0.0.9 drop", "accept")}\n}
    table ip6 third {\n${input("udp dport 443 drop\n ip6 saddr 2001:db8:1::/48 return\n tcp dport 22 accept", "drop")}\n}`,
  },
  {
    story: "an idle base chain of another tool changes nothing",
    ruleset: `table ip libvirt {\n${input("counter", "accept")}\n}\ntable inet filter {\n${input("tcp dport 22 accept", "drop", 5)}\n}`,
  },
  {
    story: "jump comes back, goto does not",
    ruleset: `table inet filter {
      chain web {\n ip saddr 10.0.0.1 return\n ip6 saddr fd00::5 drop\n tcp dport 80 accept\n }
      chain ends {\n tcp dport 443 accept\n }
      ${input("jump web\n ip saddr 192.168.0.0/16 goto ends\n ip saddr 192.168.1.7 accept\n tcp dport { 22, 80 } ip saddr 10.0.0.0/8 accept\n udp dport 53 goto ends\n udp dport 53 accept")}
    }`,
  },
  {
    story: "verdict maps, concatenations and negated sets",
    ruleset: `table inet filter {
      set pairs { type ipv4_addr . inet_service; flags interval; elements = { 10.0.0.0/28 . 20-25, 8.8.8.8 . 443 }; }
      chain web {\n ip saddr != { 10.0.0.0/24, 8.8.8.8 } accept\n }
      ${input(`
      ip saddr . tcp dport @pairs accept
      tcp dport vmap { 80 : jump web, 1022 : drop, 8080 : accept }
      udp dport != { 53, 80, 1000-2000 } accept
      ip6 saddr vmap { fd00::/8 : accept, 2001:db8::/48 : drop }
      ip6 saddr != 2a00::/12 tcp dport 443 accept`)}
    }`,
  },
  {
    story: "a stateless firewall that looks at TCP flags",
    ruleset: `table inet filter {\n${input(`
      tcp flags & (fin|syn|rst|ack) != syn accept
      tcp dport 22 tcp flags & (syn|ack) == syn accept
      tcp flags syn ip saddr 10.0.0.1 accept
      udp dport 53 accept`)}\n}`,
  },
  {
    story: "state in a map, refusals with an answer",
    ruleset: `table inet filter {\n${input(`
      ct state vmap { established : accept, related : accept, invalid : drop }
      ip saddr 10.0.0.0/24 reject with icmpx type admin-prohibited
      tcp dport 1022 reject with tcp reset
      ct state new ip saddr 0.0.0.0/1 accept
      ct state new meta nfproto ipv6 udp dport 443 accept`)}\n}`,
  },
  {
    story: "what leaves",
    outward: true,
    ruleset: `table inet filter { chain output {
      type filter hook output priority 0; policy drop;
      oifname lo accept
      ip daddr 10.0.0.0/24 tcp dport 443 accept
      ip daddr { 8.8.8.8, 192.168.0.0/16 } udp dport 53 accept
      ip6 daddr fd00::/8 accept
      ip6 daddr 2001:db8:1::5 tcp dport 22-80 accept
    }\n}`,
  },
];
