import { type Change, type EstateNode, type Gap, gapOf, KINDS } from "../model/index.js";
import type { Graph } from "./graph.js";
import { Overlay } from "./overlay.js";
import { PackedGraph } from "./packed-graph.js";
import { PutStep } from "./put-step.js";
import { rebuild } from "./rebuild.js";
import { type KindSet, kindSet, segmentOf } from "./segments.js";

type Of<Op extends Change["op"]> = Extract<Change, { op: Op }>;

/**
 * Lays planned changes over a graph, in their order, and gives the graph that there would be. The
 * given graph stays as it is; both share its store. See model/change for what each step means.
 * Arrows that point at a removed node are `dangling` gaps of the result, as they would be had it
 * never been collected.
 */
export function applyChanges(graph: Graph, changes: readonly Change[]): Graph {
  if (!(graph instanceof PackedGraph))
    throw new Error("changes can be laid only over a graph that assemble gave");
  const overlay = new Overlay(graph);
  const steps = new Steps(overlay);
  for (const change of changes) steps.apply(change);
  return rebuild(overlay, steps.finish());
}

class Steps {
  private readonly gaps: Gap[] = [];
  private readonly orphans: Of<"replaceChildren">[] = [];
  private readonly puts: PutStep;

  constructor(private readonly overlay: Overlay) {
    this.puts = new PutStep(overlay, this.gaps);
  }

  apply(change: Change): void {
    if (change.op === "put") this.puts.apply(change);
    else if (change.op === "remove") this.remove(change);
    else if (change.op === "replaceChildren") this.replaceChildren(change);
    else this.gaps.push(change.gap);
  }

  /** A parent that never turned up is a gap: its children cannot be told from others. */
  finish(): readonly Gap[] {
    for (const { parent, relation, at } of this.orphans) {
      const name = this.puts.settled(parent);
      if (this.overlay.find(name, { near: at, kinds: parentKinds(relation) }).length > 0) continue;
      const message = `the change replaces the ${relation} of ${parent}, which was not collected`;
      this.gaps.push(
        gapOf({ reason: "dangling", message, at, touches: { nodes: [parent], relations: [relation] } }),
      );
    }
    return this.gaps;
  }

  private remove({ target, kind, at }: Of<"remove">): void {
    const found = this.overlay.find(this.puts.settled(target), { near: at, kinds: kindSet([kind]) });
    const [only] = found;
    if (only === undefined) {
      // Nothing becomes unknowable: what is to be gone is not there. But the snapshot may be old.
      const message = `the change removes ${target}, which was not collected`;
      this.gaps.push(gapOf({ reason: "dangling", message, at }));
    } else if (found.length > 1) this.gaps.push(severalGap(`the change removes ${target}`, found, at));
    else this.overlay.remove(only);
  }

  private replaceChildren(change: Of<"replaceChildren">): void {
    const { parent, relation, direction, at } = change;
    const found = this.overlay.find(this.puts.settled(parent), { near: at, kinds: parentKinds(relation) });
    const [only] = found;
    if (only === undefined) this.orphans.push(change);
    else if (found.length > 1)
      this.gaps.push(severalGap(`the change replaces the ${relation} of ${parent}`, found, at));
    else {
      for (const child of this.overlay.children(only, relation)) {
        if (direction === undefined || directionOf(this.overlay.node(child)) === direction)
          this.overlay.remove(child);
      }
    }
  }
}

function parentKinds(relation: string): KindSet {
  return kindSet(KINDS.filter((kind) => segmentOf(kind, relation)?.forward === false));
}

function directionOf(node: EstateNode | undefined): unknown {
  return (node?.is as { direction?: unknown } | undefined)?.direction;
}

function severalGap(deed: string, nodes: readonly string[], at: Gap["at"]): Gap {
  const message = `${deed}, and ${nodes.length} nodes answer to that name`;
  return gapOf({ reason: "ambiguous", message, at, touches: { nodes: [...nodes] } });
}
