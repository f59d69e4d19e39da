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

  /** Nothing is hidden from sight. */
  get none(): boolean {
    return this.graph.gaps.length === 0;
  }

  /** Gaps on a node itself, or on what this path segment of it leads to. */
  at(id: string, segment?: string): readonly Gap[] {
    return (this.byNode.get(id) ?? []).filter(({ touches }) => {
      if (touches.facts !== undefined && !this.matters(id, touches.facts)) return false;
      if (touches.relations === undefined) return true;
      return segment !== undefined && touches.relations.includes(segment);
    });
  }

  /** Gaps because a node is told in two ways, in what packets can notice. */
  disputes(id: string, segment?: string): readonly Gap[] {
    if (this.byNode.size === 0) return NONE;
    return this.at(id, segment).filter(({ reason }) => reason === "conflict");
  }

  /** An interface's description may say whose it is. */
  private matters(id: string, facts: readonly string[]): boolean {
    const harmless = (fact: string) =>
      HARMLESS.test(fact) || (DESCRIPTION.test(fact) && this.graph.node(id)?.kind !== "interface");
    return !facts.every(harmless);
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

const NONE: readonly Gap[] = [];
/** Members by which no packet fares otherwise: tags, times, counts. What is not named here may matter. */
const HARMLESS = /^(?:tags|freeAddresses|native\.(?:Tags|TagSet|AvailableIpAddressCount|\w*Time))$/;
const DESCRIPTION = /^(?:description|native\.Description)$/;

function within(told: string | undefined, own: string | undefined): boolean {
  return told === undefined || own === undefined || told === own;
}

function push<K>(map: Map<K, Gap[]>, key: K, gap: Gap): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [gap]);
  else held.push(gap);
}
