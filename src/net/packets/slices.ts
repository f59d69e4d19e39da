import { PortSet } from "../port-set.js";
import { type Diagram, FALSE, type Node, TRUE } from "./diagram.js";
import { DESTINATION_PORT, FAMILY, PROTOCOL, SOURCE_PORT } from "./layout.js";

/** Packets of some protocols to some ports that have the same rest. */
export interface Slice {
  readonly family: "ipv4" | "ipv6";
  readonly protocols: readonly number[];
  /** Of protocols without ports: every port. For ICMP: type in the upper byte, code in the lower. */
  readonly ports: PortSet;
  readonly rest: Node;
}

/** Cuts a set by family, protocol and destination port; slices are disjoint and sorted. */
export function slicesOf(diagram: Diagram, set: Node): Slice[] {
  const split = diagram.variableOf(set) === FAMILY;
  return (["ipv4", "ipv6"] as const).flatMap((family) => {
    const half = split ? (family === "ipv4" ? diagram.lowOf(set) : diagram.highOf(set)) : set;
    return byProtocol(diagram, half, family);
  });
}

function byProtocol(diagram: Diagram, set: Node, family: Slice["family"]): Slice[] {
  const groups = new Map<Node, number[]>();
  for (let protocol = 0; protocol < 256; protocol++) {
    let node = set;
    while (diagram.variableOf(node) < DESTINATION_PORT && node > TRUE) {
      const bit = (protocol >>> (7 - (diagram.variableOf(node) - PROTOCOL))) & 1;
      node = bit === 1 ? diagram.highOf(node) : diagram.lowOf(node);
    }
    if (node !== FALSE) groups.set(node, [...(groups.get(node) ?? []), protocol]);
  }
  return [...groups].flatMap(([node, protocols]) =>
    byPort(diagram, node).map(({ ports, rest }) => ({ family, protocols, ports, rest })),
  );
}

function byPort(diagram: Diagram, set: Node): { ports: PortSet; rest: Node }[] {
  const runs = new Map<Node, { from: number; to: number }[]>();
  const visit = (node: Node, level: number, from: number): void => {
    if (node === FALSE) return;
    const size = 2 ** (16 - level);
    const variable = diagram.variableOf(node);
    if (variable >= SOURCE_PORT) {
      runs.set(node, [...(runs.get(node) ?? []), { from, to: from + size - 1 }]);
      return;
    }
    const own = variable === DESTINATION_PORT + level;
    visit(own ? diagram.lowOf(node) : node, level + 1, from);
    visit(own ? diagram.highOf(node) : node, level + 1, from + size / 2);
  };
  visit(set, 0, 0);
  return [...runs].map(([rest, ranges]) => ({ rest, ports: PortSet.ofRanges(ranges) }));
}
