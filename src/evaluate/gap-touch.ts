import type { EstateNode, Gap, PolicyMeta } from "../model/index.js";
import type { Trail, Visit } from "./documents.js";
import type { GapIndex } from "./gap-index.js";
import { outlookFrom } from "./outlook.js";
import type { ReadTree } from "./read-plan.js";
import type { Readers } from "./readers.js";
import { concernsPlace, concernsType, placeKey } from "./scope-match.js";
import { shapeWith } from "./shapes.js";

/** The gaps that touch each policy's verdict on one subject, sorted by id. */
export type Touched = ReadonlyMap<PolicyMeta, readonly Gap[]>;

/**
 * No gap, no pass: lays gaps to what the policies of a group read for a subject. A gap touches a
 * policy by naming a node that it read, by hiding nodes of a kind that it read where they would be,
 * or as a gap of a fact that it read.
 */
export class GapTouch {
  /** Hidden kinds are the same for all nodes of one type in one place. */
  private readonly hidden = new Map<ReadTree, Map<string, readonly (readonly [PolicyMeta, Gap])[]>>();

  constructor(
    private readonly index: GapIndex,
    private readonly readers: Readers,
  ) {}

  /** Undefined where nothing is touched, as with most subjects. */
  of({ visits, facts }: Trail): Touched | undefined {
    const found = new Found();
    // The subject is visited last, at the root of the tree.
    const root = visits.at(-1)?.tree ?? NO_TREE;
    for (const visit of visits) {
      const leaf = visit.tree !== root && visit.tree.segments.size === 0;
      if (this.index.hidesKinds && !leaf) {
        for (const [policy, gap] of this.hiddenAt(visit)) found.add(policy, gap);
      }
      if (this.index.namesNodes) this.named(visit, found);
    }
    for (const [name, { gaps }] of facts) {
      if (gaps.length === 0) continue;
      for (const { policy } of this.readers.at(root)) {
        if (policy.reads.includes(name)) for (const gap of gaps) found.add(policy, gap);
      }
    }
    return found.sorted();
  }

  private named({ node, tree }: Visit, found: Found): void {
    for (const gap of this.index.ofNode(node)) {
      const { relations } = gap.touches;
      if (relations === undefined) for (const { policy } of this.readers.at(tree)) found.add(policy, gap);
      for (const segment of relations ?? []) {
        for (const policy of this.readers.following(tree, segment, node.kind)) found.add(policy, gap);
      }
    }
  }

  private hiddenAt({ node, tree }: Visit): readonly (readonly [PolicyMeta, Gap])[] {
    const byPlace = this.hidden.get(tree) ?? new Map<string, readonly (readonly [PolicyMeta, Gap])[]>();
    this.hidden.set(tree, byPlace);
    const key = placeKey(node);
    const known = byPlace.get(key) ?? this.hiddenBehind(node, tree);
    byPlace.set(key, known);
    return known;
  }

  private hiddenBehind(node: EstateNode, tree: ReadTree): (readonly [PolicyMeta, Gap])[] {
    return this.readers.at(tree).flatMap((reader) =>
      [...outlookFrom(node, reader)].flatMap(([kind, types]) =>
        this.index
          .ofKind(kind)
          .filter((gap) => concernsPlace(gap, node) && concernsType(gap, { node, kind, types }))
          .map((gap): readonly [PolicyMeta, Gap] => [reader.policy, gap]),
      ),
    );
  }
}

const NO_TREE: ReadTree = { segments: new Map(), members: shapeWith([]) };

class Found {
  private readonly byPolicy = new Map<PolicyMeta, Set<Gap>>();

  add(policy: PolicyMeta, gap: Gap): void {
    const known = this.byPolicy.get(policy);
    if (known === undefined) this.byPolicy.set(policy, new Set([gap]));
    else known.add(gap);
  }

  sorted(): Touched | undefined {
    if (this.byPolicy.size === 0) return undefined;
    const sorted = [...this.byPolicy].map(([policy, gaps]): [PolicyMeta, Gap[]] => [
      policy,
      [...gaps].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]);
    return new Map(sorted);
  }
}
