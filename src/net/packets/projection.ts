import { AddressSet } from "../address-set.js";
import { PortSet } from "../port-set.js";
import { type Diagram, FALSE, type Node, TRUE } from "./diagram.js";
import { FAMILY, FIELDS, type Field } from "./layout.js";
import { boundsOf, wideBoundsOf } from "./values.js";

const MOST_REMEMBERED = 1 << 14;

/** What the packets of a set have in one field. */
export class Projection {
  private readonly known = new Map<string, AddressSet>();

  constructor(private readonly diagram: Diagram) {}

  addresses(set: Node, side: "source" | "destination"): AddressSet {
    const key = `${side} ${set}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size > MOST_REMEMBERED) this.known.clear();
    const found = this.project(set, side);
    this.known.set(key, found);
    return found;
  }

  ports(set: Node, side: "source" | "destination"): PortSet {
    const field = FIELDS[side === "source" ? "sourcePort" : "destinationPort"];
    return portsFrom(boundsOf(this.diagram, field, this.only(set, field)));
  }

  protocols(set: Node): number[] {
    const bounds = boundsOf(this.diagram, FIELDS.protocol, this.only(set, FIELDS.protocol));
    const values: number[] = [];
    for (let i = 0; i < bounds.length; i += 2)
      for (let value = bounds[i] ?? 0; value < (bounds[i + 1] ?? 0); value++) values.push(value);
    return values;
  }

  private project(set: Node, side: "source" | "destination"): AddressSet {
    const { diagram } = this;
    const split = diagram.variableOf(set) === FAMILY;
    const four = this.only(split ? diagram.lowOf(set) : set, FIELDS[side]);
    const six = this.only(split ? diagram.highOf(set) : set, FIELDS[side]);
    const v4 = boundsOf(diagram, { start: FIELDS[side].start, bits: 32 }, four);
    const v6 = wideBoundsOf(diagram, FIELDS[side], six);
    const ranges4 = pairs(v4).map(([from, end]) => ({ family: "ipv4" as const, from, to: end - 1 }));
    const ranges6 = pairs(v6).map(([from, end]) => ({ family: "ipv6" as const, from, to: end - 1n }));
    return AddressSet.ofRanges([...ranges4, ...ranges6]);
  }

  /** The set with every variable free but those of one field. */
  private only(set: Node, field: Field): Node {
    const { diagram } = this;
    const end = field.start + field.bits;
    const known = new Map<Node, Node>();
    const visit = (node: Node): Node => {
      const variable = diagram.variableOf(node);
      // Beyond the field all that matters is whether anything is left.
      if (variable >= end) return node === FALSE ? FALSE : TRUE;
      const done = known.get(node);
      if (done !== undefined) return done;
      const [low, high] = [visit(diagram.lowOf(node)), visit(diagram.highOf(node))];
      const out = variable < field.start ? diagram.or(low, high) : diagram.make(variable, low, high);
      known.set(node, out);
      return out;
    };
    return visit(set);
  }
}

function pairs<T>(bounds: readonly T[]): (readonly [T, T])[] {
  const out: (readonly [T, T])[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 2) out.push([bounds[i] as T, bounds[i + 1] as T]);
  return out;
}

function portsFrom(bounds: readonly number[]): PortSet {
  return PortSet.ofRanges(pairs(bounds).map(([from, end]) => ({ from, to: end - 1 })));
}
