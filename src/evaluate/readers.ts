import type { Derived, Kind, PolicyMeta } from "../model/index.js";
import type { ReadPlan, ReadTree } from "./read-plan.js";
import { targetsOf } from "./relation-paths.js";

/** Who reads what lies behind one place of the read tree, and of which kinds that is. */
export interface Reader {
  readonly policy: PolicyMeta;
  /** The policy's paths from here on. */
  readonly paths: readonly (readonly string[])[];
  /** Kinds that facts of the subject rest on, where this place is the subject's. */
  readonly facts: readonly Kind[];
}

/** Which policies of a group read which parts of the one document that they share. */
export class Readers {
  private readonly byTree = new Map<ReadTree, readonly Reader[]>();

  constructor(
    private readonly plan: ReadPlan,
    private readonly derived: Derived,
    policies: readonly PolicyMeta[],
  ) {
    const paths = policies.map((policy) => ({ policy, paths: this.pathsOf(policy) }));
    this.grow(plan.tree, paths);
    const root = (this.byTree.get(plan.tree) ?? []).map((reader) => ({
      ...reader,
      facts: this.factsOf(reader.policy).flatMap((fact) => derived.kindsRead(fact)),
    }));
    this.byTree.set(plan.tree, root);
  }

  /** Those that read nodes at this place of the tree. */
  at(tree: ReadTree): readonly Reader[] {
    return this.byTree.get(tree) ?? [];
  }

  /** Those that follow the segment from nodes at this place, or rest on a fact that reads such kinds. */
  following(tree: ReadTree, segment: string, kind: Kind): readonly PolicyMeta[] {
    const below = tree.segments.get(segment);
    const found = new Set((below === undefined ? [] : this.at(below)).map(({ policy }) => policy));
    if (tree === this.plan.tree) {
      const targets = targetsOf(kind, segment);
      for (const { policy } of this.at(tree)) {
        const kinds = this.factsOf(policy).flatMap((fact) => this.derived.kindsRead(fact));
        if (kinds.some((read) => targets.includes(read))) found.add(policy);
      }
    }
    return [...found];
  }

  private pathsOf({ reads }: PolicyMeta): string[][] {
    return reads
      .filter((read) => read !== "tags" && read !== "native" && !this.plan.facts.includes(read))
      .map((read) => read.split("."));
  }

  private factsOf({ reads }: PolicyMeta): string[] {
    return reads.filter((read) => this.plan.facts.includes(read));
  }

  private grow(tree: ReadTree, readers: readonly PathReader[]): void {
    this.byTree.set(
      tree,
      readers.map(({ policy, paths }) => ({ policy, paths, facts: [] })),
    );
    for (const [segment, below] of tree.segments) {
      const next = readers.flatMap(({ policy, paths }) => {
        const taking = paths.filter(([head]) => head === segment).map(([, ...tail]) => tail);
        return taking.length === 0 ? [] : [{ policy, paths: taking }];
      });
      this.grow(below, next);
    }
  }
}

interface PathReader {
  readonly policy: PolicyMeta;
  readonly paths: readonly (readonly string[])[];
}
