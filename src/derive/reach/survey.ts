import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import { Holes } from "./holes.js";

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
  bounds: Bounds | undefined;
  /** Targets of load balancers by what they name; worked out by `Relays`. */
  targets: ReadonlyMap<string, readonly string[]> | undefined;
  private balancers: Map<string, string[]> | undefined;

  constructor(private readonly graph: Graph) {
    this.holes = new Holes(graph);
  }

  /** Cards of a load balancer by its name, which the provider puts into their description; sorted. */
  cardsOfBalancer(name: string): readonly string[] {
    this.balancers ??= this.described();
    return this.balancers.get(name) ?? [];
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
