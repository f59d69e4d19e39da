import type { AddressSet } from "../address-set.js";
import { FAMILIES, type Family } from "../family.js";
import { PortSet } from "../port-set.js";
import { Diagram, FALSE, type Node, TRUE } from "./diagram.js";
import { END, FAMILY, FIELDS, type FieldName, ICMP, ICMPV6, PORTED } from "./layout.js";
import type { Packet, PacketBox, PacketSet } from "./packet.js";
import { Projection } from "./projection.js";
import { type Slice, slicesOf } from "./slices.js";
import { Swap } from "./swap.js";
import { valuesIn, wideValuesIn } from "./values.js";
import { packetIn, witnessOf } from "./witness.js";

/**
 * Exact sets of packets, canonical: two sets hold the same packets exactly where they are the same number.
 * Everything that a space made is forgotten with it.
 */
export class PacketSpace {
  readonly none = FALSE as PacketSet;
  readonly all = TRUE as PacketSet;
  private readonly diagram = new Diagram();
  private readonly projection = new Projection(this.diagram);
  private readonly addressNodes = new WeakMap<AddressSet, Partial<Record<string, Node>>>();
  private readonly swap = new Swap(this.diagram);
  /** By node and field. */
  private readonly forgotten = new Map<number, Node>();
  private readonly turns = new Map<typeof ANSWERS, readonly Turn[]>();
  private readonly protocolNodes = new Map<string, Node>();
  private readonly ported = this.protocol(PORTED);
  private readonly echoes = [this.protocol([ICMP]), this.protocol([ICMPV6])] as const;

  /** Nodes in use; a space beyond some millions is better thrown away. */
  get size(): number {
    return this.diagram.size;
  }

  box(box: PacketBox): PacketSet {
    const { diagram } = this;
    let rest: Node = TRUE;
    if (box.sourcePorts !== undefined) rest = this.portNode("sourcePort", box.sourcePorts);
    if (box.destinationPorts !== undefined)
      rest = diagram.and(rest, this.portNode("destinationPort", box.destinationPorts));
    if (box.icmpTypes !== undefined || box.icmpCodes !== undefined) rest = diagram.and(rest, this.icmp(box));
    if (box.protocols !== undefined) rest = diagram.and(rest, this.protocol(box.protocols));
    let found: Node = FALSE;
    for (const family of FAMILIES) {
      if (box.family !== undefined && box.family !== family) continue;
      const source = box.source === undefined ? TRUE : this.addressesIn("source", box.source, family);
      const destination =
        box.destination === undefined ? TRUE : this.addressesIn("destination", box.destination, family);
      const inside = diagram.and(diagram.and(destination, source), rest);
      found = diagram.or(found, diagram.and(inside, this.family(family)));
    }
    return found as PacketSet;
  }

  union(a: PacketSet, b: PacketSet): PacketSet {
    return this.diagram.or(a, b) as PacketSet;
  }

  intersect(a: PacketSet, b: PacketSet): PacketSet {
    return this.diagram.and(a, b) as PacketSet;
  }

  difference(a: PacketSet, b: PacketSet): PacketSet {
    return this.diagram.difference(a, b) as PacketSet;
  }

  complement(a: PacketSet): PacketSet {
    return this.difference(this.all, a);
  }

  /** The union of many, by halves. */
  unionOf(sets: readonly PacketSet[]): PacketSet {
    if (sets.length <= 1) return sets[0] ?? this.none;
    const middle = sets.length >>> 1;
    return this.union(this.unionOf(sets.slice(0, middle)), this.unionOf(sets.slice(middle)));
  }

  isEmpty(a: PacketSet): boolean {
    return a === this.none;
  }

  /** Is every packet of `b` in `a`? */
  covers(a: PacketSet, b: PacketSet): boolean {
    return this.difference(b, a) === this.none;
  }

  overlaps(a: PacketSet, b: PacketSet): boolean {
    return this.intersect(a, b) !== this.none;
  }

  contains(a: PacketSet, packet: Packet): boolean {
    return packetIn(this.diagram, a, packet);
  }

  /** A packet of the set, always the same one: TCP before UDP before ICMP, low addresses and ports; undefined of none. */
  witness(a: PacketSet): Packet | undefined {
    return witnessOf(this.diagram, a, (protocol) => this.protocol([protocol]));
  }

  /** The packets that some of the set become when the field may be anything. Ports: those of protocols that have them. */
  forget(a: PacketSet, field: FieldName): PacketSet {
    if (field !== "sourcePort" && field !== "destinationPort") return this.quantified(a, field) as PacketSet;
    const { diagram } = this;
    const ported = this.quantified(diagram.and(a, this.ported), field);
    return diagram.or(diagram.difference(a, this.ported), diagram.and(ported, this.ported)) as PacketSet;
  }

  /** What the set becomes when a field is rewritten to any of the values, as address translation does. */
  withField(a: PacketSet, field: "source" | "destination", values: AddressSet): PacketSet;
  withField(a: PacketSet, field: "sourcePort" | "destinationPort", values: PortSet): PacketSet;
  withField(a: PacketSet, field: Exclude<FieldName, "protocol">, values: AddressSet | PortSet): PacketSet {
    const free = this.forget(a, field);
    const { diagram } = this;
    if (values instanceof PortSet) {
      const named = diagram.and(free, this.portNode(field as "sourcePort", values));
      return diagram.or(diagram.difference(free, this.ported), named) as PacketSet;
    }
    return this.intersect(free, this.box({ [field]: values }));
  }

  /**
   * Answers: addresses and ports change sides. ICMP echo, timestamp and information requests have answers of
   * their own type (RFC 792), so has the ICMPv6 echo (RFC 4443); other ICMP is not answered. Other protocols
   * are taken to answer in kind.
   */
  reverse(a: PacketSet): PacketSet {
    return this.turned(a, ANSWERS);
  }

  /** The requests to which packets are the answers: `reverse` the other way. */
  requests(a: PacketSet): PacketSet {
    return this.turned(a, REQUESTS);
  }

  private turned(a: PacketSet, types: typeof ANSWERS): PacketSet {
    const { diagram } = this;
    const [four, six] = this.echoes;
    const icmp = diagram.or(four, six);
    let all = this.swap.swapped(diagram.difference(a, icmp), true);
    const messages = diagram.and(a, icmp);
    if (messages === FALSE) return all as PacketSet;
    for (const { asked, answer } of this.turnsOf(types)) {
      const free = this.quantified(diagram.and(messages, asked), "destinationPort");
      all = diagram.or(all, this.swap.swapped(diagram.and(free, answer), false));
    }
    return all as PacketSet;
  }

  private turnsOf(types: typeof ANSWERS): readonly Turn[] {
    const known = this.turns.get(types);
    if (known !== undefined) return known;
    const turns = types.map(([protocol, request, reply]) => ({
      asked: this.box({ protocols: [protocol], icmpTypes: [request] }),
      answer: this.box({ protocols: [protocol], icmpTypes: [reply], icmpCodes: [0] }),
    }));
    this.turns.set(types, turns);
    return turns;
  }

  /** Source and destination addresses changed over, and nothing else: to look at a set from its other end. */
  mirrored(a: PacketSet): PacketSet {
    return this.swap.swapped(a, false) as PacketSet;
  }

  /** Every source or destination that some packet has. */
  addresses(a: PacketSet, side: "source" | "destination"): AddressSet {
    return this.projection.addresses(a, side);
  }

  /** Every port that some packet of a protocol with ports has. */
  ports(a: PacketSet, side: "source" | "destination"): PortSet {
    return this.projection.ports(this.diagram.and(a, this.ported), side);
  }

  /** Every protocol number that some packet has. */
  protocols(a: PacketSet): number[] {
    return this.projection.protocols(a);
  }

  /** Cuts a set by family, protocol and destination port, each part with its sources. */
  slices(a: PacketSet): (Omit<Slice, "rest"> & { readonly sources: AddressSet })[] {
    return slicesOf(this.diagram, a).map(({ family, protocols, ports, rest }) => ({
      ...{ family, protocols, ports },
      sources: this.projection.addresses(rest, "source").only(family),
    }));
  }

  private family(family: Family): Node {
    return family === "ipv4"
      ? this.diagram.make(FAMILY, TRUE, FALSE)
      : this.diagram.make(FAMILY, FALSE, TRUE);
  }

  private protocol(protocols: readonly number[]): Node {
    const key = protocols.join();
    const known = this.protocolNodes.get(key);
    if (known !== undefined) return known;
    const bounds = PortSet.ofRanges(protocols.map((value) => ({ from: value, to: value }))).bounds;
    const node = valuesIn(this.diagram, FIELDS.protocol, bounds);
    this.protocolNodes.set(key, node);
    return node;
  }

  private portNode(field: "sourcePort" | "destinationPort", ports: PortSet): Node {
    return this.diagram.and(this.ported, valuesIn(this.diagram, FIELDS[field], ports.bounds));
  }

  private icmp({ icmpTypes, icmpCodes }: PacketBox): Node {
    const { start } = FIELDS.destinationPort;
    const part = (values: readonly number[] | undefined, from: number): Node =>
      values === undefined
        ? TRUE
        : valuesIn(
            this.diagram,
            { start: from, bits: 8 },
            PortSet.ofRanges(values.map((value) => ({ from: value, to: value }))).bounds,
          );
    const both = this.diagram.and(part(icmpTypes, start), part(icmpCodes, start + 8));
    return this.diagram.and(both, this.diagram.or(this.echoes[0], this.echoes[1]));
  }

  private addressesIn(side: "source" | "destination", set: AddressSet, family: Family): Node {
    const known = this.addressNodes.get(set) ?? {};
    this.addressNodes.set(set, known);
    const key = `${side} ${family}`;
    const node =
      known[key] ??
      (family === "ipv4"
        ? valuesIn(this.diagram, { start: FIELDS[side].start, bits: 32 }, set.ipv4)
        : wideValuesIn(this.diagram, FIELDS[side], set.ipv6));
    known[key] = node;
    return node;
  }

  private quantified(a: Node, field: FieldName): Node {
    const { start, bits } = FIELDS[field];
    const end = start + bits;
    const visit = (node: Node): Node => {
      const variable = this.diagram.variableOf(node);
      if (variable >= end || variable >= END) return node;
      const key = node * VARIABLES + start;
      const known = this.forgotten.get(key);
      if (known !== undefined) return known;
      const [low, high] = [visit(this.diagram.lowOf(node)), visit(this.diagram.highOf(node))];
      const out = variable >= start ? this.diagram.or(low, high) : this.diagram.make(variable, low, high);
      this.forgotten.set(key, out);
      return out;
    };
    if (this.forgotten.size > MOST_REMEMBERED) this.forgotten.clear();
    return visit(a);
  }
}

const MOST_REMEMBERED = 1 << 16;
/** More than a packet has variables. */
const VARIABLES = 1 << 10;

/** Packets of one ICMP type, and what their answers have in common. */
interface Turn {
  readonly asked: Node;
  readonly answer: Node;
}

/** Protocol, type of the request, type of its answer. */
const ANSWERS: readonly (readonly [protocol: number, request: number, reply: number])[] = [
  [ICMP, 8, 0],
  [ICMP, 13, 14],
  [ICMP, 15, 16],
  [ICMPV6, 128, 129],
];
const REQUESTS: typeof ANSWERS = ANSWERS.map(([protocol, request, reply]) => [protocol, reply, request]);
