import {
  type Batch,
  type Edge,
  type EstateNode,
  type FactsByKind,
  type Gap,
  type GapReason,
  gapOf,
  type JsonObject,
  type Kind,
  type Provenance,
  type Scope,
} from "../../model/index.js";
import { type Place, scopeOf } from "./place.js";

/** What a gap found while reading makes unknowable. */
export type Touches = Partial<Gap["touches"]>;

export interface NodeDraft<K extends Kind> {
  readonly id: string;
  readonly kind: K;
  readonly type: string;
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly scope?: Scope;
  readonly tags?: Readonly<Record<string, string>>;
  readonly is: Partial<FactsByKind[K]>;
  readonly native: JsonObject;
  /** JSON pointer inside the answer's output. */
  readonly pointer: string;
  /** The provider's own id of a rule or record, for the citation. */
  readonly cited?: string;
}

/** A batch in the making, for one answer. */
export class Draft {
  private readonly nodes: EstateNode[] = [];
  private readonly edges: Edge[] = [];
  private readonly gaps: Gap[] = [];
  private last: { readonly pointer: string; readonly at: Provenance } | undefined;

  constructor(readonly place: Place) {}

  /** Adds a node and gives its id. */
  node<K extends Kind>(draft: NodeDraft<K>): string {
    const { id, kind, type, label, is, native } = draft;
    const { pointer, cited, aliases = [], tags = {}, scope = scopeOf(this.place) } = draft;
    // Member by member, of which estates have millions: taking the others together is ten times slower.
    this.nodes.push({ id, kind, type, label, aliases, scope, tags, is, native, at: this.at(pointer, cited) });
    return id;
  }

  /** Adds an edge; an absent end is an absent edge. `account` is where `to` lives, if it is not here. */
  edge(edge: {
    readonly from: string;
    readonly relation: string;
    readonly to: string | null;
    readonly pointer: string;
    readonly account?: string | null | undefined;
    readonly region?: string | null | undefined;
  }): void {
    const { from, relation, to, pointer, account, region } = edge;
    if (to === null) return;
    const toScope = {
      ...(account == null || account === this.place.account ? {} : { account }),
      ...(region == null || region === this.place.region ? {} : { region }),
    };
    const at = this.at(pointer);
    this.edges.push({ from, relation, to, at, ...(Object.keys(toScope).length > 0 ? { toScope } : {}) });
  }

  gap(
    reason: GapReason,
    message: string,
    where: { readonly pointer: string; readonly touches: Touches },
  ): void {
    this.gaps.push(gapOf({ reason, message, at: this.place.at(where.pointer), touches: where.touches }));
  }

  /** The edges of one item are all read from the same place: they share it. */
  private at(pointer: string, cited?: string): Provenance {
    if (cited !== undefined) return this.place.at(pointer, cited);
    if (this.last?.pointer !== pointer) this.last = { pointer, at: this.place.at(pointer) };
    return this.last.at;
  }

  batch(): Batch {
    return { nodes: this.nodes, edges: this.edges, gaps: this.gaps };
  }
}
