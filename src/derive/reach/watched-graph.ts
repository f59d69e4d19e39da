import type { Graph, Step } from "../../graph/index.js";
import type { Edge, EstateNode, Gap, Kind, Provenance } from "../../model/index.js";
import type { Reads } from "./reads.js";

/** The name under which the list of a kind is noted; no node is called so. */
export const listOf = (kind: Kind | "every") => `\u0000${kind}`;

/** A graph that notes what is read of it, and can be exchanged for a later one. */
export class WatchedGraph implements Graph {
  constructor(
    public current: Graph,
    private readonly reads: Reads,
  ) {}

  get size(): number {
    return this.current.size;
  }

  get gaps(): readonly Gap[] {
    return this.current.gaps;
  }

  ids(kind: Kind): readonly string[] {
    this.reads.note(listOf(kind));
    return this.current.ids(kind);
  }

  each(kind: Kind): Iterable<string> {
    this.reads.note(listOf(kind));
    return this.current.each(kind);
  }

  at(kind: Kind, position: number): EstateNode | undefined {
    this.reads.note(listOf(kind));
    const node = this.current.at(kind, position);
    if (node !== undefined) this.reads.note(node.id);
    return node;
  }

  count(kind: Kind): number {
    this.reads.note(listOf(kind));
    return this.current.count(kind);
  }

  *nodes(kind: Kind): Iterable<EstateNode> {
    this.reads.note(listOf(kind));
    for (const node of this.current.nodes(kind)) {
      this.reads.note(node.id);
      yield node;
    }
  }

  places(kind: Kind): ReturnType<Graph["places"]> {
    for (const id of this.each(kind)) this.reads.note(id);
    return this.current.places(kind);
  }

  kinds(): readonly Kind[] {
    this.reads.note(listOf("every"));
    return this.current.kinds();
  }

  node(id: string): EstateNode | undefined {
    this.reads.note(id);
    return this.current.node(id);
  }

  find(name: string): readonly EstateNode[] {
    this.reads.note(name);
    const found = this.current.find(name);
    for (const { id } of found) this.reads.note(id);
    return found;
  }

  step(id: string, segment: string): Step | undefined {
    this.reads.note(id);
    return this.current.step(id, segment);
  }

  edgeAt(from: string, relation: string, to: string): Provenance | undefined {
    this.reads.note(from);
    return this.current.edgeAt(from, relation, to);
  }

  edges(): Iterable<Edge> {
    this.reads.note(listOf("every"));
    return this.current.edges();
  }
}
