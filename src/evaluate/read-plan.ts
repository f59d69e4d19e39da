import type { Derived, Kind, PolicyMeta } from "../model/index.js";
import { type Shape, shapeWith } from "./shapes.js";

/** Relation paths as a tree: what is joined at a node, and what is joined at those. */
export interface ReadTree {
  readonly segments: ReadonlyMap<string, ReadTree>;
  /** Members of the view in the order in which they are written. */
  readonly members: Shape;
}

/** What a document carries beside the subject's own view. */
export interface ReadPlan {
  readonly tree: ReadTree;
  /** The subject's own view; what is joined at it stands beside it in the document. */
  readonly subject: ReadTree;
  readonly facts: readonly string[];
  /** Members of the document in the order in which they are written. */
  readonly members: Shape;
}

const VIEW = ["account", "id", "is", "kind", "label", "region", "site", "type"];

/** The union of what the policies read of a subject of the kind. */
export function planReads(policies: readonly PolicyMeta[], kind: Kind, derived: Derived): ReadPlan {
  const reads = new Set(policies.flatMap((policy) => policy.reads));
  const names = new Set(derived.names(kind));
  const facts = [...reads].filter((path) => names.has(path)).sort();
  const paths = [...reads].filter((path) => !names.has(path) && path !== "tags" && path !== "native");
  const extra = ["native", "tags"].filter((member) => reads.has(member));
  const root = growTree(paths.sort().map((path) => path.split(".")));
  return {
    tree: root,
    subject: { segments: new Map(), members: shapeWith([...VIEW, ...extra]) },
    facts,
    members: shapeWith([...new Set(["subject", ...facts, ...root.segments.keys()])]),
  };
}

/** What is joined where, for paths that are taken apart. */
export function growTree(paths: readonly (readonly string[])[]): ReadTree {
  const tails = new Map<string, string[][]>();
  for (const [head, ...tail] of paths) {
    if (head === undefined) continue;
    const known = tails.get(head) ?? [];
    if (tail.length > 0) known.push(tail);
    tails.set(head, known);
  }
  const segments = new Map([...tails].map(([head, rest]) => [head, growTree(rest)]));
  return { segments, members: shapeWith([...new Set([...VIEW, ...segments.keys()])]) };
}
