import { type Diagram, FALSE, type Node, TRUE } from "./diagram.js";
import { DESTINATION, DESTINATION_PORT, END, SOURCE, SOURCE_PORT } from "./layout.js";

/** The set with source and destination changed over; ports too, where the packets have them. */
export function swapped(diagram: Diagram, set: Node, ports: boolean): Node {
  const known = new Map<Node, Node>();
  const visit = (node: Node): Node => {
    if (node === FALSE || node === TRUE) return node;
    const done = known.get(node);
    if (done !== undefined) return done;
    const variable = partner(diagram.variableOf(node), ports);
    const [low, high] = [visit(diagram.lowOf(node)), visit(diagram.highOf(node))];
    const out = diagram.or(
      diagram.and(diagram.make(variable, TRUE, FALSE), low),
      diagram.and(diagram.make(variable, FALSE, TRUE), high),
    );
    known.set(node, out);
    return out;
  };
  return visit(set);
}

function partner(variable: number, ports: boolean): number {
  if (variable >= SOURCE && variable < END) return variable - SOURCE + DESTINATION;
  if (variable >= DESTINATION) return variable - DESTINATION + SOURCE;
  if (!ports || variable < DESTINATION_PORT) return variable;
  return variable >= SOURCE_PORT
    ? variable - SOURCE_PORT + DESTINATION_PORT
    : variable - DESTINATION_PORT + SOURCE_PORT;
}
