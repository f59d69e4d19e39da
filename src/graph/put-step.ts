import { type Change, type Edge, type EstateNode, type Gap, gapOf, RELATIONS } from "../model/index.js";
import type { Overlay } from "./overlay.js";
import { ANY_KIND, kindSet, segmentOf } from "./segments.js";

type Put = Extract<Change, { op: "put" }>;

/** Carries `put` steps out and remembers which planned ids turned out to be nodes that are there. */
export class PutStep {
  private readonly renamed = new Map<string, string>();

  constructor(
    private readonly overlay: Overlay,
    private readonly gaps: Gap[],
  ) {}

  apply(change: Put): void {
    // Rules are named after their filter (`<filter id>#…`): filters first, so that rules follow their new name.
    const parents = change.nodes.filter(({ id }) => !id.includes("#"));
    const children = change.nodes.filter(({ id }) => id.includes("#"));
    const put = new Set([...parents, ...children].map((node) => this.putNode(node)));
    const edges = change.edges.map((edge) => this.settledEdge(edge));
    const given = new Map(edges.map((edge) => [JSON.stringify([edge.from, edge.relation]), edge]));
    for (const { from, relation } of given.values()) {
      if (put.has(from) || this.hasOne(from, relation)) this.overlay.drop(from, relation);
    }
    for (const edge of edges) this.overlay.connect(edge);
  }

  /** The id that a planned id, or one named after it, has now. */
  settled(id: string): string {
    const whole = this.renamed.get(id);
    if (whole !== undefined) return whole;
    for (let end = id.indexOf("#"); end >= 0; end = id.indexOf("#", end + 1)) {
      const parent = this.renamed.get(id.slice(0, end));
      if (parent !== undefined) return parent + id.slice(end);
    }
    return id;
  }

  private putNode(planned: EstateNode): string {
    const id = this.settled(planned.id);
    const old = this.match({ ...planned, id });
    const name = old?.id ?? id;
    if (name !== planned.id) this.renamed.set(planned.id, name);
    const aliases = new Set([...planned.aliases, ...(old?.aliases ?? []), planned.id, id]);
    aliases.delete(name);
    this.overlay.put({ ...planned, id: name, aliases: [...aliases].sort() });
    return name;
  }

  /** The node that this one takes the place of: with its id, or with its kind and a name in common. */
  private match(planned: EstateNode): EstateNode | undefined {
    const exact = this.overlay.node(planned.id);
    if (exact !== undefined) return exact;
    const want = { near: planned.scope, kinds: kindSet([planned.kind]) };
    const found = new Set([planned.id, ...planned.aliases].flatMap((name) => this.overlay.find(name, want)));
    const [only] = found;
    if (only === undefined || found.size === 1)
      return only === undefined ? undefined : this.overlay.node(only);
    this.gaps.push(
      gapOf({
        reason: "ambiguous",
        message: `${planned.label} of the change may be any of ${found.size} nodes that are there`,
        at: planned.at,
        touches: { nodes: [planned.id, ...found].sort() },
      }),
    );
    return undefined;
  }

  private settledEdge(edge: Edge): Edge {
    const from = this.settled(edge.from);
    const found = this.overlay.find(from, { near: edge.at, kinds: ANY_KIND });
    const [only] = found;
    return {
      ...edge,
      from: only !== undefined && found.length === 1 ? only : from,
      to: this.settled(edge.to),
    };
  }

  private hasOne(from: string, relation: string): boolean {
    const node = this.overlay.node(from);
    const segment = node === undefined ? undefined : segmentOf(node.kind, relation);
    return segment?.forward === true && RELATIONS[segment.row]?.cardinality === "one";
  }
}
