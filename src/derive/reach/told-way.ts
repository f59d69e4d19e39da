import type { Hop } from "../../model/index.js";

/** A way as facts carry it: where, and what is said there. */
export function toldHops(hops: readonly Hop[]): { id: string; label: string; says: string }[] {
  return hops.map(({ node, label, says }) => ({ id: node, label, says }));
}

/** The rules that admit packets on their way there, in the order in which those come by them. */
export function admittingRules(hops: readonly Hop[]): { id: string; label: string }[] {
  return hops.flatMap(({ what, way, by }) =>
    what === "passes" && way === "there" && by !== undefined ? [{ id: by.id, label: by.label }] : [],
  );
}
