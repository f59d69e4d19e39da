import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import { Holes } from "./holes.js";
import { Kept, type Reads } from "./reads.js";

/** Where ranges that somebody names begin, or end before; ascending. */
export interface Bounds {
  readonly ipv4: readonly bigint[];
  readonly ipv6: readonly bigint[];
}

/**
 * What has to be looked for in the whole estate, whichever packets are asked about: looked for once, and kept by
 * names alone, for an estate has very many cards and a space of packets is begun anew now and then.
 */
export class Survey {
  readonly holes: Holes;
  /** Worked out by `Cuts`. */
  readonly bounds: Kept<Bounds>;
  /** Targets of load balancers by what they name; worked out by `Relays`. */
  readonly targets: Kept<ReadonlyMap<string, readonly string[]>>;
  private readonly balancers: Kept<ReadonlyMap<string, readonly string[]>>;

  constructor(
    private readonly graph: Graph,
    reads?: Reads,
  ) {
    this.holes = new Holes(graph);
    this.bounds = new Kept(reads);
    this.targets = new Kept(reads);
    this.balancers = new Kept(reads);
  }

  /** Cards of load balancers by their names, which the provider puts into the cards' descriptions; sorted. */
  get cardsOfBalancers(): ReadonlyMap<string, readonly string[]> {
    return this.balancers.get("", () => this.described());
  }

  private described(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const id of this.graph.each("interface")) {
      const { description = "" } = (this.graph.node(id) as EstateNode<"interface"> | undefined)?.is ?? {};
      if (!description.startsWith(BALANCER)) continue;
      const name = description.slice(BALANCER.length);
      const held = found.get(name);
      if (held === undefined) found.set(name, [id]);
      else held.push(id);
    }
    return found;
  }
}

const BALANCER = "ELB ";
