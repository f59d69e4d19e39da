import type { FactsByKind } from "../../model/index.js";
import type { Condition } from "./condition.js";

export type Action = FactsByKind["rule"]["action"];

/** One row of a chain: an nft rule is one row, or several where it is a verdict map or a disjunction. */
export interface Draft {
  readonly action: Action;
  /** Name of the chain that a jump or goto leads to. */
  readonly target: string | null;
  readonly condition: Condition;
}

/** How an accept or refusal is qualified by what else stands in the rule. */
export interface Qualifiers {
  /** A rate or a count decides packet by packet. */
  readonly rated: boolean;
  readonly unknown: readonly string[];
}

/**
 * The row for one verdict under one condition. A limit lets some packets of the flow through: an accept
 * under a limit still admits, a refusal under a limit does not keep anybody out, and a detour under a
 * limit cannot be told.
 */
export function draft(verdict: Pick<Draft, "action" | "target">, when: Condition, how: Qualifiers): Draft {
  const { action, target } = verdict;
  if ((how.rated || when.aside.length > 0) && action === "deny") {
    return { action: "continue", target: null, condition: when };
  }
  const unmodelled = [...when.unmodelled, ...how.unknown, ...(action === "continue" ? [] : when.aside)];
  if (how.rated && action !== "allow" && action !== "continue") unmodelled.push("limit");
  return { action, target, condition: { ...when, unmodelled: [...new Set(unmodelled)] } };
}

/** Could this row refuse any packet, or send it elsewhere? Before connections are tracked all are `invalid`. */
export function refuses({ action }: Draft): boolean {
  return action === "deny" || action === "translate";
}
