import type { Graph } from "../../graph/index.js";
import type { EstateNode, Kind } from "../../model/index.js";
import {
  type Address,
  AddressSet,
  formatAddress,
  PacketSpace,
  PUBLIC_SPACE,
  parseAddress,
} from "../../net/index.js";
import { BalancerCards } from "./balancer-cards.js";
import { Filters } from "./filters.js";
import { Holes } from "./holes.js";
import { type Nic, one, type Pair, readNic, readNics, setOf, setOfAddress } from "./nics.js";
import { counts } from "./references.js";
import { Relays } from "./relays.js";
import { Tables } from "./tables.js";

/** The estate as packets see it: cards, filters, tables, and the things between them. */
export class Fabric {
  readonly space = new PacketSpace();
  readonly holes: Holes;
  readonly filters: Filters;
  readonly tables: Tables;
  readonly relays = new Relays(this);
  /** Cards that were asked for; all of them only where a question needs to look at all. */
  private readonly known = new Map<string, Nic | undefined>();
  private everyNic: ReadonlyMap<string, Nic> | undefined;
  private byAddress: Map<string, Nic[]> | undefined;
  private byOutside: Map<string, Nic[]> | undefined;
  private readonly memberSets = new Map<string, AddressSet>();
  private readonly blocks = new Map<string, AddressSet>();
  private blurredCards: boolean | undefined;
  private worldSet: AddressSet | undefined;
  private readonly balancers = new BalancerCards(this);

  constructor(readonly graph: Graph) {
    this.holes = new Holes(graph);
    const members = (group: string, rule: string) => {
      const meant = counts(graph, this.holes, { rule, group });
      if (meant === true && this.blurred) return undefined;
      return meant === true ? this.members(group) : meant === false ? AddressSet.NONE : undefined;
    };
    this.filters = new Filters({ graph, space: this.space, holes: this.holes, members });
    this.tables = new Tables(graph, this.holes);
  }

  /** One card by its id. */
  nic(id: string): Nic | undefined {
    const all = this.everyNic?.get(id);
    if (all !== undefined) return all;
    if (this.known.size > MOST_KNOWN) this.known.clear();
    if (!this.known.has(id)) this.known.set(id, this.natCard(id) ?? readNic(this.graph, id));
    return this.known.get(id);
  }

  /** Every card, sorted by id. */
  get nics(): ReadonlyMap<string, Nic> {
    if (this.everyNic === undefined) {
      const nats = this.graph.ids("gateway").flatMap((id) => this.natCard(id) ?? []);
      this.everyNic = new Map([...readNics(this.graph), ...nats].map((nic) => [nic.id, nic]));
    }
    return this.everyNic;
  }

  /** Cards that have an address: as their own, or by translation. */
  holders(address: Address): { readonly inside: readonly Nic[]; readonly outside: readonly Nic[] } {
    if (this.byAddress === undefined || this.byOutside === undefined) {
      this.byAddress = new Map();
      this.byOutside = new Map();
      for (const nic of this.nics.values()) {
        for (const range of nic.addresses.ranges())
          if (range.from === range.to) add(this.byAddress, textOf(range.family, range.from), nic);
        for (const { outside } of nic.pairs) add(this.byOutside, formatAddress(outside), nic);
      }
    }
    const text = formatAddress(address);
    return { inside: this.byAddress.get(text) ?? [], outside: this.byOutside.get(text) ?? [] };
  }

  /** Of some card it cannot be read which groups guard it: it may be a member of any. */
  private get blurred(): boolean {
    this.blurredCards ??=
      !this.holes.none &&
      [...this.nics.keys()].some((id) => this.holes.at(id).some(({ reason }) => reason === "unparsed"));
    return this.blurredCards;
  }

  /** Private addresses of the cards that a group guards: what a reference to it means. */
  members(filter: string): AddressSet {
    const known = this.memberSets.get(filter);
    if (known !== undefined) return known;
    const guarded = [...this.many(filter, "interfaces"), ...this.many(filter, "hosts")];
    const set = AddressSet.unionOf(guarded.flatMap((id) => readNic(this.graph, id)?.addresses ?? []));
    this.memberSets.set(filter, set);
    return set;
  }

  /** Address blocks of a network, subnet or site. */
  blocksOf(id: string): AddressSet {
    const known = this.blocks.get(id);
    if (known !== undefined) return known;
    const node = this.graph.node(id) as EstateNode<"network"> | undefined;
    const set = setOf(node?.is.cidrs ?? []);
    this.blocks.set(id, set);
    return set;
  }

  /** The internet: every public address. Its own are among them, for others on the internet may hold those tomorrow. */
  get internet(): AddressSet {
    return INTERNET;
  }

  /** The internet without the addresses that are in use here and the blocks of the VPCs, where those are few enough to be left out one by one. */
  get world(): AddressSet {
    if (this.worldSet === undefined) {
      const own = AddressSet.unionOf(
        [...this.nics.values()].flatMap(({ pairs, addresses }) => [
          ...pairs.map(({ outside }) => setOfAddress(outside)),
          addresses.intersect(PUBLIC_SPACE),
        ]),
      ).union(this.clouds.intersect(PUBLIC_SPACE));
      this.worldSet = own.ranges().length > MOST_OWN ? INTERNET : INTERNET.difference(own);
    }
    return this.worldSet;
  }

  /** Blocks of the VPCs: nobody on the internet has an address of them, assigned or not. */
  private get clouds(): AddressSet {
    const { graph } = this;
    const vpcs = graph.ids("network").filter((id) => graph.node(id)?.type === "aws.vpc");
    return AddressSet.unionOf(vpcs.map((id) => this.blocksOf(id)));
  }

  label(id: string): string {
    return this.graph.node(id)?.label ?? id;
  }

  is<K extends Kind>(id: string, _kind: K): EstateNode<K>["is"] {
    return ((this.graph.node(id) as EstateNode<K> | undefined)?.is ?? {}) as EstateNode<K>["is"];
  }

  one(id: string, segment: string): string | undefined {
    return one(this.graph, id, segment);
  }

  many(id: string, segment: string): readonly string[] {
    return this.graph.step(id, segment)?.ids ?? [];
  }

  zoneOf(subnet: string | undefined): string | undefined {
    return subnet === undefined ? undefined : (this.is(subnet, "subnet").zone ?? undefined);
  }

  /** The cards of a load balancer: the provider names it in their description. */
  balancerCards(id: string): Nic[] {
    return this.balancers.of(id);
  }

  /** Cards of load balancers that were not collected, those of one together. */
  strangeBalancers(): readonly (readonly Nic[])[] {
    return this.balancers.strange();
  }

  /** A NAT gateway has a card of its own in its subnet, whether the list of interfaces was collected or not. */
  private natCard(id: string): Nic | undefined {
    const node = this.graph.node(id) as EstateNode<"gateway"> | undefined;
    if (node?.kind !== "gateway" || node.is.gatewayType !== "nat") return undefined;
    const [inside, outside] = [node.is.addresses ?? [], node.is.publicAddresses ?? []];
    const pairs = inside.flatMap((text, index): Pair[] => {
      const [a, b] = [parseAddress(text), parseAddress(outside[index] ?? outside[0] ?? "")];
      return a === null || b === null ? [] : [{ inside: a, outside: b, by: "public" }];
    });
    return {
      ...{ id, label: node.label, site: undefined, host: undefined, filters: [], checks: false },
      subnet: this.one(id, "subnet"),
      network: this.one(id, "network"),
      ...{ addresses: setOf(inside), pairs, type: "nat_gateway", unpaired: false },
    };
  }
}

/**
 * Public IPv4 addresses, and of IPv6 what is assigned for the internet (IANA, "IPv6 Global Unicast Address
 * Assignments"). Addresses of translated IPv4 hosts are used between a translator and its network alone (RFC 6052, 3.1).
 */
const INTERNET = PUBLIC_SPACE.intersect(AddressSet.ALL_IPV4.union(setOf(["2000::/3"])));

/** More holes than this make every set of the internet slow, and say nothing that anybody asks about. */
const MOST_OWN = 2000;

/** Cards that are remembered while single ones are asked for. */
const MOST_KNOWN = 20_000;

function textOf(family: "ipv4" | "ipv6", value: number | bigint): string {
  return formatAddress({ family, value } as Address);
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [item]);
  else held.push(item);
}
