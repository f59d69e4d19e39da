import { type EstateNode, type Gap, gapOf } from "../../model/index.js";
import type { Clause } from "./clause.js";
import type { Doubt } from "./peers.js";

const MOST_NAMED = 5;
const WHY: Readonly<Record<Doubt, readonly [one: string, many: string]>> = {
  unmodelled: ["has conditions that are not understood", "have conditions that are not understood"],
  "not-collected": [
    "leads to lists, chains or facts that were not collected",
    "lead to lists, chains or facts that were not collected",
  ],
  unparsed: ["names addresses that cannot be read", "name addresses that cannot be read"],
};

/** One gap for each reason why a filter may admit more than is certain; it names the rules. */
export function doubtsOf(filter: EstateNode<"filter">, clauses: Iterable<Clause>): Gap[] {
  const byReason = new Map<Doubt, Set<string>>();
  for (const { doubt, label } of clauses) {
    const reason = doubt ?? "unmodelled";
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(label));
  }
  return [...byReason]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, labels]) => gap(filter, reason, [...labels].sort()));
}

function gap(filter: EstateNode<"filter">, reason: Doubt, labels: readonly string[]): Gap {
  const named = labels.slice(0, MOST_NAMED).join(", ");
  const more = labels.length > MOST_NAMED ? ` and ${labels.length - MOST_NAMED} more` : "";
  const [one, many] = WHY[reason];
  return gapOf({
    reason,
    message: `what ${filter.label} admits is not certain: ${named}${more} ${labels.length === 1 ? one : many}`,
    at: filter.at,
    touches: { nodes: [filter.id] },
  });
}
