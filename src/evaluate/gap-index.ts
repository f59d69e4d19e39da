import {
  type Derived,
  type EstateNode,
  type Gap,
  type Kind,
  type PolicyMeta,
  RELATIONS,
} from "../model/index.js";
import type { InputDocument } from "./documents.js";

/** Finds the gaps that touch what a policy read, without looking through all of them for each subject. */
export class GapIndex {
  private readonly byName = new Map<string, Gap[]>();
  private readonly byKind = new Map<Kind, Gap[]>();
  private readonly scoped = new Map<string, readonly Gap[]>();
  private readonly kinds = new Map<string, ReadonlySet<Kind>>();

  constructor(
    readonly gaps: readonly Gap[],
    private readonly derived: Derived,
  ) {
    for (const gap of gaps) {
      for (const name of gap.touches.nodes) push(this.byName, name, gap);
      for (const kind of gap.touches.kinds) push(this.byKind, kind, gap);
    }
  }

  /** The gaps that touch this policy's verdict on this subject, by id. */
  touching(policy: PolicyMeta, subject: EstateNode, document: InputDocument): Gap[] {
    const found = new Set<Gap>(this.ofScope(policy, subject));
    if (this.byName.size > 0) {
      this.collect(subject, policy, found);
      for (const [path, nodes] of document.joined) {
        if (policy.reads.some((read) => read === path || read.startsWith(`${path}.`))) {
          for (const node of nodes) this.collect(node, policy, found);
        }
      }
    }
    for (const [fact, gaps] of document.factGaps)
      if (policy.reads.includes(fact)) for (const gap of gaps) found.add(gap);
    return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Gaps because of which subjects of this policy may be missing altogether. */
  missingSubjects(policy: PolicyMeta): readonly Gap[] {
    return (this.byKind.get(policy.subject) ?? []).filter(({ touches: { types } }) =>
      meets(types, policy.types),
    );
  }

  private collect(node: EstateNode, policy: PolicyMeta, found: Set<Gap>): void {
    for (const name of [node.id, ...node.aliases]) {
      for (const gap of this.byName.get(name) ?? []) {
        const { relations } = gap.touches;
        if (!inScope(gap, node)) continue;
        if (
          relations === undefined ||
          policy.reads.some((read) => read.split(".").some((part) => relations.includes(part)))
        ) {
          found.add(gap);
        }
      }
    }
  }

  /** Kind gaps are the same for all subjects of one type in one place: looked up once. */
  private ofScope(policy: PolicyMeta, subject: EstateNode): readonly Gap[] {
    if (this.byKind.size === 0) return [];
    const { account, region, site } = subject.scope;
    const key = [policy.id, subject.type, account, region, site].join("\n");
    const known = this.scoped.get(key);
    if (known !== undefined) return known;
    const read = this.kindsRead(policy);
    const gaps = [...read].flatMap((kind) => this.byKind.get(kind) ?? []);
    const found = [...new Set(gaps)].filter((gap) => inScope(gap, subject) && concerns(gap, subject));
    this.scoped.set(key, found);
    return found;
  }

  /** Every kind on the policy's paths and behind its facts, except its subject's own. */
  private kindsRead(policy: PolicyMeta): ReadonlySet<Kind> {
    const known = this.kinds.get(policy.id);
    if (known !== undefined) return known;
    const kinds = new Set<Kind>();
    for (const read of policy.reads) {
      let at: readonly Kind[] = [policy.subject];
      for (const segment of read.split(".")) {
        at = RELATIONS.flatMap((row) => {
          if (row.name === segment && row.from.some((kind) => at.includes(kind))) return row.to;
          return row.inverse === segment && row.to.some((kind) => at.includes(kind)) ? row.from : [];
        });
        for (const kind of at) kinds.add(kind);
      }
      for (const kind of this.derived.kindsRead(read)) kinds.add(kind);
    }
    this.kinds.set(policy.id, kinds);
    return kinds;
  }
}

function push<K>(map: Map<K, Gap[]>, key: K, gap: Gap): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [gap]);
  else if (known.at(-1) !== gap) known.push(gap);
}

/** Where the gap names a place, the node must be there; where either says nothing, it may be. */
function inScope({ touches }: Gap, { scope }: EstateNode): boolean {
  return (
    same(touches.account, scope.account) &&
    same(touches.region, scope.region) &&
    same(touches.site, scope.site)
  );
}

const same = (gap: string | undefined, node: string | undefined) =>
  gap === undefined || node === undefined || gap === node;

/** A gap about certain provider types does not concern a subject of the same kind but another type. */
function concerns({ touches: { kinds, types } }: Gap, { kind, type }: EstateNode): boolean {
  return types === undefined || !kinds.includes(kind) || types.includes(type);
}

const meets = (types: readonly string[] | undefined, wanted: readonly string[]) =>
  types === undefined || wanted.length === 0 || types.some((type) => wanted.includes(type));
