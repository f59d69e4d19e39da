import type { Gap } from "./gap.js";
import type { Edge, EstateNode } from "./node.js";
import type { Provenance } from "./provenance.js";

/**
 * One step of a planned change, laid over a graph by `applyChanges`.
 * - `put`: these nodes and edges are there afterwards. A node that is already there (same id, or an
 *   alias in common with the same kind) is replaced, and takes the existing node's id; its outgoing
 *   edges are replaced by the given ones where `edges` names their relation, kept otherwise.
 * - `remove`: the node (id or alias) is gone, with its edges; removing a filter removes its rules.
 * - `replaceChildren`: of the node `parent` (id or alias), all children over `relation` (inverse
 *   name, e.g. `rules`) are gone before `put` applies: inline blocks own the whole list.
 * - `blind`: what the plan could not say.
 */
export type Change =
  | {
      readonly op: "put";
      readonly nodes: readonly EstateNode[];
      readonly edges: readonly Edge[];
      readonly at: Provenance;
    }
  | {
      readonly op: "remove";
      readonly target: string;
      readonly kind: EstateNode["kind"];
      readonly at: Provenance;
    }
  | {
      readonly op: "replaceChildren";
      readonly parent: string;
      readonly relation: string;
      readonly direction?: "ingress" | "egress";
      readonly at: Provenance;
    }
  | { readonly op: "blind"; readonly gap: Gap };
