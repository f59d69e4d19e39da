import {
  type Edge,
  type EstateNode,
  type Gap,
  KINDS,
  type Kind,
  type Provenance,
  RELATIONS,
} from "../model/index.js";
import type { Adjacency } from "./adjacency.js";
import type { RawEdge } from "./draft.js";
import type { Graph, Step } from "./graph.js";
import { aliased, idOf, type NodeTable, nodeNamed, payloadOf } from "./node-table.js";
import type { Place } from "./scope-table.js";
import { kindNumber, type Segment, segmentOf } from "./segments.js";

/** What a graph keeps besides nodes and arrows, so that a change can be laid over it. */
export interface Remains {
  /** All gaps, sorted by id. */
  readonly gaps: readonly Gap[];
  /** Edges that found no place; a change may give them one. */
  readonly loose: readonly RawEdge[];
  /** Gaps of the sources. */
  readonly told: readonly Gap[];
  /** Disagreements about nodes; the descriptions that disagreed are merged and gone. */
  readonly conflicts: readonly Gap[];
}

/** The graph as typed arrays over a shared name table; payloads lie in the store. */
export class PackedGraph implements Graph {
  /** What is asked of one node is mostly asked at once: its parts, its ends. */
  private lastId = "";
  private lastNumber = -1;

  constructor(
    readonly table: NodeTable,
    readonly adjacency: Adjacency,
    readonly remains: Remains,
  ) {}

  get gaps(): readonly Gap[] {
    return this.remains.gaps;
  }

  get size(): number {
    return this.table.size;
  }

  ids(kind: Kind): readonly string[] {
    return [...this.each(kind)];
  }

  *each(kind: Kind): Iterable<string> {
    for (const node of this.nodesOf(kind)) yield idOf(this.table, node);
  }

  at(kind: Kind, position: number): EstateNode | undefined {
    const node = this.nodesOf(kind)[position];
    return node === undefined ? undefined : payloadOf(this.table, node);
  }

  count(kind: Kind): number {
    return this.nodesOf(kind).length;
  }

  *nodes(kind: Kind): Iterable<EstateNode> {
    for (const node of this.nodesOf(kind)) yield payloadOf(this.table, node);
  }

  places(kind: Kind): readonly Place[] {
    const scopes = new Set<number>();
    for (const node of this.nodesOf(kind)) scopes.add(this.table.scope[node] ?? -1);
    return [...scopes].map((scope) => this.table.ground.scopes.place(scope));
  }

  kinds(): readonly Kind[] {
    return KINDS.filter((kind) => this.count(kind) > 0);
  }

  node(id: string): EstateNode | undefined {
    const node = this.numberOf(id);
    return node < 0 ? undefined : payloadOf(this.table, node);
  }

  find(name: string): readonly EstateNode[] {
    const known = this.table.ground.names.lookup(name);
    if (known < 0) return [];
    const nodes = new Set([nodeNamed(this.table, known), ...aliased(this.table, known)]);
    nodes.delete(-1);
    return [...nodes].sort((a, b) => a - b).map((node) => payloadOf(this.table, node));
  }

  step(id: string, segment: string): Step | undefined {
    const node = this.numberOf(id);
    const kind = KINDS[this.table.kind[node] ?? -1];
    const found = kind === undefined ? undefined : segmentOf(kind, segment);
    if (found === undefined) return undefined;
    const ids = this.ends(node, found).map((end) => idOf(this.table, end));
    return { cardinality: found.forward ? found.relation.cardinality : "many", ids };
  }

  edgeAt(from: string, relation: string, to: string): Provenance | undefined {
    const [start, end] = [this.numberOf(from), this.numberOf(to)];
    if (start < 0 || end < 0) return undefined;
    const { to: ends, row, at } = this.adjacency;
    for (let edge = this.adjacency.start[start] ?? 0; edge < (this.adjacency.start[start + 1] ?? 0); edge++) {
      if (ends[edge] !== end || RELATIONS[row[edge] ?? -1]?.name !== relation) continue;
      return this.table.ground.place(at[edge] ?? -1);
    }
    return undefined;
  }

  *edges(): Iterable<Edge> {
    const { from, row, to, at } = this.adjacency;
    for (let edge = 0; edge < from.length; edge++) {
      yield {
        from: idOf(this.table, from[edge] ?? -1),
        relation: RELATIONS[row[edge] ?? -1]?.name ?? "",
        to: idOf(this.table, to[edge] ?? -1),
        at: this.table.ground.place(at[edge] ?? -1),
      };
    }
  }

  /** Nodes at the other end of a segment, ascending. */
  ends(node: number, { row, forward }: Segment): number[] {
    const { start, incoming, from, to } = this.adjacency;
    const ends: number[] = [];
    if (forward) {
      for (let edge = start[node] ?? 0; edge < (start[node + 1] ?? 0); edge++) {
        if (this.adjacency.row[edge] === row) ends.push(to[edge] ?? -1);
      }
      return ends;
    }
    const last = incoming.start[node + 1] ?? 0;
    for (let slot = this.firstIncoming(node, row); slot < last; slot++) {
      const edge = incoming.items[slot] ?? -1;
      if (this.adjacency.row[edge] !== row) break;
      ends.push(from[edge] ?? -1);
    }
    return ends;
  }

  numberOf(id: string): number {
    if (id === this.lastId) return this.lastNumber;
    this.lastNumber = nodeNamed(this.table, this.table.ground.names.lookup(id));
    this.lastId = id;
    return this.lastNumber;
  }

  /** Nodes of a kind, ascending. */
  nodesOf(kind: Kind): Int32Array {
    const index = kindNumber(kind);
    const { start, items } = this.table.byKind;
    return items.subarray(start[index] ?? 0, start[index + 1] ?? 0);
  }

  /** First slot of the node's incoming edges with this row or a later one: a network has very many. */
  private firstIncoming(node: number, row: number): number {
    const { start, items } = this.adjacency.incoming;
    let [low, high] = [start[node] ?? 0, start[node + 1] ?? 0];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.adjacency.row[items[middle] ?? -1] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
