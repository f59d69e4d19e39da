import { type Diagram, FALSE, type Node, TRUE } from "./diagram.js";
import { DESTINATION, DESTINATION_PORT, END, SOURCE, SOURCE_PORT } from "./layout.js";

/** Two fields that lie side by side, the second right behind the first and as wide. */
interface Pair {
  readonly first: number;
  readonly second: number;
  readonly end: number;
}

const PORTS: Pair = { first: DESTINATION_PORT, second: SOURCE_PORT, end: DESTINATION };
const ADDRESSES: Pair = { first: DESTINATION, second: SOURCE, end: END };
/** Nodes that are remembered in each way. */
const MOST = 1 << 15;

type Work = (node: Node) => Node;

/** Changes source and destination over; what it found stays true as long as the diagram lives. */
export class Swap {
  private readonly addresses: Work;
  private readonly both: Work;
  private readonly shifts = new Map<number, Work>();

  constructor(private readonly diagram: Diagram) {
    this.addresses = remembered((node) => this.pair(node, ADDRESSES, (leaf) => leaf));
    this.both = remembered((node) => this.pair(node, PORTS, this.addresses));
    this.withAddresses = this.turning(DESTINATION, this.addresses);
    this.withBoth = this.turning(DESTINATION_PORT, this.both);
  }

  private readonly withAddresses: Work;
  private readonly withBoth: Work;

  /** The set with source and destination changed over; ports too, where the packets have them. */
  swapped(set: Node, ports: boolean): Node {
    return ports ? this.withBoth(set) : this.withAddresses(set);
  }

  /** Changes over what lies behind a variable. */
  private turning(start: number, lower: Work): Work {
    const { diagram } = this;
    const head: Work = remembered((node) => {
      const variable = diagram.variableOf(node);
      if (variable >= start) return lower(node);
      return diagram.make(variable, head(diagram.lowOf(node)), head(diagram.highOf(node)));
    });
    return head;
  }

  /** Cuts the diagram behind each of the two fields, moves the parts to the other's place, and puts them together. */
  private pair(node: Node, { first, second, end }: Pair, below: Work): Node {
    if (node === FALSE) return FALSE;
    const { diagram } = this;
    const [down, up] = [this.shift(second - first), this.shift(first - second)];
    let out: Node = FALSE;
    const lefts = cut(diagram, node, second);
    for (let left = 0; left < lefts.length; left += 2) {
      const moved = down(lefts[left + 1] as Node);
      const rights = cut(diagram, lefts[left] as Node, end);
      for (let right = 0; right < rights.length; right += 2) {
        const rest = diagram.and(moved, below(rights[right] as Node));
        out = diagram.or(out, diagram.and(up(rights[right + 1] as Node), rest));
      }
    }
    return out;
  }

  /** The same diagram over variables that lie so much further down. */
  private shift(by: number): Work {
    const known = this.shifts.get(by);
    if (known !== undefined) return known;
    const { diagram } = this;
    const shift: Work = remembered((node) => {
      if (node === FALSE || node === TRUE) return node;
      return diagram.make(
        diagram.variableOf(node) + by,
        shift(diagram.lowOf(node)),
        shift(diagram.highOf(node)),
      );
    });
    this.shifts.set(by, shift);
    return shift;
  }
}

function remembered(work: Work): Work {
  const known = new Map<Node, Node>();
  return (node) => {
    const done = known.get(node);
    if (done !== undefined) return done;
    const out = work(node);
    if (known.size >= MOST) known.clear();
    known.set(node, out);
    return out;
  };
}

/** What stands behind a variable, each followed by the ways that lead there, as a diagram of their own. */
type Ways = readonly Node[];

const NOWHERE: Ways = [];

/** By what stands behind a variable: the ways that lead there. Mostly that is one thing, or few. */
function cut(diagram: Diagram, set: Node, end: number): Ways {
  const known = new Map<Node, Ways>();
  const visit = (node: Node): Ways => {
    if (node === FALSE) return NOWHERE;
    const variable = diagram.variableOf(node);
    if (variable >= end) return [node, TRUE];
    const done = known.get(node);
    if (done !== undefined) return done;
    const ways = joined(diagram, variable, [visit(diagram.lowOf(node)), visit(diagram.highOf(node))]);
    known.set(node, ways);
    return ways;
  };
  return visit(set);
}

function joined(diagram: Diagram, variable: number, [low, high]: readonly [Ways, Ways]): Ways {
  const ways: Node[] = [];
  const places = low.length > 16 && high.length > 16 ? placesOf(high) : undefined;
  for (let at = 0; at < low.length; at += 2) {
    const leaf = low[at] as Node;
    const other = places === undefined ? placeOf(high, leaf) : (places.get(leaf) ?? -1);
    ways.push(
      leaf,
      diagram.make(variable, low[at + 1] as Node, other < 0 ? FALSE : (high[other + 1] as Node)),
    );
  }
  const taken = places === undefined ? undefined : placesOf(low);
  for (let at = 0; at < high.length; at += 2) {
    const leaf = high[at] as Node;
    const other = taken === undefined ? placeOf(low, leaf) : (taken.get(leaf) ?? -1);
    if (other < 0) ways.push(leaf, diagram.make(variable, FALSE, high[at + 1] as Node));
  }
  return ways;
}

function placeOf(ways: Ways, leaf: Node): number {
  for (let at = 0; at < ways.length; at += 2) if (ways[at] === leaf) return at;
  return -1;
}

function placesOf(ways: Ways): Map<Node, number> {
  const places = new Map<Node, number>();
  for (let at = 0; at < ways.length; at += 2) places.set(ways[at] as Node, at);
  return places;
}
