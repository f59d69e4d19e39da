import type { End, EstateNode } from "../../model/index.js";
import {
  AddressSet,
  formatAddress,
  formatCidr,
  PUBLIC_SPACE,
  parseAddress,
  parseRange,
} from "../../net/index.js";
import type { Fabric } from "./fabric.js";
import type { Place } from "./flow.js";
import { type Nic, setOfAddress } from "./nics.js";

/** One place that an end of a question means, and how people call it. */
export interface Spot {
  readonly label: string;
  readonly place: Place;
  /** Addresses by which the world beyond the gateways knows it. */
  readonly outside: AddressSet;
}

/** What an end means: spots, or why there is none. `vacant`: an address in a network that nobody has. */
export type Meaning =
  | { readonly spots: readonly Spot[] }
  | { readonly vacant: string; readonly network: string }
  | { readonly wrong: string };

/** Finds what an end of a question means in the estate. */
export function meaningOf(fabric: Fabric, end: End): Meaning {
  if ("internet" in end) return { spots: [internetSpot(fabric.world)] };
  if ("ip" in end) return addressMeaning(fabric, end.ip);
  if ("cidr" in end) return blockMeaning(fabric, end.cidr);
  if ("tag" in end) return tagMeaning(fabric, end.tag);
  return nodeMeaning(fabric, end.id);
}

function internetSpot(addresses: AddressSet): Spot {
  return { label: "the internet", place: { kind: "internet", addresses }, outside: addresses };
}

function addressMeaning(fabric: Fabric, text: string): Meaning {
  const address = parseAddress(text);
  if (address === null) return { wrong: `${JSON.stringify(text)} is no IP address` };
  const set = setOfAddress(address);
  const { inside, outside } = fabric.holders(address);
  if (inside.length > 0) return { spots: inside.map((nic) => cardSpot(fabric, [nic], set)) };
  if (outside.length > 0)
    return {
      spots: outside.map((nic) => {
        const own = nic.pairs.filter((pair) => formatAddress(pair.outside) === formatAddress(address));
        return {
          ...cardSpot(fabric, [nic], AddressSet.unionOf(own.map((pair) => setOfAddress(pair.inside)))),
          label: `${nic.label} at ${text}`,
          outside: set,
        };
      }),
    };
  const wide = [...fabric.nics.values()].find((nic) => nic.addresses.overlaps(set));
  if (wide !== undefined) return { spots: [cardSpot(fabric, [wide], set)] };
  return elsewhere(fabric, set, text);
}

/** An address that no card has: of a data centre, of the internet, or nobody's. */
function elsewhere(fabric: Fabric, set: AddressSet, text: string): Meaning {
  const { graph } = fabric;
  const network = graph
    .ids("network")
    .find((id) => graph.node(id)?.type === "aws.vpc" && fabric.blocksOf(id).overlaps(set));
  const site = siteOf(fabric, set);
  if (site !== undefined)
    return { spots: [premisesSpot(set, { site, label: `${text} in ${fabric.label(site)}` })] };
  if (network !== undefined)
    return { vacant: `nothing with the address ${text} was collected in ${fabric.label(network)}`, network };
  if (set.overlaps(PUBLIC_SPACE)) return { spots: [{ ...internetSpot(set), label: text }] };
  return { spots: [premisesSpot(set, { site: undefined, label: text })] };
}

function siteOf(fabric: Fabric, set: AddressSet): string | undefined {
  const { graph } = fabric;
  const direct = graph.ids("site").find((id) => fabric.blocksOf(id).overlaps(set));
  if (direct !== undefined) return direct;
  const network = graph
    .ids("network")
    .find((id) => graph.node(id)?.type !== "aws.vpc" && fabric.blocksOf(id).overlaps(set));
  return network === undefined ? undefined : fabric.one(network, "site");
}

function premisesSpot(
  addresses: AddressSet,
  { site, label }: { site: string | undefined; label: string },
): Spot {
  return {
    label,
    place: { kind: "premises", site, nic: undefined, addresses },
    outside: addresses.intersect(PUBLIC_SPACE),
  };
}

function blockMeaning(fabric: Fabric, text: string): Meaning {
  const range = parseRange(text);
  if (range === null) return { wrong: `${JSON.stringify(text)} is no CIDR block` };
  const set = AddressSet.ofRange(range);
  const cards = cardSpots(
    fabric,
    [...fabric.nics.values()].filter(({ addresses }) => addresses.overlaps(set)),
    set,
  );
  const clouds = AddressSet.unionOf(vpcsOf(fabric).map((id) => fabric.blocksOf(id)));
  const rest = set.difference(clouds);
  const world = rest.intersect(PUBLIC_SPACE).difference(sitesOf(fabric));
  const own = rest.difference(world);
  const spots = [
    ...cards,
    ...(own.isEmpty() ? [] : [premisesSpot(own, { site: siteOf(fabric, own), label: text })]),
    ...(world.isEmpty() ? [] : [{ ...internetSpot(world), label: text }]),
  ];
  if (spots.length > 0) return { spots };
  const network = vpcsOf(fabric).find((id) => fabric.blocksOf(id).overlaps(set)) ?? "";
  return { vacant: `nothing in ${text} was collected`, network };
}

function vpcsOf(fabric: Fabric): string[] {
  return fabric.graph.ids("network").filter((id) => fabric.graph.node(id)?.type === "aws.vpc");
}

function sitesOf(fabric: Fabric): AddressSet {
  return AddressSet.unionOf(fabric.graph.ids("site").map((id) => fabric.blocksOf(id)));
}

function tagMeaning(fabric: Fabric, text: string): Meaning {
  const [key = "", ...rest] = text.split("=");
  const value = rest.length === 0 ? undefined : rest.join("=");
  const { graph } = fabric;
  const tagged = (node: EstateNode) =>
    Object.hasOwn(node.tags, key) && (value === undefined || node.tags[key] === value);
  const ids = (["interface", "host", "subnet", "network", "load-balancer", "site"] as const).flatMap((kind) =>
    graph.ids(kind).filter((id) => tagged(graph.node(id) as EstateNode)),
  );
  const nics = ids.flatMap((id) => nicsOf(fabric, id));
  const sites = ids.filter((id) => graph.node(id)?.kind === "site").flatMap((id) => siteSpots(fabric, id));
  const spots = [...cardSpots(fabric, [...new Set(nics)], undefined), ...sites];
  return spots.length > 0 ? { spots } : { wrong: `nothing that sends or receives carries the tag ${text}` };
}

function nodeMeaning(fabric: Fabric, name: string): Meaning {
  const { graph } = fabric;
  const exact = graph.node(name);
  const found = exact === undefined ? graph.find(name) : [exact];
  if (found.length === 0) return { wrong: `nothing is called ${JSON.stringify(name)}` };
  const spots = found.flatMap((node) =>
    node.kind === "site" ? siteSpots(fabric, node.id) : cardSpots(fabric, nicsOf(fabric, node.id), undefined),
  );
  if (spots.length > 0) return { spots };
  const [first] = found;
  return {
    vacant: `nothing that sends or receives was collected of ${first?.label ?? name}`,
    network: first?.id ?? "",
  };
}

function siteSpots(fabric: Fabric, site: string): Spot[] {
  const own = [...fabric.nics.values()].filter((nic) => nic.site === site);
  const addresses = AddressSet.unionOf([
    fabric.blocksOf(site),
    ...fabric.many(site, "networks").map((id) => fabric.blocksOf(id)),
  ]);
  const known = AddressSet.unionOf(own.map((nic) => nic.addresses));
  const rest = addresses.difference(known);
  return [
    ...own.map((nic) => cardSpot(fabric, [nic], nic.addresses)),
    ...(rest.isEmpty() ? [] : [premisesSpot(rest, { site, label: fabric.label(site) })]),
  ];
}

/** The cards that a node is or has. */
function nicsOf(fabric: Fabric, id: string): Nic[] {
  const { nics, graph } = fabric;
  const own = nics.get(id);
  if (own !== undefined) return [own];
  const node = graph.node(id);
  if (node === undefined) return [];
  if (node.kind === "load-balancer") return fabric.balancerCards(id);
  if (node.kind === "address") {
    const { publicAddress } = node.is as EstateNode<"address">["is"];
    const address = parseAddress(publicAddress ?? "");
    return address === null ? [] : [...fabric.holders(address).outside];
  }
  const by =
    node.kind === "host"
      ? "host"
      : node.kind === "subnet"
        ? "subnet"
        : node.kind === "network"
          ? "network"
          : undefined;
  if (by !== undefined) return [...nics.values()].filter((nic) => nic[by] === id);
  if (node.kind === "filter") return [...nics.values()].filter((nic) => nic.filters.includes(id));
  if (node.kind === "endpoint") return fabric.many(id, "interfaces").flatMap((card) => nics.get(card) ?? []);
  if (node.kind === "account")
    return [...nics.values()].filter((nic) => graph.node(nic.id)?.scope.account === node.scope.account);
  return [];
}

/** Cards in one subnet behind the same filters are one place. */
export function cardSpots(fabric: Fabric, nics: readonly Nic[], within: AddressSet | undefined): Spot[] {
  const groups = new Map<string, Nic[]>();
  for (const nic of nics) {
    const key = classIn(fabric, nic);
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [nic]);
    else held.push(nic);
  }
  return [...groups.values()].map((members) => {
    const all = AddressSet.unionOf(members.map(({ addresses }) => addresses));
    return cardSpot(fabric, members, within === undefined ? all : all.intersect(within));
  });
}

/** Cards of one class fare alike; one whose groups are not all known is a class of its own. */
export function classIn({ holes }: Fabric, nic: Nic): string {
  const { id, host } = nic;
  const hidden =
    holes.at(id, "filters").length > 0 || (host !== undefined && holes.at(host, "filters").length > 0);
  return hidden ? JSON.stringify([id]) : classOf(nic);
}

function classOf({ subnet, network, site, filters, type, checks, host }: Nic): string {
  // Hosts in a data centre have chains of their own.
  return JSON.stringify([subnet, network, site, filters, type, checks, site === undefined ? "" : host]);
}

function cardSpot(fabric: Fabric, nics: readonly Nic[], addresses: AddressSet): Spot {
  const [first] = nics as readonly [Nic];
  const outside = AddressSet.unionOf([
    ...nics.flatMap(({ pairs }) =>
      pairs
        .filter((pair) => setOfAddress(pair.inside).overlaps(addresses))
        .map((pair) => setOfAddress(pair.outside)),
    ),
    addresses.only("ipv6").intersect(PUBLIC_SPACE),
  ]);
  const label = nics.length === 1 ? first.label : `${first.label} and ${nics.length - 1} more like it`;
  if (fabric.graph.node(first.id)?.scope.provider !== "aws") {
    const place: Place = { kind: "premises", site: first.site, nic: first, addresses };
    return { label, place, outside: addresses.intersect(PUBLIC_SPACE).union(outside) };
  }
  return { label, place: { kind: "cards", nics, first, addresses }, outside };
}

/** A few blocks of a set, for people. */
export function told(set: AddressSet, most = 3): string {
  const blocks = set.toCidrs(most + 1).map(formatCidr);
  return blocks.length > most ? `${blocks.slice(0, most).join(", ")} and more` : blocks.join(", ");
}
