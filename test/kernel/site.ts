import type { Packet } from "./asked.js";
import { type Neighbourhood, randomRuleset } from "./host-rules.js";
import { Random } from "./random.js";
import { PORTS, SOURCE_PORTS } from "./universe.js";

/** Hosts of one site, on one network or on two with a router between; some are firewalls of themselves. */
export interface Site {
  readonly hosts: readonly SiteHost[];
  /** Some of their rules have effects that the reader of listings cannot know. */
  readonly strange?: boolean;
}

export interface SiteHost {
  readonly name: string;
  readonly addresses: readonly string[];
  /** In nft syntax; undefined where none is loaded. */
  readonly ruleset?: string;
  /** It has an interface in each network, and passes packets on. */
  readonly routes?: boolean;
}

const HOSTS = ["h0", "h1", "h2", "h3"];
const ROUTER = "r";
const addressesIn = (network: number, host: number) => [
  `10.50.${network}.${host}`,
  `2001:db8:50:${network}::${host}`,
];
const addressesOf = (index: number) => addressesIn(index >> 1, 10 + index);

export const NETWORKS = [0, 1].map((index) => ({
  id: `n${index}`,
  ranges: [`10.50.${index}.0/24`, `2001:db8:50:${index}::/64`],
}));

/** The number of the network that an address is in. */
export const networkOf = (address: string): number => (/^10\.50\.1\.|:50:1:/.test(address) ? 1 : 0);

const NEAR: Neighbourhood = {
  four: [
    ...["10.50.0.0/16", "10.50.0.0/24", "10.50.1.0/24", "0.0.0.0/1", "10.50.0.10-10.50.0.11", "192.0.2.0/24"],
    ...HOSTS.map((_, index) => addressesOf(index)[0] ?? ""),
  ],
  six: [
    ...["2001:db8:50::/48", "2001:db8:50::/64", "2001:db8:50:1::/64", "8000::/1"],
    ...HOSTS.map((_, index) => addressesOf(index)[1] ?? ""),
  ],
};

/** The same seed gives the same site. */
export function randomSite(seed: number): Site {
  const random = new Random(seed);
  const count = random.int(2, HOSTS.length);
  const strange = random.chance(0.2);
  const hosts = HOSTS.slice(0, count).map((name, index): SiteHost => {
    const kind = { forwards: false, strange: strange && random.chance(0.6) };
    const guarded = index === 0 || random.chance(0.6);
    return {
      ...{ name, addresses: addressesOf(index) },
      ...(guarded ? { ruleset: randomRuleset(random, NEAR, kind) } : {}),
    };
  });
  const ruleset = randomRuleset(random, NEAR, { forwards: true, strange });
  const addresses = NETWORKS.flatMap((_, index) => addressesIn(index, 1));
  const router: SiteHost = { name: ROUTER, addresses, ruleset, routes: true };
  return {
    hosts: count > 2 && random.chance(0.3) ? [...hosts, router] : hosts,
    ...(strange ? { strange } : {}),
  };
}

export function randomPackets({ hosts }: Site, { seed, most }: { seed: number; most: number }): Packet[] {
  const random = new Random(seed);
  const kinds = [
    ...PORTS.tcp.map((port) => ["tcp", port] as const),
    ...PORTS.udp.map((port) => ["udp", port] as const),
    ["icmp", 0] as const,
  ];
  const packets = new Map<string, Packet>();
  for (let turn = 0; turn < most * 3 && packets.size < most; turn++) {
    const [a, b] = random.some(hosts, 2, 2);
    const family = random.int(0, 1);
    const [protocol, port] = random.pick(kinds);
    const sourcePort = protocol === "icmp" ? 0 : random.pick(SOURCE_PORTS);
    const packet = {
      ...{ from: a?.addresses[family] ?? "", to: b?.addresses[family] ?? "", protocol, port, sourcePort },
    };
    packets.set(JSON.stringify(packet), packet);
  }
  return [...packets.values()];
}
