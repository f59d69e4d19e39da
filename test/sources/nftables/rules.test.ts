import { describe, expect, it } from "vitest";
import { readNftables } from "../../../src/sources/nftables/index.js";
import { listed, noKernel } from "./kernel.js";
import { rows } from "./short.js";

const SETS = `
  set admins { type ipv4_addr; flags interval; elements = { 10.0.0.0/8, 192.168.1.5-192.168.1.9 }; }
  set nobody { type ipv4_addr; }
  set seen { type ipv4_addr; size 1024; flags dynamic; }
  set knocked { type ipv4_addr; flags timeout; elements = { 10.0.0.1 timeout 5m }; }
  set pairs { type ipv4_addr . inet_service; flags interval; elements = { 10.0.0.0/8 . 20-25, 10.0.0.1 . 443 }; }
  map doors { type inet_service : verdict; elements = { 22 : accept, 80 : drop }; }`;

/** ICMPv6 of the link, which is never tracked. */
const LINK_TALK = [130, 131, 132, 133, 134, 135, 136, 143];

/** One rule as a person writes it, and the rows it must become in the input chain of an inet table. */
const TABLE: readonly (readonly [rule: string, ...rows: string[]])[] = [
  ["accept", "allow"],
  ["drop", "deny"],
  ["reject with icmpx type admin-prohibited", "deny"],
  ['counter log prefix "x"', "continue"],
  ["tcp dport 22 counter log accept", "allow proto 6 port 22"],
  ["tcp dport { 22, 80-90 } accept", "allow proto 6 port 22,80-90"],
  ["tcp dport != 22 drop", "deny proto 6 port 0-21,23-65535"],
  ["tcp dport != { 22, 80-90 } drop", "deny proto 6 port 0-21,23-79,91-65535"],
  ["tcp dport < 1024 drop", "deny proto 6 port 0-1023"],
  ["tcp dport >= 1024 accept", "allow proto 6 port 1024-65535"],
  ["udp sport 53 udp dport 1024-65535 accept", "allow proto 17 port 1024-65535 sport 53"],
  ["sctp dport 5 accept", "allow proto 132 port 5"],
  ["meta l4proto { tcp, udp } th dport 53 accept", "allow proto 6,17 port 53"],
  ["meta l4proto != tcp accept", "allow proto 255 of 256"],
  ["ip protocol { tcp, gre } accept", "allow ipv4 proto 6,47"],
  ["ip6 nexthdr icmpv6 accept", "allow ipv6 proto 58"],
  ["ip saddr 10.0.0.1 accept", "allow ipv4 peers 10.0.0.1/32"],
  ["ip saddr 10.1.0.0/16 ip daddr 10.2.0.0/16 accept", "allow ipv4 peers 10.1.0.0/16 here 10.2.0.0/16"],
  ["ip saddr 10.0.0.1-10.0.0.6 accept", "allow ipv4 peers 10.0.0.1-10.0.0.6"],
  ["ip saddr @admins accept", "allow ipv4 peers 10.0.0.0/8 192.168.1.5-192.168.1.9"],
  ["ip saddr @nobody accept"],
  ["ip saddr != @nobody accept", "allow ipv4 peers 0.0.0.0/0"],
  ["ip saddr != { 0.0.0.0/1, 128.0.0.0/1 } accept"],
  ["ip saddr != 128.0.0.0/1 accept", "allow ipv4 peers 0.0.0.0/1"],
  ["ip6 saddr 2001:db8::/32 tcp dport 443 accept", "allow ipv6 proto 6 port 443 peers 2001:db8::/32"],
  ["ip6 saddr != { ::/1, 8000::/1 } accept"],
  ["ip6 saddr != ::/1 accept", "allow ipv6 peers 8000::/1"],
  ["ip6 saddr { fe80::/10, ::1 } accept", "allow ipv6 peers ::1/128 fe80::/10"],
  ["meta nfproto ipv6 drop", "deny ipv6"],
  ["meta protocol ip accept", "allow ipv4"],
  ["icmp type echo-request accept", "allow ipv4 proto 1 icmp 8/*"],
  [
    "icmp type { echo-request, 3 } icmp code 0 accept",
    "allow ipv4 proto 1 icmp 3/0",
    "allow ipv4 proto 1 icmp 8/0",
  ],
  ["icmpv6 type nd-neighbor-solicit accept", "allow ipv6 proto 58 icmp 135/*"],
  ["icmp type != echo-request drop", "deny if icmp type != echo-request"],
  ["ct state established,related accept", "allow established"],
  ["ct state { established, related } accept", "allow established"],
  ["ct state new tcp dport 22 accept", "allow opening proto 6 port 22"],
  ["ct state invalid drop", "deny established to no answer"],
  ["ct state != established,related drop", "deny opening"],
  [
    "ct state != new accept",
    "allow established",
    ...LINK_TALK.map((type) => `allow ipv6 proto 58 icmp ${type}/*`),
  ],
  [
    "ct state invalid,untracked drop",
    "deny established to no answer",
    ...LINK_TALK.map((type) => `deny ipv6 proto 58 icmp ${type}/*`),
  ],
  [
    "ct state vmap { established : accept, related : accept, invalid : drop }",
    "deny established to no answer",
    "allow established",
    "allow established to no answer",
  ],
  ["tcp flags & (fin|syn|rst|ack) == syn tcp dport 22 accept", "allow opening proto 6 port 22"],
  ["tcp flags & (fin|syn|rst|ack) != syn drop", "deny established proto 6"],
  ["tcp flags & (syn|ack) == (syn|ack) drop", "deny established proto 6"],
  ["tcp flags { syn, ack } accept", "allow opening proto 6"],
  ["tcp flags syn,ack accept", "allow proto 6"],
  ["tcp flags ack accept", "allow established proto 6"],
  ["iifname lo accept", "allow peers 127.0.0.0/8 ::1/128"],
  ["iif lo ip saddr 10.0.0.0/8 accept"],
  ["iifname != lo ip saddr 127.0.0.0/8 drop", "deny ipv4 peers 127.0.0.0/8"],
  ["iifname eth1 tcp dport 22 accept", "allow proto 6 port 22 if iifname eth1"],
  ["iifname { lo, eth1 } accept", "allow peers 127.0.0.0/8 ::1/128", "allow if iifname eth1"],
  [
    "ip saddr . tcp dport @pairs accept",
    "allow ipv4 proto 6 port 443 peers 10.0.0.1/32",
    "allow ipv4 proto 6 port 20-25 peers 10.0.0.0/8",
  ],
  ["tcp dport vmap @doors", "allow proto 6 port 22", "deny proto 6 port 80"],
  [
    "tcp dport vmap { 22 : accept, 80 : jump web, * : drop }",
    "allow proto 6 port 22",
    "jump proto 6 port 80",
    "deny proto 6 port 0-21,23-79,81-65535",
  ],
  [
    "ip saddr vmap { 10.0.0.1 : accept, * : drop }",
    "allow ipv4 peers 10.0.0.1/32",
    "deny ipv4 peers 0.0.0.0/0",
  ],
  ["tcp dport 80 jump web", "jump proto 6 port 80"],
  ["tcp dport 80 goto web", "goto proto 6 port 80"],
  ["tcp dport 80 return", "return proto 6 port 80"],
  ["limit rate 5/second accept", "allow"],
  ["tcp dport 22 limit rate over 5/second drop", "continue proto 6 port 22"],
  ["ct count over 10 drop", "continue"],
  ["limit rate 5/second jump web", "jump if limit"],
  ["quota over 25 mbytes drop", "deny if quota"],
  [
    "ip saddr @knocked accept",
    "allow ipv4 peers 10.0.0.1/32",
    "allow ipv4 peers 0.0.0.0/0 if members that set knocked takes up at run time",
  ],
  ["ip saddr @knocked drop", "deny ipv4 peers 10.0.0.1/32", "continue ipv4 peers 0.0.0.0/0"],
  ["add @seen { ip saddr } tcp dport 22 accept", "allow proto 6 port 22"],
  ["ip saddr @seen accept", "allow ipv4 peers 0.0.0.0/0 if members that set seen takes up at run time"],
  ["ip saddr @seen drop", "continue ipv4 peers 0.0.0.0/0"],
  ["ip saddr != @seen accept", "allow ipv4 peers 0.0.0.0/0"],
  ["meta mark 1 accept", "allow if meta mark 1"],
  ["ip saddr & 255.0.0.255 == 10.0.0.1 accept", "allow if (ip saddr & 255.0.0.255) 10.0.0.1"],
  ["fib daddr type local accept", 'allow if {"fib":{"flags":["daddr"],"result":"type"}} local'],
  ["meta mark set 5", "continue"],
];

describe.skipIf(noKernel !== null)(
  `a rule of an input chain, as the kernel lists it (${noKernel ?? "nft found"})`,
  () => {
    // One listing for the whole table: each rule stands in a chain of its own, reached from the input chain.
    const chains = TABLE.map(([rule], index) => `chain c${index} {\n ${rule}\n }`).join("\n");
    const jumps = TABLE.map((_, index) => `jump c${index}`).join("\n  ");
    const ruleset = `table inet t {${SETS}\n chain web {\n accept\n }\n${chains}\n chain input {\n type filter hook input priority 0; policy drop;\n ${jumps}\n }\n}\n`;
    const batch =
      noKernel === null ? readNftables({ path: "l.json", text: listed(ruleset), host: "h" }) : null;
    for (const [index, [rule, ...expected]] of TABLE.entries()) {
      it(`${rule}  ⇒  ${expected.join("  ·  ") || "never matches"}`, () => {
        expect(batch && rows(batch, `nft:h/inet/t/c${index}`).sort()).toEqual([...expected].sort());
      });
    }

    it("keeps handle, line and column of each rule", () => {
      const rule = batch?.nodes.find(({ id }) => id.startsWith("nft:h/inet/t/c4#"));
      expect(rule?.at).toMatchObject({
        source: "nftables",
        uri: "l.json",
        line: expect.any(Number),
        column: expect.any(Number),
      });
      expect(rule?.id).toBe(`nft:h/inet/t/c4#${rule?.at.id}`);
      expect(rule?.label).toMatch(/^c4 #\d+: tcp dport 22 accept$/);
    });
  },
);
