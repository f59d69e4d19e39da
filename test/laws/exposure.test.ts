import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exposure } from "../../src/model/index.js";
import { AddressSet, parseAddress, parseCidr } from "../../src/net/index.js";
import { cidrs, estateOf, factOf, type RuleFacts } from "../derive/filters.js";

// A universe small enough to try every packet: eight blocks of each family, eight ports, three protocols.
// Large blocks, so that every difference is a list of blocks short enough for the fact to spell out.
const BLOCKS = [
  "0.0.0.0/0",
  "0.0.0.0/1",
  "128.0.0.0/1",
  "0.0.0.0/3",
  "192.0.0.0/3",
  "208.0.0.0/4",
  "::/0",
  "2000::/3",
  "8000::/1",
];
const HOSTS = [
  "1.2.3.4",
  "10.1.1.1",
  "200.1.1.1",
  "203.0.113.5",
  "220.0.113.200",
  "2001:db8::1",
  "9000::1",
  "4600::1",
];
const PORTS = [0, 1, 2, 3, 4, 5, 6, 65535];
const PROTOCOLS = [6, 17, 132];

const range = fc.tuple(fc.nat(6), fc.nat(6)).map(([a, b]) => [{ from: Math.min(a, b), to: Math.max(a, b) }]);
const rule = (actions: readonly ("allow" | "deny")[]): fc.Arbitrary<RuleFacts> =>
  fc.record({
    action: fc.constantFrom(...actions),
    protocols: fc.oneof(fc.constant(null), fc.subarray(PROTOCOLS, { minLength: 1 })),
    ports: fc.oneof(fc.constant(null), range),
    peers: fc.subarray(BLOCKS, { minLength: 1, maxLength: 2 }).map((blocks) => cidrs(...blocks)),
  });

function names(facts: RuleFacts, { host, port, protocol }: Packet): boolean {
  const address = parseAddress(host);
  if (address === null) throw new Error(host);
  const peer = (facts.peers ?? []).some((one) => {
    const cidr = "cidr" in one ? parseCidr(one.cidr) : null;
    return cidr !== null && AddressSet.ofCidr(cidr).contains(address);
  });
  const ports = facts.ports == null || facts.ports.some(({ from, to }) => from <= port && port <= to);
  return peer && ports && (facts.protocols == null || facts.protocols.includes(protocol));
}

/** Names the third protocol in every filter, and refuses nothing: it speaks of some source ports only. */
const SENTINEL: RuleFacts = { action: "deny", protocols: [132], sourcePorts: [{ from: 7, to: 7 }] };

interface Packet {
  readonly host: string;
  readonly port: number;
  readonly protocol: number;
}

/** The verdict by plain simulation: the first rule that names the packet. */
function admittedBySimulation(rules: readonly RuleFacts[], packet: Packet, fallback: boolean): boolean {
  for (const facts of rules) if (names(facts, packet)) return facts.action === "allow";
  return fallback;
}

const NAME: Record<number, string> = { 6: "tcp", 17: "udp", 132: "132" };

function admittedByFact({ ingress }: Exposure, { host, port, protocol }: Packet): number {
  const address = parseAddress(host);
  if (address === null) throw new Error(host);
  return ingress.filter(({ family, openings, peers, morePeers }) => {
    expect(morePeers).toBe(0);
    const inside = peers.some((text) => {
      const cidr = parseCidr(text);
      return cidr !== null && AddressSet.ofCidr(cidr).contains(address);
    });
    const mine = openings.some(
      (o) => (o.protocol === NAME[protocol] || o.protocol === "all") && o.from <= port && port <= o.to,
    );
    return family === address.family && inside && mine;
  }).length;
}

const packets = HOSTS.flatMap((host) =>
  PORTS.flatMap((port) => PROTOCOLS.map((protocol) => ({ host, port, protocol }))),
);

function holds(rules: readonly RuleFacts[], fallback: "allow" | "deny"): void {
  const { exposure, gaps } = factOf(
    estateOf([{ id: "f", first: true, defaults: fallback, rules: [...rules, SENTINEL] }]),
    "f",
  );
  expect(gaps).toEqual([]);
  for (const packet of packets) {
    const wanted = admittedBySimulation(rules, packet, fallback === "allow");
    const found = admittedByFact(exposure, packet);
    expect({ packet, causes: found }).toEqual({ packet, causes: wanted ? 1 : 0 });
  }
}

describe("the exposure of a first-match filter", () => {
  it("is what trying every packet says, and no packet is in two causes", () => {
    fc.assert(
      fc.property(
        fc.array(rule(["allow", "deny"]), { maxLength: 6 }),
        fc.constantFrom("allow" as const, "deny" as const),
        holds,
      ),
      { numRuns: 400 },
    );
  });

  it("of permits alone does not depend on their order, and one more never takes away", () => {
    const reach = (rules: readonly RuleFacts[]) => {
      const { exposure } = factOf(
        estateOf([
          {
            id: "f",
            rules: [
              ...rules,
              { protocols: [132], ports: [{ from: 7, to: 7 }], peers: cidrs("192.0.2.1/32") },
            ],
          },
        ]),
        "f",
      );
      return packets
        .filter((packet) => admittedByFact(exposure, packet) > 0)
        .map((packet) => JSON.stringify(packet));
    };
    fc.assert(
      fc.property(fc.array(rule(["allow"]), { maxLength: 5 }), rule(["allow"]), (rules, more) => {
        const before = reach(rules);
        expect(reach([...rules].reverse())).toEqual(before);
        const after = new Set(reach([...rules, more]));
        expect(before.filter((packet) => !after.has(packet))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("never grows by one more refusal", () => {
    const reach = (rules: readonly RuleFacts[]) => {
      const { exposure } = factOf(estateOf([{ id: "f", first: true, rules: [...rules, SENTINEL] }]), "f");
      return packets
        .filter((packet) => admittedByFact(exposure, packet) > 0)
        .map((packet) => JSON.stringify(packet));
    };
    fc.assert(
      fc.property(
        fc.array(rule(["allow", "deny"]), { maxLength: 5 }),
        rule(["deny"]),
        fc.nat(5),
        (...given) => {
          const [rules, more, at] = given;
          const before = new Set(reach(rules));
          const after = reach([...rules.slice(0, at), more, ...rules.slice(at)]);
          expect(after.filter((packet) => !before.has(packet))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
