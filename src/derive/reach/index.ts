import { differenceOf, type Graph } from "../../graph/index.js";
import type { Answer, Cell, Exposed, Question, Zones } from "../../model/index.js";
import { answerTo } from "./answer.js";
import type { Breadth } from "./ask.js";
import { type Closing, leastChange } from "./close/least-change.js";
import { Exposures } from "./exposed.js";
import { Fabric } from "./fabric.js";
import { matrixOf } from "./matrix.js";
import { Reads } from "./reads.js";
import { Survey } from "./survey.js";
import { listOf, WatchedGraph } from "./watched-graph.js";

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
  /** The smallest set of rule edits that closes a question and keeps the required flows, asked again with them made. */
  close(question: Question, required: readonly Question[]): Closing;
}

/** The same of an estate that changes: what a change does not touch is not worked out again. */
export interface FollowingReach extends Reach {
  /** Goes on with what changes made of the estate. */
  moveTo(next: Graph): void;
}

/** A space that grew beyond so many nodes is begun anew (about 40 bytes each). */
const MOST_NODES = 6_000_000;
const INTERNET: Breadth = { ipv4: 8, ipv6: 16 };

/** Prepares an estate for questions; what they share is worked out once. */
export function reachability(graph: Graph, { internet = INTERNET }: ReachOptions = {}): Reach {
  const survey = new Survey(graph);
  return new Shared(() => new Fabric(graph, { survey }), internet);
}

/** Prepares an estate for questions before and after changes. Costs more memory: it notes what rests on what. */
export function followingReachability(
  graph: Graph,
  { internet = INTERNET }: ReachOptions = {},
): FollowingReach {
  return new Following(graph, internet);
}

class Shared implements Reach {
  private fabric: Fabric;
  private exposures: Exposures;

  constructor(
    private readonly begin: () => Fabric,
    private readonly breadth: Breadth,
  ) {
    this.fabric = begin();
    this.exposures = new Exposures(this.fabric, breadth);
  }

  answer(question: Question): Answer {
    return answerTo(this.current(), question, { breadth: this.breadth });
  }

  exposed(): Exposed[] {
    this.current();
    return this.exposures.all();
  }

  matrix(zones: Zones): Cell[] {
    return [...matrixOf(zones, { fabric: () => this.current(), breadth: this.breadth })];
  }

  close(question: Question, required: readonly Question[]): Closing {
    // What is tried is thrown away with its space.
    return leastChange(new Fabric(this.graph()), { question, required, breadth: this.breadth });
  }

  protected graph(): Graph {
    return this.fabric.graph;
  }

  /** Forgets all that was worked out. */
  protected anew(): void {
    this.fabric = this.begin();
    this.exposures = new Exposures(this.fabric, this.breadth);
  }

  private current(): Fabric {
    if (this.fabric.space.size > MOST_NODES) this.anew();
    return this.fabric;
  }
}

class Following extends Shared implements FollowingReach {
  private readonly watched: { graph: WatchedGraph; reads: Reads };

  constructor(graph: Graph, breadth: Breadth) {
    const begun = watch(graph);
    super(() => {
      // A graph that is watched anew, with a book of its own, whenever all is forgotten.
      Object.assign(begun, watch(begun.graph.current));
      return new Fabric(begun.graph, { reads: begun.reads });
    }, breadth);
    this.watched = begun;
  }

  protected override graph(): Graph {
    return this.watched.graph.current;
  }

  moveTo(next: Graph): void {
    const { graph, reads } = this.watched;
    const difference = differenceOf(graph.current, next);
    graph.current = next;
    // What gaps touch is sorted out once, by name.
    const blurred = next.gaps.some(({ touches }) =>
      touches.nodes.some((name) => difference?.names.has(name)),
    );
    if (difference === undefined || blurred) {
      this.anew();
      return;
    }
    const lists = [...difference.kinds].map(listOf);
    reads.change([...difference.names, ...lists, ...(lists.length > 0 ? [listOf("every")] : [])]);
  }
}

function watch(graph: Graph): { graph: WatchedGraph; reads: Reads } {
  const reads = new Reads();
  return { graph: new WatchedGraph(graph, reads), reads };
}
