import { reachability } from "../../src/derive/index.js";
import { assemble } from "../../src/graph/index.js";
import type { Answer } from "../../src/model/index.js";
import { listingsOf, readInventory } from "../../src/sources/inventory/index.js";
import { readNftables } from "../../src/sources/nftables/index.js";
import { type Packet, questionOf } from "./asked.js";
import { DraftLayout, type DraftSpace } from "./draft-space.js";
import { differ, PATIENT, QUICK } from "./judge.js";
import { experiment, type Probe } from "./laboratory.js";
import { NETWORKS, networkOf, type Site, type SiteHost } from "./site.js";
import { PORTS } from "./universe.js";

/** What listens: ports that are asked for, and one that only address translation leads to. */
const LISTENING = { tcp: [...PORTS.tcp, 8080], udp: [...PORTS.udp, 8080] };

/** Loads the rulesets into hosts around switches, and asks: replies by packet, and the kernel's own listings. */
export async function siteInKernel(site: Site, packets: readonly Packet[], quiet = PATIENT) {
  const layout = new DraftLayout();
  const homes = new Map<string, string>();
  const router = site.hosts.find(({ routes }) => routes);
  const switches = (router === undefined ? [0] : [0, 1]).map((index) => layout.space(`switch${index}`));
  for (const one of switches) one.silence();
  for (const host of site.hosts) {
    const { name, addresses, ruleset = "" } = host;
    const space = Object.assign(layout.space(name), { nft: ruleset, listing: true, holder: "eth0" });
    space.addresses.push(...addresses);
    for (const address of addresses) homes.set(address, name);
    if (host === router) plugRouter(layout, space, switches);
    else plugHost(layout, space, switches[networkOf(addresses[0] ?? "")] ?? layout.space("switch0"));
  }
  const probes = packets.map(
    ({ from, to, ...packet }): Probe => ({
      ...{ ...packet, space: homes.get(from) ?? "", source: from, target: to, tries: [0] },
    }),
  );
  const { replied, listings } = await experiment({ layout, probes, ports: LISTENING, quiet });
  return { replied, listings };
}

function plugHost(layout: DraftLayout, space: DraftSpace, middle: DraftSpace): void {
  layout.cable([space, "eth0"], [middle, space.name]);
  for (const to of ["default", "::/0"]) space.route(to, { dev: "eth0" });
  for (const address of space.addresses) middle.route(address, { dev: space.name });
}

/** What a switch does not have goes to the router. */
function plugRouter(layout: DraftLayout, space: DraftSpace, switches: readonly DraftSpace[]): void {
  space.silence();
  for (const [index, middle] of switches.entries()) {
    layout.cable([space, `eth${index}`], [middle, space.name]);
    for (const to of ["default", "::/0"]) middle.route(to, { dev: space.name });
    for (const range of NETWORKS[index]?.ranges ?? []) space.route(range, { dev: `eth${index}` });
  }
}

/** The site as a collection tells it: an inventory, and the listings beside it. */
export function engineOnSite(
  site: Site,
  listings: Readonly<Record<string, string>>,
  packets: readonly Packet[],
): Answer[] {
  const networks = site.hosts.some(({ routes }) => routes);
  const text = JSON.stringify({
    inventory: 1,
    sites: [{ id: "dc", ranges: ["10.50.0.0/16", "2001:db8:50::/48"] }],
    ...(networks ? { networks: NETWORKS.map((network) => ({ ...network, site: "dc" })) } : {}),
    hosts: site.hosts.map((host) => ({
      ...{ id: host.name, site: "dc", interfaces: interfacesOf(host, networks) },
      ...(host.ruleset === undefined ? {} : { nftables: `${host.name}.json` }),
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

function interfacesOf({ addresses, routes }: SiteHost, networks: boolean) {
  const cards = routes ? NETWORKS.map((_, index) => index) : [networkOf(addresses[0] ?? "")];
  return cards.map((index, place) => ({
    ...{ name: `eth${place}`, addresses: addresses.filter((address) => networkOf(address) === index) },
    ...(networks ? { network: `n${index}` } : {}),
  }));
}

export interface SiteDisagreement {
  readonly packet: Packet;
  readonly replied: boolean;
  readonly answer: Answer;
}

/**
 * An engine that does not know has not answered, but for what nobody told it: which way packets take between
 * networks, and what strange rules come to.
 */
export function differOn(site: Site, { packet, answer, replied }: SiteDisagreement): boolean {
  const crossing = networkOf(packet.from) !== networkOf(packet.to) && site.hosts.some(({ routes }) => routes);
  const excused = answer.verdict === "unknown" && (site.strange === true || crossing);
  return !excused && differ(answer, replied);
}

/** Where the two judges do not agree on a site; asked of the kernel once more, with patience. */
export async function siteDisagreements(
  site: Site,
  packets: readonly Packet[],
): Promise<{ found: SiteDisagreement[]; replies: number; unknown: number }> {
  const { replied, listings } = await siteInKernel(site, packets, QUICK);
  const engine = engineOnSite(site, listings, packets);
  const all = packets.map((packet, index) => ({
    ...{ packet, answer: engine[index] as Answer, replied: replied[index] === true },
  }));
  const suspects = all.filter((one) => differOn(site, one));
  const asked = suspects.map(({ packet }) => packet);
  const again = asked.length === 0 ? [] : (await siteInKernel(site, asked)).replied;
  const found = suspects
    .map((suspect, index) => ({ ...suspect, replied: again[index] === true }))
    .filter((one) => differOn(site, one));
  const unknown = engine.filter(({ verdict }) => verdict === "unknown").length;
  return { found, replies: replied.filter(Boolean).length, unknown };
}
