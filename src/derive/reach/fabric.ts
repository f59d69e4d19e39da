import type { Graph } from "../../graph/index.js";
import type { EstateNode, Kind } from "../../model/index.js";
import { type Address, AddressSet, formatAddress, PacketSpace, PUBLIC_SPACE } from "../../net/index.js";
import { Filters } from "./filters.js";
import { Holes } from "./holes.js";
import { type Nic, one, type Pair, readNics, setOf } from "./nics.js";
import { Relays } from "./relays.js";
import { Tables } from "./tables.js";

/** The estate as packets see it: cards, filters, tables, and the things between them. */
export class Fabric {
  readonly space = new PacketSpace();
  readonly holes: Holes;
  readonly filters: Filters;
  readonly tables: Tables;
  readonly relays = new Relays(this);
  readonly nics: ReadonlyMap<string, Nic>;
  private readonly byAddress = new Map<string, Nic[]>();
  private readonly byOutside = new Map<string, Nic[]>();
  private readonly byFilter = new Map<string, Nic[]>();
  private readonly memberSets = new Map<string, AddressSet>();
  private readonly blocks = new Map<string, AddressSet>();
  private cardsOfBalancers: Map<string, Nic[]> | undefined;

  constructor(readonly graph: Graph) {
    this.holes = new Holes(graph);
    const nics = new Map<string, Nic>();
    for (const nic of [...readNics(graph), ...this.natCards()]) {
      if (nics.has(nic.id)) continue;
      nics.set(nic.id, nic);
      for (const range of nic.addresses.ranges())
        if (range.from === range.to) add(this.byAddress, textOf(range.family, range.from), nic);
      for (const { outside } of nic.pairs) add(this.byOutside, formatAddress(outside), nic);
      for (const filter of nic.filters) add(this.byFilter, filter, nic);
    }
    this.nics = nics;
    this.filters = new Filters({
      graph,
      space: this.space,
      holes: this.holes,
      members: (filter) => this.members(filter),
    });
    this.tables = new Tables(graph, this.holes);
  }

  /** Cards that have an address: as their own, or by translation. */
  holders(address: Address): { readonly inside: readonly Nic[]; readonly outside: readonly Nic[] } {
    const text = formatAddress(address);
    return { inside: this.byAddress.get(text) ?? [], outside: this.byOutside.get(text) ?? [] };
  }

  /** Private addresses of the cards that a group guards: what a reference to it means. */
  members(filter: string): AddressSet {
    const known = this.memberSets.get(filter);
    if (known !== undefined) return known;
    const set = AddressSet.unionOf((this.byFilter.get(filter) ?? []).map(({ addresses }) => addresses));
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
    return PUBLIC_SPACE;
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
    if (this.cardsOfBalancers === undefined) {
      this.cardsOfBalancers = new Map();
      for (const nic of this.nics.values()) {
        const { description = "" } = this.is(nic.id, "interface");
        if (description.startsWith("ELB ")) add(this.cardsOfBalancers, description.slice("ELB ".length), nic);
      }
    }
    const name = /loadbalancer\/(.+)$/.exec(id)?.[1] ?? this.is(id, "load-balancer").name ?? "";
    return (this.cardsOfBalancers.get(name) ?? []).filter(
      (nic) => nic.network === this.one(id, "network") || this.one(id, "network") === undefined,
    );
  }

  /** A NAT gateway has a card of its own in its subnet, whether the list of interfaces was collected or not. */
  private natCards(): Nic[] {
    return this.graph.ids("gateway").flatMap((id) => {
      const node = this.graph.node(id) as EstateNode<"gateway"> | undefined;
      if (node?.is.gatewayType !== "nat") return [];
      const [inside, outside] = [node.is.addresses ?? [], node.is.publicAddresses ?? []];
      const pairs = inside.flatMap((text, index): Pair[] => {
        const [a] = setOf([text]).ranges();
        const [b] = setOf([outside[index] ?? outside[0] ?? ""]).ranges();
        if (a?.family !== "ipv4" || b?.family !== "ipv4") return [];
        const [from, to] = [a.from, b.from].map((value) => ({ family: "ipv4" as const, value }));
        return from === undefined || to === undefined ? [] : [{ inside: from, outside: to, by: "public" }];
      });
      return [
        {
          ...{ id, label: node.label, site: undefined, host: undefined, filters: [], checks: false },
          subnet: this.one(id, "subnet"),
          network: this.one(id, "network"),
          ...{ addresses: setOf(inside), pairs, type: "nat_gateway", unpaired: false },
        },
      ];
    });
  }
}

function textOf(family: "ipv4" | "ipv6", value: number | bigint): string {
  return formatAddress({ family, value } as Address);
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [item]);
  else held.push(item);
}
