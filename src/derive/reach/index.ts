import type { Graph } from "../../graph/index.js";
import type { Answer, Cell, Exposed, Question, Zones } from "../../model/index.js";
import { answerTo } from "./answer.js";
import type { Breadth } from "./ask.js";
import { exposedOf } from "./exposed.js";
import { Fabric } from "./fabric.js";
import { matrixOf } from "./matrix.js";

export interface ReachOptions {
  /** More public addresses than one block of this length are the internet at large. */
  readonly internet?: Breadth;
}

/** Answers who can reach what in an estate. */
export interface Reach {
  answer(question: Question): Answer;
  /** What the internet can open, on every card, sorted by id. */
  exposed(): Exposed[];
  /** Every service from every zone to every other one. */
  matrix(zones: Zones): Cell[];
}

/** A space that grew beyond so many nodes is begun anew (about 40 bytes each). */
const MOST_NODES = 6_000_000;

/** Prepares an estate for questions; what they share is worked out once. */
export function reachability(graph: Graph, { internet = { ipv4: 8, ipv6: 16 } }: ReachOptions = {}): Reach {
  let shared = new Fabric(graph);
  const fabric = () => {
    if (shared.space.size > MOST_NODES) shared = new Fabric(graph, shared.survey);
    return shared;
  };
  return {
    answer: (question) => answerTo(fabric(), question, { breadth: internet }),
    exposed: () => exposedOf(fabric(), internet),
    matrix: (zones) => [...matrixOf(zones, { fabric, breadth: internet })],
  };
}
