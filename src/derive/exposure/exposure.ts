import type { Graph } from "../../graph/index.js";
import {
  type Cause,
  canonicalJson,
  type EstateNode,
  type Exposure,
  type Fact,
  type Gap,
  gapOf,
  type Json,
} from "../../model/index.js";
import { AddressSet, FAMILIES } from "../../net/index.js";
import type { InternetPrefix } from "./breadth.js";
import { type Admitted, causesOf } from "./causes.js";
import { type Clause, clausesOf } from "./clause.js";
import { type Bound, decide, type Segment } from "./decide.js";
import { classesOf, portRuns, speaksOf } from "./segments.js";

type Direction = "ingress" | "egress";
const NOTHING: Exposure = { ingress: [], egress: [] };

/**
 * What a filter admits, exactly: order, defaults, jumps and prefix lists taken as they work. Security
 * groups admit what any rule admits (VPC user guide, "Security group rules"); network ACLs and packet
 * filters take the first rule that matches ("Network ACL rules"; nft(8), "RULES").
 */
export function exposureOf(graph: Graph, id: string, internet: InternetPrefix): Fact {
  const filter = graph.node(id);
  if (filter?.kind !== "filter") return { value: NOTHING as unknown as Json, gaps: [] };
  const reader = new Reader(graph, filter as EstateNode<"filter">, internet);
  const value = reader.exposure("certain");
  const gaps = reader.gaps(value);
  return { value: value as unknown as Json, gaps };
}

/** Reads one filter; its rules are looked up once, whatever is asked. */
class Reader {
  private readonly known = new Map<string, Clause[]>();

  constructor(
    private readonly graph: Graph,
    private readonly filter: EstateNode<"filter">,
    private readonly internet: InternetPrefix,
  ) {}

  exposure(bound: Bound): Exposure {
    return { ingress: this.causes("ingress", bound), egress: this.causes("egress", bound) };
  }

  /** Where the unknown parts could admit more than is certain, they are named. */
  gaps(certain: Exposure): Gap[] {
    const doubtful = [...this.known.values()]
      .flat()
      .filter(({ uncertain, peers }) => uncertain || peers.open);
    if (doubtful.length === 0 || canonicalJson(this.exposure("possible")) === canonicalJson(certain))
      return [];
    const labels = [...new Set(doubtful.map(({ label }) => label))].sort();
    const unmodelled = doubtful.some(({ uncertain }) => uncertain);
    return [
      gapOf({
        reason: unmodelled ? "unmodelled" : "not-collected",
        message: `what ${this.filter.label} admits is not certain: ${labels.slice(0, 5).join(", ")}${labels.length > 5 ? " and more" : ""} ${
          unmodelled
            ? "have conditions that are not understood"
            : "name lists or addresses that could not be read"
        }`,
        at: this.filter.at,
        touches: { nodes: [this.filter.id] },
      }),
    ];
  }

  private causes(direction: Direction, bound: Bound): Cause[] {
    const directions = this.filter.is.directions ?? ["ingress", "egress"];
    if (!directions.includes(direction)) return [];
    return FAMILIES.flatMap((family) => {
      const all = this.reachable(this.filter.id, direction);
      const classes = classesOf(all, family);
      const admitted = classes.flatMap((protocol) =>
        this.admitted({
          direction,
          bound,
          family,
          protocol,
          clauses: all.filter((clause) => speaksOf(clause, protocol, family)),
        }),
      );
      return causesOf(admitted, { family, classes: classes.length, internet: this.internet });
    });
  }

  private admitted(part: Part): Admitted[] {
    const { direction, bound, family, protocol, clauses } = part;
    const open = this.filter.is.defaults?.[direction] === "allow";
    if (clauses.length === 0 && !open) return [];
    const everyone = AddressSet.allOf(family);
    return portRuns(clauses).flatMap(({ from, to, clauses: speaking }) => {
      if (speaking.length === 0 && !open) return [];
      const segment: Segment = {
        everyone,
        bound,
        depth: 0,
        clauses: (filter) => this.inOrder(speaking.filter((clause) => clause.filter === filter)),
      };
      const { admitted, members, left } = decide(segment, this.filter.id, everyone);
      if (open && !left.isEmpty()) admitted.set(this.byDefault(), left);
      return admitted.size + members.length > 0 ? [{ protocol, from, to, whom: admitted, members }] : [];
    });
  }

  /** Refusals first where any match counts: a refusal beats every permit there. */
  private inOrder(clauses: readonly Clause[]): readonly Clause[] {
    if (this.filter.is.evaluation === "first-match") return clauses;
    const refusals = clauses.filter(({ action }) => action === "deny");
    return refusals.length === 0
      ? clauses
      : [...refusals, ...clauses.filter(({ action }) => action !== "deny")];
  }

  private clauses(filter: string, direction: Direction): Clause[] {
    const key = `${direction} ${filter}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const clauses = clausesOf(this.graph, filter, direction);
    this.known.set(key, clauses);
    return clauses;
  }

  /** The clauses of a filter and of every filter that it jumps to. */
  private reachable(filter: string, direction: Direction, seen = new Set<string>()): Clause[] {
    if (seen.has(filter)) return [];
    seen.add(filter);
    const own = this.clauses(filter, direction);
    return own.concat(
      own.flatMap(({ target }) => (target === null ? [] : this.reachable(target, direction, seen))),
    );
  }

  private readonly defaulting: { clause?: Clause } = {};

  /** The default of a filter stands for a rule that admits what nothing else decides. */
  private byDefault(): Clause {
    this.defaulting.clause ??= {
      id: this.filter.id,
      filter: this.filter.id,
      label: this.filter.label,
      action: "allow",
      family: null,
      protocols: null,
      ports: null,
      peers: { known: AddressSet.ALL, open: false, members: false },
      uncertain: false,
      partial: false,
      target: null,
    };
    return this.defaulting.clause;
  }
}

interface Part {
  readonly direction: Direction;
  readonly bound: Bound;
  readonly family: "ipv4" | "ipv6";
  readonly protocol: number | "other";
  readonly clauses: readonly Clause[];
}
