import type { Graph } from "../../graph/index.js";
import { type EstateNode, type Gap, gapOf, type Kind } from "../../model/index.js";
import { formatAddress, parentName, parseAddress, parseCidr } from "../../net/index.js";
import { Holes } from "../reach/holes.js";
import type { Server } from "./inquiry.js";
import { ZoneBook } from "./zone-book.js";

const DNS_PORT = 53;
/** Reasons for which a call told nothing. */
const UNREAD: ReadonlySet<string> = new Set(["denied", "throttled", "failed", "not-collected", "truncated"]);

type ZoneNode = EstateNode<"zone">;

/** The resolver of a network, whatever its addresses. https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const LINK_LOCAL = new Set(["169.254.169.253", "fd00:ec2::253"]);

/** Zones and servers of the estate by what they are asked by. Made once; zones are read when they are first asked. */
export class EstateNames {
  private readonly holes: Holes;
  private readonly zoneGaps = new Map<string, readonly Gap[]>();
  private readonly kindGaps = new Map<string, readonly Gap[]>();
  private readonly books = new Map<string, ZoneBook>();
  private readonly byNetwork = new Map<string, ReadonlyMap<string, readonly string[]>>();
  private cards: ReadonlySet<string> | undefined;
  private byName: ReadonlyMap<string, readonly string[]> | undefined;
  private byDomain: ReadonlyMap<string, string> | undefined;
  private byAddress: ReadonlyMap<string, Server> | undefined;

  constructor(readonly graph: Graph) {
    this.holes = new Holes(graph);
  }

  /** Null where the zone has no name that could be read. */
  book(id: string): ZoneBook | null {
    const known = this.books.get(id);
    if (known !== undefined) return known;
    const zone = this.graph.node(id);
    if (zone?.kind !== "zone") return null;
    const { name } = (zone as ZoneNode).is;
    if (name === undefined) return null;
    const book = new ZoneBook(this.graph, zone as ZoneNode, name);
    this.books.set(id, book);
    return book;
  }

  /** Zones that everybody may ask, of exactly this name. */
  publicZones(name: string): readonly string[] {
    this.byName ??= this.indexed();
    return this.byName.get(name) ?? [];
  }

  /** Private zones that may be asked in a network, by their names. */
  privateZones(network: string): ReadonlyMap<string, readonly string[]> {
    const known = this.byNetwork.get(network);
    if (known !== undefined) return known;
    const found = new Map<string, string[]>();
    for (const id of this.graph.step(network, "private_zones")?.ids ?? []) {
      const { name } = (this.graph.node(id) as ZoneNode).is;
      if (name !== undefined) found.set(name, [...(found.get(name) ?? []), id]);
    }
    this.byNetwork.set(network, found);
    return found;
  }

  /** The public zones that hold a name, those of the longest name first. */
  publicAbove(name: string): (readonly string[])[] {
    const found: (readonly string[])[] = [];
    for (let at: string | null = name; at !== null; at = parentName(at)) {
      const zones = this.publicZones(at);
      if (zones.length > 0) found.push(zones);
    }
    return found;
  }

  /** The registered domain of exactly this name, where a registrar of the estate has it. */
  domain(name: string): EstateNode<"domain"> | undefined {
    this.byDomain ??= new Map(
      this.graph.ids("domain").flatMap((id) => {
        const { name: own } = (this.graph.node(id) as EstateNode<"domain">).is;
        return own === undefined ? [] : [[own, id] as const];
      }),
    );
    return this.graph.node(this.byDomain.get(name) ?? "") as EstateNode<"domain"> | undefined;
  }

  /** Who answers questions at an address, as seen from a network. */
  serverAt({ address: text, port }: Socket, network?: string): Server | undefined {
    const address = parseAddress(text);
    if (address === null) return undefined;
    const plain = formatAddress(address);
    const own = port === DNS_PORT ? network : undefined;
    if (LINK_LOCAL.has(plain)) return own === undefined ? undefined : { kind: "resolver", network: own };
    if (own !== undefined && this.secondsOf(own).includes(plain)) return { kind: "resolver", network: own };
    this.byAddress ??= this.servers();
    return this.byAddress.get(socketOf({ address: plain, port }));
  }

  /** Whether something that was collected has an address: of any other nobody can tell where its packets get. */
  isSomewhere(address: string): boolean {
    this.cards ??= this.addresses();
    return this.cards.has(canonical(address));
  }

  private addresses(): Set<string> {
    const found = new Set<string>();
    for (const kind of ["interface", "host"] as const)
      for (const id of this.graph.each(kind)) {
        const { addresses = [] } = (this.graph.node(id) as EstateNode<"interface">).is;
        for (const address of addresses) found.add(canonical(address));
      }
    return found;
  }

  /** What of a zone's records was not seen. */
  unread(zone: ZoneNode): readonly Gap[] {
    if (this.holes.none) return [];
    const known = this.zoneGaps.get(zone.id) ?? [
      ...this.missing(zone.id, "records"),
      ...this.hiding("record", zone.id),
    ];
    this.zoneGaps.set(zone.id, known);
    return known;
  }

  /** Gaps that may hide nodes of a kind near a node, or anywhere; worked out once for each. */
  hiding(kind: Kind, near?: string, type?: string): readonly Gap[] {
    if (this.holes.none) return [];
    const key = `${kind} ${type ?? ""} ${near ?? ""}`;
    const known = this.kindGaps.get(key) ?? this.holes.hidingNear(kind, near, type);
    this.kindGaps.set(key, known);
    return known;
  }

  /** Gaps about a node itself. */
  about(id: string): readonly Gap[] {
    return this.holes.at(id);
  }

  /** What of what a node leads to was not seen. Calls that tell of the node itself, as its tags, hide none of it. */
  missing(id: string, segment: string): readonly Gap[] {
    return this.holes
      .at(id, segment)
      .filter(({ reason, touches }) => touches.relations !== undefined || !UNREAD.has(reason));
  }

  untold(node: EstateNode, why: string): Gap {
    return gapOf({
      reason: "unmodelled",
      message: `What ${node.label} answers is not known: ${why}`,
      at: node.at,
      touches: { nodes: [node.id] },
    });
  }

  /** A name as a value has it, with its last dot. */
  absolute(text: string): string {
    const name = text.trim().toLowerCase();
    return name.endsWith(".") ? name : `${name}.`;
  }

  private indexed(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const id of this.graph.each("zone")) {
      const { is } = this.graph.node(id) as ZoneNode;
      // Only where a source says so: what a server of a data centre answers may be for its own network.
      if (is.private !== false || is.name === undefined) continue;
      found.set(is.name, [...(found.get(is.name) ?? []), id]);
    }
    return found;
  }

  /** The second address of each block of a network. */
  private secondsOf(network: string): string[] {
    const node = this.graph.node(network);
    const cidrs = node?.kind === "network" ? ((node as EstateNode<"network">).is.cidrs ?? []) : [];
    return cidrs.flatMap((text) => {
      const cidr = parseCidr(text);
      if (cidr === null || cidr.family !== "ipv4") return [];
      return [formatAddress({ family: "ipv4", value: cidr.base + 2 })];
    });
  }

  private servers(): Map<string, Server> {
    const found = new Map<string, Server>();
    for (const id of this.graph.each("resolver-endpoint")) {
      const endpoint = this.graph.node(id) as EstateNode<"resolver-endpoint">;
      const [network] = this.graph.step(id, "network")?.ids ?? [];
      if (!endpoint.is.direction?.startsWith("inbound") || network === undefined) continue;
      for (const { addresses } of endpoint.is.addresses ?? [])
        for (const address of addresses)
          found.set(socketOf({ address, port: DNS_PORT }), { kind: "resolver", network });
    }
    const hosts = new Map<string, string[]>();
    for (const id of this.graph.each("name-server")) {
      const server = this.graph.node(id) as EstateNode<"name-server">;
      for (const address of this.listening(server)) {
        const socket = socketOf({ address, port: server.is.port ?? DNS_PORT });
        hosts.set(socket, [...(hosts.get(socket) ?? []), id]);
      }
    }
    for (const [socket, ids] of hosts) {
      const views = this.viewsOf(ids);
      found.set(socket, { kind: "name-server", host: views[0] ?? "", views });
    }
    return found;
  }

  /** Views in their order, so that the first that fits answers. */
  viewsOf(ids: readonly string[]): string[] {
    const order = (id: string) => (this.graph.node(id) as EstateNode<"name-server">).is.order ?? 0;
    return [...ids].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  }

  private listening({ id, is }: EstateNode<"name-server">): string[] {
    const own = (is.addresses ?? []).map(canonical);
    if (own.length > 0) return own;
    return (this.graph.step(id, "host")?.ids ?? []).flatMap((host) => {
      const { addresses = [], publicAddresses = [] } = (this.graph.node(host) as EstateNode<"host">).is;
      return [...new Set([...addresses, ...publicAddresses].map(canonical))];
    });
  }
}

interface Socket {
  readonly address: string;
  readonly port: number;
}

function socketOf({ address, port }: Socket): string {
  return `${canonical(address)}#${port}`;
}

function canonical(text: string): string {
  const address = parseAddress(text);
  return address === null ? text : formatAddress(address);
}
