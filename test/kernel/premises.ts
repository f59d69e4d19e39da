import { reachability } from "../../src/derive/index.js";
import { assemble } from "../../src/graph/index.js";
import type { Answer } from "../../src/model/index.js";
import { listingsOf, readInventory } from "../../src/sources/inventory/index.js";
import { readNftables } from "../../src/sources/nftables/index.js";
import { type Packet, questionOf } from "./asked.js";
import { DraftLayout } from "./draft-space.js";
import { type Neighbourhood, randomRuleset } from "./host-rules.js";
import { differ, PATIENT, QUICK } from "./judge.js";
import { experiment, type Probe } from "./laboratory.js";
import { Random } from "./random.js";
import { PORTS, SOURCE_PORTS } from "./universe.js";

/** Hosts of one site, on one network; some are firewalls of themselves. */
export interface Site {
  readonly hosts: readonly SiteHost[];
}

export interface SiteHost {
  readonly name: string;
  readonly addresses: readonly string[];
  /** In nft syntax; undefined where none is loaded. */
  readonly ruleset?: string;
}

const HOSTS = ["h0", "h1", "h2", "h3"];
const addressesOf = (index: number) => [
  `10.50.${index >> 1}.${10 + index}`,
  `2001:db8:50:${index >> 1}::${10 + index}`,
];
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
  return {
    hosts: HOSTS.slice(0, count).map((name, index) => ({
      ...{ name, addresses: addressesOf(index) },
      ...(index === 0 || random.chance(0.6) ? { ruleset: randomRuleset(random, NEAR) } : {}),
    })),
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

/** Loads the rulesets into hosts around a switch, and asks: replies by packet, and the kernel's own listings. */
export async function siteInKernel(site: Site, packets: readonly Packet[], quiet = PATIENT) {
  const layout = new DraftLayout();
  const middle = layout.space("middle");
  middle.silence();
  const homes = new Map<string, string>();
  for (const { name, addresses, ruleset = "" } of site.hosts) {
    const space = Object.assign(layout.space(name), { nft: ruleset, listing: true, holder: "eth0" });
    space.addresses.push(...addresses);
    layout.cable([space, "eth0"], [middle, name]);
    for (const to of ["default", "::/0"]) space.route(to, { dev: "eth0" });
    for (const address of addresses) {
      middle.route(address, { dev: name });
      homes.set(address, name);
    }
  }
  const probes = packets.map(
    ({ from, to, ...packet }): Probe => ({
      ...{ ...packet, space: homes.get(from) ?? "", source: from, target: to, tries: [0] },
    }),
  );
  const { replied, listings } = await experiment({ layout, probes, ports: PORTS, quiet });
  return { replied, listings };
}

/** The site as a collection tells it: an inventory, and the listings beside it. */
export function engineOnSite(
  site: Site,
  listings: Readonly<Record<string, string>>,
  packets: readonly Packet[],
): Answer[] {
  const text = JSON.stringify({
    inventory: 1,
    sites: [{ id: "dc", ranges: ["10.50.0.0/16", "2001:db8:50::/48"] }],
    hosts: site.hosts.map(({ name, addresses, ruleset }) => ({
      ...{ id: name, site: "dc", interfaces: [{ name: "eth0", addresses }] },
      ...(ruleset === undefined ? {} : { nftables: `${name}.json` }),
    })),
  });
  const inventory = [{ path: "inventory.yaml", text }];
  const places = [...listingsOf(inventory)];
  const listed = places.map(([path, place]) =>
    readNftables({ path, text: listings[place.host] ?? "", ...place }),
  );
  const reach = reachability(assemble([readInventory(inventory), ...listed]));
  return packets.map((packet) => reach.answer(questionOf(packet)));
}

export interface SiteDisagreement {
  readonly packet: Packet;
  readonly replied: boolean;
  readonly answer: Answer;
}

/** Where the two judges do not agree on a site; asked of the kernel once more, with patience. */
export async function siteDisagreements(
  site: Site,
  packets: readonly Packet[],
): Promise<{ found: SiteDisagreement[]; replies: number }> {
  const { replied, listings } = await siteInKernel(site, packets, QUICK);
  const engine = engineOnSite(site, listings, packets);
  const suspects = packets.flatMap((packet, index) => {
    const answer = engine[index] as Answer;
    return differ(answer, replied[index] === true) ? [{ packet, answer }] : [];
  });
  const again =
    suspects.length === 0
      ? []
      : (
          await siteInKernel(
            site,
            suspects.map(({ packet }) => packet),
            PATIENT,
          )
        ).replied;
  const found = suspects
    .map((suspect, index) => ({ ...suspect, replied: again[index] === true }))
    .filter(({ answer, replied: reply }) => differ(answer, reply));
  return { found, replies: replied.filter(Boolean).length };
}
