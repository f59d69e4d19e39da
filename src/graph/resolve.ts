import { KINDS, type Kind, RELATIONS } from "../model/index.js";
import { Arrows } from "./arrows.js";
import { type AssemblyGaps, andMore } from "./assembly-gaps.js";
import type { Draft, RawEdge } from "./draft.js";
import { nearest } from "./nearest.js";
import { idOf, type NodeTable, nodeNamed, placeOf } from "./node-table.js";
import type { Place } from "./scope-table.js";
import { ANY_KIND, type KindSet, kindSet, rowFrom, TARGETS } from "./segments.js";

/** By relation name: the kinds it may start from. */
const SOURCES: ReadonlyMap<string, KindSet> = new Map(
  RELATIONS.map(({ name }) => [
    name,
    kindSet(RELATIONS.flatMap((row) => (row.name === name ? row.from : []))),
  ]),
);
const NO_KIND = kindSet([]);

/** What resolving gives: the arrows that found both ends, and the edges that did not. */
export interface Resolution {
  readonly arrows: Arrows;
  readonly loose: readonly RawEdge[];
}

/** Gives every edge of the draft its two nodes, once. What finds none, several or a wrong kind is a gap. */
export function resolveEdges(draft: Draft, table: NodeTable, gaps: AssemblyGaps): Resolution {
  const arrows = new Arrows();
  const loose: RawEdge[] = [];
  const resolver = new Resolver(draft, table, gaps);
  for (let index = 0; index < draft.from.length; index++) {
    const edge = draft.edge(index);
    const from = resolver.source(edge);
    const row = from < 0 ? -1 : resolver.row(from, edge);
    const to = row < 0 ? -1 : resolver.target(from, row, edge);
    if (to < 0) loose.push(edge);
    else arrows.push(from, row, to).read(edge.at, false);
  }
  return { arrows, loose };
}

class Resolver {
  private readonly rows = new Map<number, number>();

  constructor(
    private readonly draft: Draft,
    private readonly table: NodeTable,
    private readonly gaps: AssemblyGaps,
  ) {}

  source(edge: RawEdge): number {
    const exact = nodeNamed(this.table, edge.from);
    if (exact >= 0) return exact;
    const at = this.draft.ground.place(edge.at);
    const relation = this.text(edge.relation);
    const found = nearest(this.table, edge.from, { near: at, kinds: SOURCES.get(relation) ?? ANY_KIND });
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    const from = this.text(edge.from);
    const ambiguous = found.length > 1;
    const ends = nearest(this.table, edge.to, { near: at, kinds: ANY_KIND });
    this.gaps.add(from, {
      reason: ambiguous ? "ambiguous" : "dangling",
      key: JSON.stringify(["from", from, relation]),
      nodes: [...found, ...ends].map((node) => idOf(this.table, node)),
      relations: [relation, ...inversesOf(relation)],
      at,
      message: () =>
        ambiguous
          ? `"${relation}" is told of ${from}, and several nodes answer to that name`
          : `"${relation}" is told of ${from}, which was not collected`,
    });
    return -1;
  }

  /** The row of RELATIONS by which the edge leaves its node. */
  row(from: number, edge: RawEdge): number {
    const kind = this.table.kind[from] ?? 0;
    const key = edge.relation * KINDS.length + kind;
    let row = this.rows.get(key);
    if (row === undefined) {
      row = rowFrom(kindOf(kind), this.text(edge.relation));
      this.rows.set(key, row);
    }
    if (row < 0) this.unmodelled(from, edge, []);
    return row;
  }

  target(from: number, row: number, edge: RawEdge): number {
    const exact = nodeNamed(this.table, edge.to);
    const kinds = TARGETS[row] ?? NO_KIND;
    if (exact >= 0 && kinds[this.table.kind[exact] ?? -1] === 1) return exact;
    const near = this.near(from, edge);
    const found = nearest(this.table, edge.to, { near, kinds });
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (found.length > 1) {
      this.ambiguous({ from, row, found }, edge);
      return -1;
    }
    const others = nearest(this.table, edge.to, { near, kinds: ANY_KIND });
    if (others.length > 0) this.unmodelled(from, edge, others);
    else this.dangling(from, edge);
    return -1;
  }

  private near(from: number, edge: RawEdge): Place {
    const own = placeOf(this.table, from);
    if (edge.scope < 0) return own;
    const told = this.draft.ground.scopes.place(edge.scope);
    return { ...own, account: told.account ?? own.account, region: told.region ?? own.region };
  }

  private dangling(from: number, edge: RawEdge): void {
    const [relation, name] = [this.text(edge.relation), this.text(edge.to)];
    this.gaps.add(idOf(this.table, from), {
      reason: "dangling",
      key: JSON.stringify([name, relation]),
      nodes: [],
      relations: [relation],
      at: this.draft.ground.place(edge.at),
      message: (first, count) =>
        `${name} was not collected, and is "${relation}" of ${andMore(first, count)}`,
    });
  }

  private ambiguous(choice: { from: number; row: number; found: readonly number[] }, edge: RawEdge): void {
    const [relation, name] = [this.text(edge.relation), this.text(edge.to)];
    const nodes = choice.found.map((node) => idOf(this.table, node));
    // Kinds that leave by one name are reached back by different ones: each is a hole of its own.
    const inverse = RELATIONS[choice.row]?.inverse ?? relation;
    this.gaps.add(idOf(this.table, choice.from), {
      reason: "ambiguous",
      key: JSON.stringify([name, relation, inverse, nodes]),
      nodes,
      relations: [relation, inverse],
      at: this.draft.ground.place(edge.at),
      message: (first, count) =>
        `${name}, "${relation}" of ${andMore(first, count)}, may be any of ${nodes.length}: ${nodes.slice(0, 4).join(", ")}`,
    });
  }

  private unmodelled(from: number, edge: RawEdge, targets: readonly number[]): void {
    const [relation, name] = [this.text(edge.relation), this.text(edge.to)];
    const kind = kindOf(this.table.kind[from] ?? 0);
    const [target] = targets;
    const ends = target === undefined ? "" : ` to a ${kindOf(this.table.kind[target] ?? 0)}`;
    this.gaps.add(idOf(this.table, from), {
      reason: "unmodelled",
      key: JSON.stringify([kind, relation, ends, name]),
      nodes: targets.map((node) => idOf(this.table, node)),
      relations: [relation, ...inversesOf(relation)],
      at: this.draft.ground.place(edge.at),
      message: (first, count) =>
        `the model has no "${relation}" from a ${kind}${ends}: ${name}, told of ${andMore(first, count)}`,
    });
  }

  private text(name: number): string {
    return this.draft.ground.names.text(name);
  }
}

function inversesOf(relation: string): string[] {
  return [...new Set(RELATIONS.filter((row) => row.name === relation).map((row) => row.inverse))].sort();
}

function kindOf(index: number): Kind {
  const kind = KINDS[index];
  if (kind === undefined) throw new Error(`no kind ${index}`);
  return kind;
}
