import { type Batch, canonicalJson, type Edge, type EstateNode, type Gap } from "../model/index.js";
import { Bytes, Handles, Indices } from "./columns.js";
import type { Ground } from "./ground.js";
import { kindNumber } from "./segments.js";

/** A node as far as resolving needs it; the rest lies in the store. */
export interface Stub {
  readonly kind: number;
  readonly scope: number;
  /** The default NACL of its network: what a subnet without one of its own uses. */
  readonly defaultAcl: boolean;
  readonly handle: number;
}

/** An edge by the integers of its names. `scope` is -1 where the edge does not say where to look. */
export interface RawEdge {
  readonly from: number;
  readonly relation: number;
  readonly to: number;
  readonly scope: number;
  readonly at: number;
}

/** Batches as columns: everything that was said, before anything is joined. */
export class Draft {
  /** By description: which name it describes, the description before it of the same name. */
  readonly describes = new Indices();
  readonly previous = new Indices();
  readonly kind = new Bytes();
  readonly scope = new Indices();
  readonly defaultAcl = new Bytes();
  readonly handle = new Handles();
  /** By name: its last description, -1 where it is none. */
  readonly described = new Indices();
  readonly aliasOf = new Indices();
  readonly alias = new Indices();
  readonly from = new Indices();
  readonly relation = new Indices();
  readonly to = new Indices();
  readonly toScope = new Indices();
  readonly at = new Handles();
  readonly gaps = new Map<string, Gap>();

  /** @param tidy called when much was let go of */
  constructor(
    readonly ground: Ground,
    private readonly tidy: () => void = () => undefined,
  ) {}

  add(batch: Batch): void {
    for (const node of batch.nodes) this.addNode(node);
    for (const edge of batch.edges) this.addEdge(edge);
    this.ground.forgetNodes();
    for (const gap of batch.gaps) this.addGap(gap);
  }

  addNode(node: EstateNode): void {
    const { names, scopes, store } = this.ground;
    const name = names.intern(node.id);
    const handle = store.put(settled(node));
    this.ground.holds(node.at, handle);
    this.addStub(name, {
      ...{ handle, kind: kindNumber(node.kind), scope: scopes.intern(node.scope) },
      defaultAcl: isDefaultAcl(node),
    });
    for (const alias of node.aliases) this.addAlias(name, names.intern(alias));
  }

  addStub(name: number, stub: Stub): void {
    if (stub.kind < 0)
      throw new Error(`node ${this.ground.names.text(name)} is of no kind of the vocabulary`);
    while (this.described.length <= name) this.described.push(-1);
    this.previous.push(this.described.at(name));
    this.kind.push(stub.kind);
    this.scope.push(stub.scope);
    this.defaultAcl.push(stub.defaultAcl ? 1 : 0);
    this.handle.push(stub.handle);
    this.described.set(name, this.describes.push(name));
  }

  addAlias(name: number, alias: number): void {
    if (alias === name) return;
    this.aliasOf.push(name);
    this.alias.push(alias);
  }

  addEdge(edge: Edge): void {
    const { names, scopes } = this.ground;
    this.addRawEdge({
      from: names.intern(edge.from),
      relation: names.intern(edge.relation),
      to: names.intern(edge.to),
      scope: edge.toScope === undefined ? -1 : scopes.intern(edge.toScope),
      at: this.ground.putPlace(edge.at),
    });
  }

  addRawEdge(edge: RawEdge): void {
    this.from.push(edge.from);
    this.relation.push(edge.relation);
    this.to.push(edge.to);
    this.toScope.push(edge.scope);
    this.at.push(edge.at);
  }

  edge(index: number): RawEdge {
    return {
      from: this.from.at(index),
      relation: this.relation.at(index),
      to: this.to.at(index),
      scope: this.toScope.at(index),
      at: this.at.at(index),
    };
  }

  /** Lets go of what was said of nodes: it is in a table now. */
  tabulated(): void {
    const { describes, previous, kind, scope, defaultAcl, handle, described, aliasOf, alias } = this;
    for (const column of [describes, previous, kind, scope, defaultAcl, handle, described, aliasOf, alias])
      column.clear();
    this.tidy();
  }

  /** Lets go of what was said of edges. */
  resolved(): void {
    for (const column of [this.from, this.relation, this.to, this.toScope, this.at]) column.clear();
    this.tidy();
  }

  /** One gap told twice is one gap; of two times the smaller canonical JSON stays. */
  addGap(gap: Gap): void {
    const held = this.gaps.get(gap.id);
    if (held === undefined || canonicalJson(gap) < canonicalJson(held)) this.gaps.set(gap.id, gap);
  }
}

export function isDefaultAcl(node: EstateNode): boolean {
  return node.type === "aws.network-acl" && (node.is as { isDefault?: unknown }).isDefault === true;
}

/** The node with its aliases sorted, each once and none its own id, as merging would leave them. */
function settled(node: EstateNode): EstateNode {
  const { aliases, id } = node;
  const plain = aliases.every(
    (alias, index) => alias !== id && (index === 0 || (aliases[index - 1] ?? "") < alias),
  );
  if (plain) return node;
  return { ...node, aliases: [...new Set(aliases)].filter((alias) => alias !== id).sort() };
}
