import { type EstateNode, type Gap, KINDS } from "../model/index.js";
import { groupBy, Indices } from "./columns.js";
import { type Draft, isDefaultAcl } from "./draft.js";
import type { Ground } from "./ground.js";
import { mergeNodes } from "./merge-nodes.js";
import type { Place } from "./scope-table.js";
import { sharedBytes, sharedCopy, sharedFloats, sharedInts } from "./shared-arrays.js";
import { sortedNames } from "./sorted-names.js";
import type { Rivalry } from "./told-by-one.js";

/** The nodes of a graph, numbered in the order of their ids. */
export interface NodeTable {
  readonly size: number;
  readonly ground: Ground;
  readonly name: Int32Array;
  readonly kind: Uint8Array;
  readonly scope: Int32Array;
  readonly defaultAcl: Uint8Array;
  readonly handle: Float64Array;
  /** Nodes by kind, each list ascending. */
  readonly byKind: { readonly start: Int32Array; readonly items: Int32Array };
  /** By name: the node whose id it is, -1 for none. Names that came later are beyond its end. */
  readonly nodeOf: Int32Array;
  /** By name: the nodes that have it as alias; `aliasNode[items[i]]` is a node. */
  readonly aliases: { readonly start: Int32Array; readonly items: Int32Array };
  readonly aliasNode: Int32Array;
}

/** What merging finds out beside the nodes themselves. */
export interface Findings {
  readonly conflicts: Gap[];
  readonly rivalries: Rivalry[];
}

/** Merges what was said of each node and numbers the nodes by id. */
export function tabulate(draft: Draft, findings: Findings): NodeTable {
  const { ground } = draft;
  const name = namesInOrder(draft);
  const size = name.length;
  const columns = {
    kind: sharedBytes(size),
    scope: sharedInts(size),
    defaultAcl: sharedBytes(size),
    handle: sharedFloats(size),
  };
  const nodeOf = sharedInts(ground.names.size).fill(-1);
  for (let node = 0; node < size; node++) {
    nodeOf[name[node] ?? 0] = node;
    const stub = stubOf(draft, draft.described.at(name[node] ?? 0), findings);
    columns.kind[node] = stub.kind;
    columns.scope[node] = stub.scope;
    columns.defaultAcl[node] = stub.defaultAcl;
    columns.handle[node] = stub.handle;
  }
  return {
    size,
    ground,
    name,
    ...columns,
    byKind: groupBy(columns.kind, KINDS.length),
    nodeOf,
    aliases: groupBy(draft.alias.values(), ground.names.size),
    aliasNode: ownersOf(draft, nodeOf),
  };
}

/** By alias that was told: the node that has it. */
function ownersOf({ aliasOf }: Draft, nodeOf: Int32Array): Int32Array {
  const owners = sharedCopy(aliasOf.values());
  for (let index = 0; index < owners.length; index++) owners[index] = nodeOf[owners[index] ?? 0] ?? -1;
  return owners;
}

/** Names of the described nodes in the order of code units. Batches read back from a snapshot come sorted. */
function namesInOrder(draft: Draft): Int32Array {
  const { names } = draft.ground;
  const described = new Indices();
  let inOrder = true;
  for (let index = 0; index < draft.describes.length; index++) {
    if (draft.previous.at(index) >= 0) continue;
    const name = draft.describes.at(index);
    inOrder &&= described.length === 0 || names.compare(described.at(described.length - 1), name) < 0;
    described.push(name);
  }
  return inOrder ? sharedCopy(described.values()) : sortedNames(names, described.values());
}

function stubOf(draft: Draft, last: number, findings: Findings) {
  if (draft.previous.at(last) < 0) {
    const [kind, scope] = [draft.kind.at(last), draft.scope.at(last)];
    return { kind, scope, defaultAcl: draft.defaultAcl.at(last), handle: draft.handle.at(last) };
  }
  const { store, scopes } = draft.ground;
  const descriptions: EstateNode[] = [];
  for (let index = last; index >= 0; index = draft.previous.at(index)) {
    descriptions.push(store.get(draft.handle.at(index)) as EstateNode);
  }
  const { node, conflicts, rivals } = mergeNodes(descriptions);
  findings.conflicts.push(...conflicts);
  if (rivals.length > 0)
    findings.rivalries.push({ name: draft.describes.at(last), label: node.label, places: rivals });
  return {
    kind: KINDS.indexOf(node.kind),
    scope: scopes.intern(node.scope),
    defaultAcl: isDefaultAcl(node) ? 1 : 0,
    handle: store.put(node),
  };
}

export function idOf(table: NodeTable, node: number): string {
  return table.ground.names.text(table.name[node] ?? -1);
}

export function payloadOf(table: NodeTable, node: number): EstateNode {
  return table.ground.store.get(table.handle[node] ?? -1) as EstateNode;
}

export function placeOf(table: NodeTable, node: number): Place {
  return table.ground.scopes.place(table.scope[node] ?? -1);
}

/** Nodes that answer to a name as alias, ascending, each once. */
export function aliased(table: NodeTable, name: number): number[] {
  const { start, items } = table.aliases;
  const nodes = new Set<number>();
  for (let slot = start[name] ?? 0; slot < (start[name + 1] ?? 0); slot++) {
    nodes.add(table.aliasNode[items[slot] ?? -1] ?? -1);
  }
  return [...nodes].sort((a, b) => a - b);
}

/** The node with this name as id, -1 for none. */
export function nodeNamed(table: NodeTable, name: number): number {
  return table.nodeOf[name] ?? -1;
}
