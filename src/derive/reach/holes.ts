import type { Graph } from "../../graph/index.js";
import type { EstateNode, Gap, Kind } from "../../model/index.js";

/** What of the estate was not seen, as far as it can hide a way or a refusal. */
export class Holes {
  private readonly byNode = new Map<string, Gap[]>();
  private readonly byKind = new Map<Kind, Gap[]>();

  constructor(private readonly graph: Graph) {
    for (const gap of graph.gaps) {
      for (const name of gap.touches.nodes) {
        const named = graph.node(name) === undefined ? graph.find(name).map(({ id }) => id) : [name];
        for (const id of named) push(this.byNode, id, gap);
      }
      for (const kind of gap.touches.kinds) push(this.byKind, kind, gap);
    }
  }

  /** Gaps on a node itself, or on what this path segment of it leads to. */
  at(id: string, segment?: string): readonly Gap[] {
    return (this.byNode.get(id) ?? []).filter(({ touches }) => {
      if (touches.relations === undefined) return true;
      return segment !== undefined && touches.relations.includes(segment);
    });
  }

  /** Gaps that may hide nodes of a kind (and type) where this node is. */
  hiding(kind: Kind, near: EstateNode | undefined, type?: string): readonly Gap[] {
    return (this.byKind.get(kind) ?? []).filter(({ touches }) => {
      const { account, region, site, types } = touches;
      if (types !== undefined && type !== undefined && !types.includes(type)) return false;
      if (near === undefined) return true;
      return (
        within(account, near.scope.account) &&
        within(region, near.scope.region) &&
        within(site, near.scope.site)
      );
    });
  }

  /** The same for the place of a node by its id. */
  hidingNear(kind: Kind, id: string | undefined, type?: string): readonly Gap[] {
    return this.hiding(kind, id === undefined ? undefined : this.graph.node(id), type);
  }
}

function within(told: string | undefined, own: string | undefined): boolean {
  return told === undefined || own === undefined || told === own;
}

function push<K>(map: Map<K, Gap[]>, key: K, gap: Gap): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [gap]);
  else held.push(gap);
}
