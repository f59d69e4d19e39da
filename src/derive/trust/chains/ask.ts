import type { Graph } from "../../../graph/index.js";
import type { ChainsFact, EstateNode, TrustAnswer } from "../../../model/index.js";
import { Chains } from "./chains.js";
import { touches } from "./touches.js";

/** Answers who can become whom. */
export interface TrustChains {
  /**
   * Who can become a role, a shortest chain for each kind of origin; or, where somebody is named, how they can.
   * Null where nobody goes by that name.
   */
  ask(role: string, from?: string): TrustAnswer | null;
}

/** Prepares an estate for questions; everything that they share is worked out once. */
export function trustChains(graph: Graph): TrustChains {
  const chains = new Chains(graph);
  return {
    ask(id, from) {
      const role = graph.node(id) as EstateNode<"role">;
      const fact = chains.fact(id);
      const value = fact.value as unknown as ChainsFact;
      const starts = from === undefined ? [] : chains.named(from);
      if (from !== undefined && starts.length === 0) return null;
      const [end = -1] = chains.named(id);
      const named = from === undefined ? undefined : chains.between(starts, end);
      const told =
        named === undefined ? value.origins : named === null ? [] : [{ origin: null, chain: named }];
      const places = new Map(
        told.flatMap(({ chain }) =>
          chain.steps.flatMap(({ to }) => {
            const at = graph.node(to.name)?.at;
            return at === undefined ? [] : [[to.name, at] as const];
          }),
        ),
      );
      return {
        role: { id, label: role.label },
        from: from ?? null,
        ...{ power: value.power, reads: value.reads, administrator: value.administrator },
        chains: told.map(({ origin, chain }) => ({ origin, ...chain })),
        touches: touches(graph, role),
        places: Object.fromEntries([...places].sort(([a], [b]) => (a < b ? -1 : 1))),
        gaps: fact.gaps
          .filter(({ reason }) => from === undefined || reason === "unparsed")
          .map(({ message }) => message),
      };
    },
  };
}
