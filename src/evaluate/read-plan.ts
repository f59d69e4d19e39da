import type { Derived, Kind, PolicyMeta } from "../model/index.js";
import { targetsOf } from "./relation-paths.js";

/** Relation paths as a tree: what is joined at a node, and what is joined at those. */
export interface ReadTree {
  readonly segments: ReadonlyMap<string, ReadTree>;
  /** Members of the view in the order in which they are written. */
  readonly members: readonly string[];
}

/** What a document carries beside the subject's own view. */
export interface ReadPlan {
  readonly tree: ReadTree;
  readonly facts: readonly string[];
  readonly tags: boolean;
  readonly native: boolean;
  /** Members of the document in the order in which they are written. */
  readonly members: readonly string[];
}

const VIEW = ["account", "id", "is", "kind", "label", "region", "site", "type"];

/** The union of what the policies read of a subject of the kind. */
export function planReads(policies: readonly PolicyMeta[], kind: Kind, derived: Derived): ReadPlan {
  const reads = new Set(policies.flatMap((policy) => policy.reads));
  const names = new Set(derived.names(kind));
  const facts = [...reads].filter((path) => names.has(path)).sort();
  const paths = [...reads].filter((path) => !names.has(path) && path !== "tags" && path !== "native");
  const own = { tags: reads.has("tags"), native: reads.has("native") };
  const extra = [...(own.tags ? ["tags"] : []), ...(own.native ? ["native"] : [])];
  const root = growTree(paths.sort().map((path) => path.split(".")));
  return {
    tree: { segments: root.segments, members: [...VIEW, ...extra].sort() },
    facts,
    ...own,
    members: [...new Set(["subject", ...facts, ...root.segments.keys()])].sort(),
  };
}

function growTree(paths: readonly (readonly string[])[]): ReadTree {
  const tails = new Map<string, string[][]>();
  for (const [head, ...tail] of paths) {
    if (head === undefined) continue;
    const known = tails.get(head) ?? [];
    if (tail.length > 0) known.push(tail);
    tails.set(head, known);
  }
  const segments = new Map([...tails].map(([head, rest]) => [head, growTree(rest)]));
  return { segments, members: [...new Set([...VIEW, ...segments.keys()])].sort() };
}

/** Every kind that the paths of a tree pass through, from a kind on: what must be complete for the joins to be. */
export function kindsOnPaths(tree: ReadTree, kind: Kind): ReadonlySet<Kind> {
  const found = new Set<Kind>();
  const walk = (at: ReadTree, from: readonly Kind[]) => {
    for (const [segment, below] of at.segments) {
      const targets = [...new Set(from.flatMap((each) => targetsOf(each, segment)))];
      for (const target of targets) found.add(target);
      walk(below, targets);
    }
  };
  walk(tree, [kind]);
  return found;
}
