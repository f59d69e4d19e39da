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
import type { Holes } from "./holes.js";
import { type Nic, one, type Pair, readNic, readNics, setOf, setOfAddress } from "./nics.js";
import type { WalkSeen } from "./passing.js";
import { Kept, type Reads } from "./reads.js";
import { counts } from "./references.js";
import { Relays } from "./relays.js";
import { Survey } from "./survey.js";
import { Tables } from "./tables.js";

/** What a fabric has in common with others, or keeps a book of. */
interface Sharing {
  /** Of another estate, where the packets of both are to be held against each other. */
  readonly space?: PacketSpace;
  /** With it, what is remembered is worked out anew where what it rests on has changed. */
  readonly reads?: Reads;
  /** It outlives a fabric that is begun anew. */
  readonly survey?: Survey;
}

/** The estate as packets see it: cards, filters, tables, and the things between them. */
export class Fabric {
  readonly holes: Holes;
  readonly filters: Filters;
  readonly tables: Tables;
  readonly relays: Relays;
  /** Cards that were asked for; all of them only where a question needs to look at all. */
  private readonly known: Kept<Nic | undefined>;
  private readonly everyNic: Kept<ReadonlyMap<string, Nic>>;
  private readonly byAddress: Kept<Holders>;
  private readonly sets: Kept<AddressSet>;
  private readonly balancers: BalancerCards;
  /** Gaps stay as they are as long as a fabric does. */
  private blurredCards: boolean | undefined;

  /** Every card was read; then one of them is looked up there. */
  private allRead = false;
  /** Told of every walk, while somebody wants to know by which ways a question is answered. */
  onWalk: WalkSeen | undefined;
  readonly space: PacketSpace;
  readonly survey: Survey;
  readonly reads: Reads | undefined;

  constructor(
    readonly graph: Graph,
    { space = new PacketSpace(), reads, survey = new Survey(graph, reads) }: Sharing = {},
  ) {
    this.space = space;
    this.reads = reads;
    this.survey = survey;
    this.holes = survey.holes;
    this.relays = new Relays(this);
    this.known = new Kept(reads, MOST_KNOWN);
    this.everyNic = new Kept(reads);
    this.byAddress = new Kept(reads);
    this.sets = new Kept(reads);
    this.balancers = new BalancerCards(this);
    const members = (group: string, rule: string) => {
      const meant = counts(graph, this.holes, { rule, group });
      if (meant === true && this.blurred) return undefined;
      return meant === true ? this.members(group) : meant === false ? AddressSet.NONE : undefined;
    };
    this.filters = new Filters({ graph, space: this.space, holes: this.holes, members, reads });
    this.tables = new Tables(graph, this.holes, reads);
  }

  /** One card by its id. */
  nic(id: string): Nic | undefined {
    if (this.allRead) return this.nics.get(id);
    return this.known.get(id, () => this.natCard(id) ?? readNic(this.graph, id));
  }

  /** Every card, sorted by id. */
  get nics(): ReadonlyMap<string, Nic> {
    this.allRead = true;
    return this.everyNic.get("", () => {
      const nats = this.graph.ids("gateway").flatMap((id) => this.natCard(id) ?? []);
      return new Map([...readNics(this.graph), ...nats].map((nic) => [nic.id, nic]));
    });
  }

  /** Cards that have an address: as their own, or by translation. */
  holders(address: Address): { readonly inside: readonly Nic[]; readonly outside: readonly Nic[] } {
    const { inside, outside } = this.byAddress.get("", () => holdersOf(this.nics.values()));
    const text = formatAddress(address);
    return { inside: inside.get(text) ?? [], outside: outside.get(text) ?? [] };
  }

  /** Of some card it cannot be read which groups guard it: it may be a member of any. */
  private get blurred(): boolean {
    this.blurredCards ??= this.graph.gaps.some(
      ({ reason, touches: { nodes, relations } }) =>
        reason === "unparsed" && relations === undefined && nodes.some((name) => this.isCard(name)),
    );
    return this.blurredCards;
  }

  private isCard(name: string): boolean {
    const ids = this.graph.node(name) === undefined ? this.graph.find(name).map(({ id }) => id) : [name];
    return ids.some((id) => this.nic(id) !== undefined);
  }

  /** Private addresses of the cards that a group guards: what a reference to it means. */
  members(filter: string): AddressSet {
    return this.sets.get(`members ${filter}`, () => {
      const guarded = [...this.many(filter, "interfaces"), ...this.many(filter, "hosts")];
      return AddressSet.unionOf(guarded.flatMap((id) => readNic(this.graph, id)?.addresses ?? []));
    });
  }

  /** Address blocks of a network, subnet or site. */
  blocksOf(id: string): AddressSet {
    return this.sets.get(`blocks ${id}`, () => {
      const node = this.graph.node(id) as EstateNode<"network"> | undefined;
      return setOf(node?.is.cidrs ?? []);
    });
  }

  /** The internet: every public address. Its own are among them, for others on the internet may hold those tomorrow. */
  get internet(): AddressSet {
    return INTERNET;
  }

  /** The internet without the addresses that are in use here and the blocks of the VPCs, where those are few enough to be left out one by one. */
  get world(): AddressSet {
    return this.sets.get("world", () => {
      const own = AddressSet.unionOf(
        [...this.nics.values()].flatMap(({ pairs, addresses }) => [
          ...pairs.map(({ outside }) => setOfAddress(outside)),
          addresses.intersect(PUBLIC_SPACE),
        ]),
      ).union(this.clouds.intersect(PUBLIC_SPACE));
      return own.ranges().length > MOST_OWN ? INTERNET : INTERNET.difference(own);
    });
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
const MOST_KNOWN = 8192;

interface Holders {
  readonly inside: ReadonlyMap<string, Nic[]>;
  readonly outside: ReadonlyMap<string, Nic[]>;
}

function holdersOf(nics: Iterable<Nic>): Holders {
  const [inside, outside] = [new Map<string, Nic[]>(), new Map<string, Nic[]>()];
  for (const nic of nics) {
    for (const range of nic.addresses.ranges())
      if (range.from === range.to) add(inside, textOf(range.family, range.from), nic);
    for (const pair of nic.pairs) add(outside, formatAddress(pair.outside), nic);
  }
  return { inside, outside };
}

function textOf(family: "ipv4" | "ipv6", value: number | bigint): string {
  return formatAddress({ family, value } as Address);
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [item]);
  else held.push(item);
}
