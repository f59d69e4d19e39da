import { type Matter, type Packet, questionOf, trafficOf } from "./asked.js";
import type { Card, Cloud } from "./cloud.js";
import { Random } from "./random.js";
import { addressesOf } from "./rule-text.js";
import { PORTS, SOURCE_PORTS, WORLD } from "./universe.js";

type Traffic = Pick<Packet, "protocol" | "port" | "sourcePort">;

const KINDS = [
  ...PORTS.tcp.map((port) => ["tcp", port] as const),
  ...PORTS.udp.map((port) => ["udp", port] as const),
  ["icmp", 0] as const,
  ["icmp", 0] as const,
];

/** Random matters of about so many packets: most of one address and another, some of things and the internet. */
export function randomMatters(cloud: Cloud, { seed, packets }: { seed: number; packets: number }): Matter[] {
  const random = new Random(seed);
  const ends = endsOf(cloud);
  const found = new Map<string, Matter>();
  let sum = 0;
  for (let turn = 0; turn < packets * 2 && sum < packets; turn++) {
    const matter = random.chance(0.93)
      ? single(random, ends)
      : random.chance(0.6)
        ? internet(random, cloud)
        : things(random, cloud);
    const key = JSON.stringify(matter.question);
    if (matter.packets.length === 0 || found.has(key)) continue;
    found.set(key, matter);
    sum += matter.packets.length;
  }
  return [...found.values()];
}

type Ends = readonly (readonly [from: string, to: string])[];

/** Pairs of addresses: all that the estate and the world have, and some that nobody has. */
function endsOf(cloud: Cloud): Ends {
  const own = cloud.cards.map((card) => ({ card, addresses: addressesOf(card) }));
  const outside = cloud.cards.flatMap(outsideOf);
  const devices = cloud.nats.flatMap(({ NatGatewayAddresses }) =>
    NatGatewayAddresses.flatMap(({ PrivateIp, PublicIp }) => [PrivateIp, PublicIp ?? []].flat()),
  );
  const vacant = cloud.subnets.slice(0, 1).map(({ CidrBlock }) => CidrBlock.replace(".0/24", ".77"));
  const targets = [...own.flatMap(({ addresses }) => addresses), ...outside, ...devices, ...vacant];
  const fromCards = own.flatMap(({ card, addresses }) => {
    // Its own addresses, also those by which the internet knows it, are not asked for by a machine itself.
    const self = [...addresses, ...outsideOf(card)];
    return addresses.flatMap((from) =>
      [...targets, ...WORLD.hosts].filter((to) => !self.includes(to)).map((to) => [from, to] as const),
    );
  });
  const fromWorld = WORLD.hosts.flatMap((from) => targets.map((to) => [from, to] as const));
  return [...fromCards, ...fromWorld].filter(
    ([from, to]) =>
      six(from) === six(to) && !(to.startsWith("10.") && WORLD.hosts.some((host) => host === from)),
  );
}

const six = (address: string) => address.includes(":");

function outsideOf({ PrivateIpAddresses }: Card): string[] {
  return PrivateIpAddresses.flatMap(({ Association }) => Association?.PublicIp ?? []);
}

function traffic(random: Random): Traffic {
  const [protocol, port] = random.pick(KINDS);
  return { protocol, port, sourcePort: protocol === "icmp" ? 0 : random.pick(SOURCE_PORTS) };
}

function single(random: Random, ends: Ends): Matter {
  const [from, to] = random.pick(ends);
  const packet = { from, to, ...traffic(random) };
  return { question: questionOf(packet), packets: [packet] };
}

/** The whole internet and an interface, one way or the other. */
function internet(random: Random, cloud: Cloud): Matter {
  const card = random.pick(cloud.cards);
  const kind = traffic(random);
  const inward = random.chance(0.6);
  const isSix = kind.protocol === "icmp" && random.chance(0.5);
  const ends = { from: { internet: true }, to: { id: card.NetworkInterfaceId } } as const;
  const mine = inward ? [...outsideOf(card), ...addressesOf(card).filter(six)] : addressesOf(card);
  const pairs = mine.flatMap((own) =>
    WORLD.hosts
      .filter((host) => six(host) === six(own))
      .map((host) => (inward ? { from: host, to: own } : { from: own, to: host })),
  );
  return {
    question: {
      ...(inward ? ends : { from: ends.to, to: ends.from }),
      ...trafficOf(kind, isSix),
    },
    packets: pairs
      .filter(({ from }) => kind.protocol !== "icmp" || six(from) === isSix)
      .map((pair) => ({ ...pair, ...kind })),
  };
}

/** Two interfaces by name, from whichever port the sender likes. */
function things(random: Random, cloud: Cloud): Matter {
  const [a, b] = random.some(cloud.cards, 2, 2);
  const [protocol, port] = random.pick(KINDS);
  const isSix = protocol === "icmp" && random.chance(0.5);
  const kind = { protocol, port, sourcePort: 0 };
  if (a === undefined || b === undefined)
    return { question: { from: { internet: true }, to: { internet: true } }, packets: [] };
  const pairs = addressesOf(a).flatMap((from) =>
    [...addressesOf(b), ...outsideOf(b)].filter((to) => six(to) === six(from)).map((to) => ({ from, to })),
  );
  return {
    question: {
      ...{ from: { id: a.NetworkInterfaceId }, to: { id: b.NetworkInterfaceId } },
      ...trafficOf(kind, isSix),
    },
    packets: pairs
      .filter(({ from }) => protocol !== "icmp" || six(from) === isSix)
      .flatMap((pair) =>
        (protocol === "icmp" ? [0] : SOURCE_PORTS).map((sourcePort) => ({ ...pair, ...kind, sourcePort })),
      ),
  };
}
