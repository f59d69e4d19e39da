import type { Graph } from "../../graph/index.js";
import type { DataRules, EstateNode, Fact } from "../../model/index.js";
import type { Where } from "./where.js";

type Class = DataRules["classes"][string];
type Allowed = NonNullable<Class["allowed"]>;

/** What `causeway.yaml` says of data: of which classes it is, and which of them allow a place. */
export class DataClasses {
  private readonly rows: readonly (readonly [name: string, is: (node: EstateNode) => boolean])[];
  private readonly allowed: ReadonlyMap<string, Allowed>;

  constructor(rules: DataRules | undefined) {
    const classes = Object.entries(rules?.classes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    this.rows = classes.map(([name, one]) => [name, member(one)]);
    this.allowed = new Map(
      classes.flatMap(([name, { allowed }]) => (allowed === undefined ? [] : [[name, allowed] as const])),
    );
  }

  of(node: EstateNode): string[] {
    return this.rows.filter(([, is]) => is(node)).map(([name]) => name);
  }

  judge(classes: readonly string[], where: Where): { refusedBy: string[]; undecidedBy: string[] } {
    const told = classes.map((name) => [name, verdict(this.allowed.get(name), where)] as const);
    const saying = (word: boolean | null) => told.flatMap(([name, said]) => (said === word ? [name] : []));
    return { refusedBy: saying(false), undecidedBy: saying(null) };
  }
}

/** The fact `classes` of what holds data. */
export function classesOf(graph: Graph, rules: DataRules | undefined): (id: string) => Fact {
  const classes = new DataClasses(rules);
  const declared = Object.keys(rules?.classes ?? {}).length > 0;
  return (id) => {
    const node = graph.node(id);
    return { value: { declared, classes: node === undefined ? [] : classes.of(node) }, gaps: [] };
  };
}

function member({ tags = [], accounts = [], names = [] }: Class): (node: EstateNode) => boolean {
  const pairs = tags.map((tag) => [tag.split("=", 1)[0] ?? "", tag.includes("=") ? tag : null] as const);
  const owners = new Set(accounts);
  const patterns = names.map(patternOf);
  return ({ id, label, scope, tags: own, is }) =>
    owners.has(scope.account ?? "") ||
    pairs.some(([key, whole]) => {
      const value = own[key];
      return value !== undefined && (whole === null || whole === `${key}=${value}`);
    }) ||
    patterns.some((pattern) =>
      [id, label, (is as { name?: string | null }).name].some((name) => name != null && pattern.test(name)),
    );
}

/** `*` is any text. */
export function patternOf(glob: string): RegExp {
  const text = glob
    .split(/\*+/)
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${text}$`, "s");
}

/** Null: too little is known of the place. */
function verdict(allowed: Allowed | undefined, where: Where): boolean | null {
  if (allowed === undefined) return true;
  const { jurisdictions = [], regions = [], sites = [], partitions, edge = false } = allowed;
  const { placeType, region, site, partition, country } = where;
  if (placeType === "edge") return edge;
  if (placeType === "unknown") return null;
  if (partitions !== undefined && partition !== null && !partitions.includes(partition)) return false;
  // A zone or an Outpost is not where its Region is.
  if (placeType === "region" && region !== null && regions.includes(region)) return true;
  if (site !== null && sites.includes(site)) return true;
  if (where.jurisdictions.some((one) => jurisdictions.includes(one))) return true;
  return country === null && jurisdictions.length > 0 ? null : false;
}
