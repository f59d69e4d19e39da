import type { Edge, EstateNode, Gap, Kind, Provenance } from "../model/index.js";
import type { Place } from "./scope-table.js";

/** What a relation path segment leads to. */
export interface Step {
  readonly cardinality: "one" | "many";
  /** Resolved ids, sorted. */
  readonly ids: readonly string[];
}

/** The assembled estate, read-only. Iteration is sorted by id: same input, same order. */
export interface Graph {
  readonly size: number;
  /** Every gap: those of the batches and those that assembling found (dangling, ambiguous, conflict). */
  readonly gaps: readonly Gap[];
  /** Ids of the nodes of a kind, sorted. A string for each: for a large kind prefer `each`. */
  ids(kind: Kind): readonly string[];
  /** The same ids one by one. */
  each(kind: Kind): Iterable<string>;
  /** The node at a position among those of a kind, from 0. */
  at(kind: Kind, position: number): EstateNode | undefined;
  count(kind: Kind): number;
  /** The nodes of a kind one by one, sorted by id: for a large kind cheaper than one after the other by its id. */
  nodes(kind: Kind): Iterable<EstateNode>;
  /** Where nodes of a kind are, each place once: no node is read for it. */
  places(kind: Kind): readonly Place[];
  /** Kinds that have a node, in the order of the vocabulary. */
  kinds(): readonly Kind[];
  /** The node by its exact id. */
  node(id: string): EstateNode | undefined;
  /** Nodes that answer to an id or alias, sorted by id. */
  find(name: string): readonly EstateNode[];
  /**
   * Follows one segment of a relation path (a relation's name or its inverse, see model/relations)
   * from a node; undefined where the node's kind has no such segment, or there is no such node.
   */
  step(id: string, segment: string): Step | undefined;
  /** Provenance of the edge, for traces. */
  edgeAt(from: string, relation: string, to: string): Provenance | undefined;
  /** Every resolved edge, implied ones too, sorted by from, relation (as RELATIONS has them), to. */
  edges(): Iterable<Edge>;
}
