import type { Chain } from "./chain.js";
import type { Condition } from "./condition.js";
import type { Draft } from "./draft.js";
import { asideDirection } from "./hooks.js";
import type { Visit } from "./visits.js";

/**
 * A row as it is met where its chain stands; null where it can never match there. Before connections are
 * tracked every packet is `invalid` to `ct state`; a chain of type nat sees the first packets of connections
 * alone (nft(8), chain types); what comes by one device or a bridge is not all that comes.
 */
export function asMet(draft: Draft, chain: Chain, { tracking }: Visit): Draft | null {
  const condition = tracked(draft.condition, tracking);
  if (condition === null) return null;
  const turns = isNat(chain) ? condition.turns.filter((turn) => turn === "new") : condition.turns;
  const unmodelled = [...condition.unmodelled, ...carriersOf(chain)];
  return { ...draft, condition: { ...condition, turns, unmodelled } };
}

function tracked(condition: Condition, tracking: Visit["tracking"]): Condition | null {
  const { states, unmodelled } = condition;
  if (states === null || tracking === "after") return condition;
  if (tracking === "before") return states.includes("invalid") ? { ...condition, states: null } : null;
  return {
    ...condition,
    states: null,
    unmodelled: [...unmodelled, "ct state where packets may be untracked"],
  };
}

/** Not every packet meets the end of such a chain: its policy must be a row. */
export function isPartial(chain: Chain): boolean {
  return isNat(chain) || carriersOf(chain).length > 0;
}

function isNat({ type, hook }: Chain): boolean {
  return hook !== null && type === "nat";
}

function carriersOf(chain: Chain): string[] {
  if (asideDirection(chain) === null) return [];
  if (chain.family === "bridge") return ["only what a bridge carries"];
  return chain.hook === "ingress" || chain.hook === "egress" ? ["only what comes or goes by one device"] : [];
}
