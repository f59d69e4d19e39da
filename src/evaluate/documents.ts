import type { Graph } from "../graph/index.js";
import type { Derived, EstateNode, Gap, Json, JsonObject } from "../model/index.js";
import type { Placeholders } from "./placeholders.js";

/** What the documents of one group hold, besides the subject. */
export interface ReadPlan {
  readonly tags: boolean;
  readonly native: boolean;
  readonly facts: readonly string[];
  readonly paths: PathTree;
}

/** Relation paths as a tree: `subnets.route_table` is subnets → route_table. */
export type PathTree = ReadonlyMap<string, PathTree>;

export function planOf(reads: readonly string[], facts: readonly string[]): ReadPlan {
  const paths: Map<string, PathTree> = new Map();
  for (const read of reads) {
    if (read === "tags" || read === "native" || facts.includes(read)) continue;
    let level = paths;
    for (const segment of read.split(".")) {
      const below = (level.get(segment) as Map<string, PathTree> | undefined) ?? new Map<string, PathTree>();
      level.set(segment, below);
      level = below;
    }
  }
  return {
    tags: reads.includes("tags"),
    native: reads.includes("native"),
    facts: facts.filter((fact) => reads.includes(fact)).sort(),
    paths: sortedTree(paths),
  };
}

const sortedTree = (tree: PathTree): PathTree =>
  new Map(
    [...tree].sort(([a], [b]) => (a < b ? -1 : 1)).map(([segment, below]) => [segment, sortedTree(below)]),
  );

/** A document, and what went into it, so that gaps can be laid to what was read. */
export interface InputDocument {
  readonly value: JsonObject;
  /** Nodes joined, by the path that led to them (`interfaces`, `subnets.route_table`). */
  readonly joined: ReadonlyMap<string, readonly EstateNode[]>;
  /** Gaps of derived facts, by fact. */
  readonly factGaps: ReadonlyMap<string, readonly Gap[]>;
}

/** Builds the documents of one estate: subject, joined nodes, derived facts. */
export class DocumentBuilder {
  constructor(
    private readonly graph: Graph,
    private readonly derived: Derived,
  ) {}

  build(subject: EstateNode, plan: ReadPlan, places?: Placeholders): InputDocument {
    const joined = new Map<string, EstateNode[]>();
    const factGaps = new Map<string, readonly Gap[]>();
    const view = this.view(subject, places);
    if (plan.tags) view["tags"] = subject.tags as JsonObject;
    if (plan.native) view["native"] = subject.native;
    const value: JsonObject = { subject: view };
    this.join(value, subject, { tree: plan.paths, prefix: "", joined, places });
    for (const name of plan.facts) {
      const fact = this.derived.fact(name, subject.id);
      value[name] = places === undefined ? fact.value : hidden(fact.value, places);
      if (fact.gaps.length > 0) factGaps.set(name, fact.gaps);
    }
    return { value, joined, factGaps };
  }

  private view({ id, kind, type, label, scope, is }: EstateNode, places?: Placeholders): JsonObject {
    const view: JsonObject = { id: places?.of(id) ?? id, kind, type, label: places?.of(label) ?? label };
    if (scope.account !== undefined) view["account"] = scope.account;
    if (scope.region !== undefined) view["region"] = scope.region;
    if (scope.site !== undefined) view["site"] = scope.site;
    view["is"] = is as JsonObject;
    return view;
  }

  private join(into: JsonObject, from: EstateNode, walk: Walk): void {
    for (const [segment, tree] of walk.tree) {
      const step = this.graph.step(from.id, segment);
      const path = walk.prefix === "" ? segment : `${walk.prefix}.${segment}`;
      const known = walk.joined.get(path) ?? [];
      walk.joined.set(path, known);
      const views = (step?.ids ?? []).flatMap((id) => {
        const node = this.graph.node(id);
        if (node === undefined) return [];
        known.push(node);
        const view = this.view(node, walk.places);
        this.join(view, node, { ...walk, tree, prefix: path });
        return [view];
      });
      into[segment] = step?.cardinality === "one" ? (views[0] ?? null) : views;
    }
  }
}

interface Walk {
  readonly tree: PathTree;
  readonly prefix: string;
  readonly joined: Map<string, EstateNode[]>;
  readonly places: Placeholders | undefined;
}

/** A fact with its ids and labels replaced, as in views. */
function hidden(value: Json, places: Placeholders): Json {
  if (Array.isArray(value)) return value.map((member) => hidden(member, places));
  if (typeof value !== "object" || value === null) return value;
  const out: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const identity = (key === "id" || key === "label") && typeof member === "string";
    out[key] = identity ? places.of(member) : hidden(member, places);
  }
  return out;
}
