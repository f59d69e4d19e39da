import type { Graph } from "../../graph/index.js";
import type { Answer, Exposed, Question } from "../../model/index.js";
import { answerTo } from "./answer.js";
import type { Breadth } from "./ask.js";
import { exposedOf } from "./exposed.js";
import { Fabric } from "./fabric.js";

export interface ReachOptions {
  /** More public addresses than one block of this length are the internet at large. */
  readonly internet?: Breadth;
}

/** Answers who can reach what in an estate. */
export interface Reach {
  answer(question: Question): Answer;
  /** What the internet can open, on every card, sorted by id. */
  exposed(): Exposed[];
}

/** A space that grew beyond so many nodes is begun anew (about 40 bytes each). */
const MOST_NODES = 6_000_000;

/** Prepares an estate for questions; what they share is worked out once. */
export function reachability(graph: Graph, { internet = { ipv4: 8, ipv6: 16 } }: ReachOptions = {}): Reach {
  let fabric = new Fabric(graph);
  return {
    answer(question) {
      if (fabric.space.size > MOST_NODES) fabric = new Fabric(graph);
      return answerTo(fabric, question, internet);
    },
    exposed: () => exposedOf(fabric, internet),
  };
}
