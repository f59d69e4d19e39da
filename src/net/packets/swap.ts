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

/** The set with source and destination changed over; ports too, where the packets have them. */
export function swapped(diagram: Diagram, set: Node, ports: boolean): Node {
  const addresses = remembered((node) => swapPair(diagram, { node, pair: ADDRESSES, below: (leaf) => leaf }));
  const lower = ports
    ? remembered((node) => swapPair(diagram, { node, pair: PORTS, below: addresses }))
    : addresses;
  const start = ports ? DESTINATION_PORT : DESTINATION;
  const head = remembered((node: Node): Node => {
    const variable = diagram.variableOf(node);
    if (variable >= start) return lower(node);
    return diagram.make(variable, head(diagram.lowOf(node)), head(diagram.highOf(node)));
  });
  return head(set);
}

function remembered(work: (node: Node) => Node): (node: Node) => Node {
  const known = new Map<Node, Node>();
  return (node) => {
    const done = known.get(node);
    if (done !== undefined) return done;
    const out = work(node);
    known.set(node, out);
    return out;
  };
}

interface Swapping {
  readonly node: Node;
  readonly pair: Pair;
  /** What becomes of the rest, behind both fields. */
  below(leaf: Node): Node;
}

/** Cuts the diagram behind each of the two fields, moves the parts to the other's place, and puts them together. */
function swapPair(diagram: Diagram, { node, pair, below }: Swapping): Node {
  if (node === FALSE) return FALSE;
  const { first, second, end } = pair;
  const width = second - first;
  let out: Node = FALSE;
  for (const [middle, left] of cut(diagram, node, second)) {
    const moved = shifted(diagram, left, width);
    for (const [leaf, right] of cut(diagram, middle, end)) {
      const rest = diagram.and(moved, below(leaf));
      out = diagram.or(out, diagram.and(shifted(diagram, right, -width), rest));
    }
  }
  return out;
}

/** By what stands behind a variable: the ways that lead there, as a diagram of their own. */
function cut(diagram: Diagram, set: Node, end: number): Map<Node, Node> {
  const known = new Map<Node, Map<Node, Node>>();
  const visit = (node: Node): Map<Node, Node> => {
    if (diagram.variableOf(node) >= end) return new Map(node === FALSE ? [] : [[node, TRUE]]);
    const done = known.get(node);
    if (done !== undefined) return done;
    const [low, high] = [visit(diagram.lowOf(node)), visit(diagram.highOf(node))];
    const ways = new Map<Node, Node>();
    for (const leaf of new Set([...low.keys(), ...high.keys()]))
      ways.set(leaf, diagram.make(diagram.variableOf(node), low.get(leaf) ?? FALSE, high.get(leaf) ?? FALSE));
    known.set(node, ways);
    return ways;
  };
  return visit(set);
}

/** The same diagram over variables that lie so much further down. */
function shifted(diagram: Diagram, set: Node, by: number): Node {
  const shift = remembered((node: Node): Node => {
    if (node === FALSE || node === TRUE) return node;
    return diagram.make(
      diagram.variableOf(node) + by,
      shift(diagram.lowOf(node)),
      shift(diagram.highOf(node)),
    );
  });
  return shift(set);
}
