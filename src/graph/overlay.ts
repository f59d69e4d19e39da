import { type Edge, type EstateNode, KINDS } from "../model/index.js";
import type { Want } from "./nearest.js";
import { aliased, idOf, payloadOf } from "./node-table.js";
import type { PackedGraph } from "./packed-graph.js";
import { distance } from "./scope-table.js";
import { segmentOf } from "./segments.js";

/** What changes so far made of a graph, beside it. Base nodes are numbers, new ones have their ids. */
export class Overlay {
  /** Base nodes that are removed, and those whose description is replaced (their edges stay). */
  readonly gone = new Set<number>();
  readonly replaced = new Set<number>();
  readonly fresh = new Map<string, EstateNode>();
  /** New edges by the id they start from. */
  readonly edges = new Map<string, Edge[]>();
  /** By base node: relations whose old edges are void. */
  readonly dropped = new Map<number, Set<string>>();
  private readonly names = new Map<string, Set<string>>();

  constructor(readonly base: PackedGraph) {}

  /** Ids of the nodes that a name means now, nearest first as in `nearest`. */
  find(name: string, want: Want): string[] {
    const exact = this.node(name);
    if (exact !== undefined) return fits(exact, want) ? [name] : [];
    const nodes = new Map<string, EstateNode>();
    for (const id of this.names.get(name) ?? []) {
      const node = this.fresh.get(id);
      if (node?.aliases.includes(name) === true) add(nodes, node, want);
    }
    const { table } = this.base;
    for (const node of aliased(table, table.ground.names.lookup(name))) {
      if (!this.gone.has(node) && !this.replaced.has(node)) add(nodes, payloadOf(table, node), want);
    }
    const far = [...nodes.values()].map(({ scope }) => distance(want.near, scope));
    const least = Math.min(...far);
    return [...nodes.keys()].filter((_id, index) => far[index] === least).sort();
  }

  /** The node with this id, as it is now. */
  node(id: string): EstateNode | undefined {
    const fresh = this.fresh.get(id);
    if (fresh !== undefined) return fresh;
    const node = this.base.numberOf(id);
    return node < 0 || this.gone.has(node) ? undefined : payloadOf(this.base.table, node);
  }

  put(node: EstateNode): void {
    const old = this.base.numberOf(node.id);
    if (old >= 0 && !this.gone.has(old)) this.replaced.add(old);
    this.fresh.set(node.id, node);
    for (const alias of node.aliases)
      this.names.set(alias, (this.names.get(alias) ?? new Set()).add(node.id));
  }

  /** Takes a node away with the edges it has; a filter takes its rules along. */
  remove(id: string): void {
    const node = this.node(id);
    if (node === undefined) return;
    const rules = node.kind === "filter" ? this.children(id, "rules") : [];
    const old = this.base.numberOf(id);
    if (old >= 0) this.gone.add(old);
    this.replaced.delete(old);
    this.fresh.delete(id);
    this.edges.delete(id);
    for (const rule of rules) this.remove(rule);
  }

  /** Ids of the nodes whose edges lead here over the relation with this inverse name. */
  children(id: string, inverse: string): string[] {
    const parent = this.node(id);
    const segment = parent === undefined ? undefined : segmentOf(parent.kind, inverse);
    if (parent === undefined || segment === undefined || segment.forward) return [];
    const { name } = segment.relation;
    const old = this.base.numberOf(id);
    const children = new Set<string>();
    for (const child of old < 0 || this.gone.has(old) ? [] : this.base.ends(old, segment)) {
      const kept = !this.gone.has(child) && this.dropped.get(child)?.has(name) !== true;
      if (kept) children.add(idOf(this.base.table, child));
    }
    const answers = new Set([id, ...parent.aliases]);
    for (const [from, edges] of this.edges) {
      if (edges.some((edge) => edge.relation === name && answers.has(edge.to))) children.add(from);
    }
    return [...children].sort();
  }

  /** The edges of that relation that leave the node are void from here on. */
  drop(id: string, relation: string): void {
    const old = this.base.numberOf(id);
    if (old >= 0) this.dropped.set(old, (this.dropped.get(old) ?? new Set()).add(relation));
    const edges = this.edges.get(id);
    if (edges !== undefined)
      this.edges.set(
        id,
        edges.filter((edge) => edge.relation !== relation),
      );
  }

  connect(edge: Edge): void {
    this.edges.set(edge.from, [...(this.edges.get(edge.from) ?? []), edge]);
  }

  /** Whether an old edge still holds: its start is there and its relation was not given anew. */
  holds(from: number, relation: string): boolean {
    return !this.gone.has(from) && this.dropped.get(from)?.has(relation) !== true;
  }

  /** Whether the base node is there, described as it was. */
  keeps(node: number): boolean {
    return !this.gone.has(node) && !this.replaced.has(node);
  }
}

function add(nodes: Map<string, EstateNode>, node: EstateNode | undefined, want: Want): void {
  if (node !== undefined && fits(node, want)) nodes.set(node.id, node);
}

function fits(node: EstateNode, want: Want): boolean {
  return want.kinds[KINDS.indexOf(node.kind)] === 1;
}
