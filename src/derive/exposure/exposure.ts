import type { Graph } from "../../graph/index.js";
import type { Cause, EstateNode, Exposure, Fact, Json } from "../../model/index.js";
import { AddressSet, FAMILIES, type Family } from "../../net/index.js";
import { BreadthBook, type InternetPrefix } from "./breadth.js";
import { type Admitted, causesOf } from "./causes.js";
import { type Clause, clausesOf, type Direction } from "./clause.js";
import { doubtsOf } from "./doubts.js";
import { ClauseMemo } from "./memo.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { PeerReader } from "./peers.js";
import { Refusals } from "./refusals.js";
import { classesOf, portRuns, speaksOf } from "./segments.js";

const NOTHING: Exposure = { ingress: [], egress: [] };

/**
 * What a filter admits, exactly: order, defaults, jumps and prefix lists taken as they work. Security
 * groups admit what any rule admits (VPC user guide, "Security group rules"); network ACLs and packet
 * filters take the first rule that matches ("Network ACL rules"; nft(8), "RULES").
 */
export function exposures(graph: Graph, internet: InternetPrefix): (id: string) => Fact {
  const reader = new PeerReader(graph);
  const breadths = new BreadthBook(internet);
  return (id) => {
    const filter = graph.node(id) as EstateNode<"filter"> | undefined;
    if (filter?.kind !== "filter") return { value: NOTHING as unknown as Json, gaps: [] };
    const reading = new Reading(filter, breadths, (name, direction) =>
      clausesOf(graph, reader, { filter: name, direction }),
    );
    const value: Exposure = { ingress: reading.causes("ingress"), egress: reading.causes("egress") };
    return {
      value: value as unknown as Json,
      gaps: reading.unsure.size === 0 ? [] : doubtsOf(filter, reading.unsure),
    };
  };
}

type Chains = ReadonlyMap<string, readonly Clause[]>;

/** Reads one filter. */
class Reading {
  readonly unsure = new Set<Clause>();

  constructor(
    private readonly filter: EstateNode<"filter">,
    private readonly breadths: BreadthBook,
    private readonly clausesOf: (filter: string, direction: Direction) => readonly Clause[],
  ) {}

  causes(direction: Direction): Cause[] {
    const { is } = this.filter;
    if (is.directions !== undefined && !is.directions.includes(direction)) return [];
    const chains = this.chains(direction);
    const fallback = is.defaults?.[direction] === "allow" ? defaultOf(this.filter) : null;
    return FAMILIES.flatMap((family) => this.familyCauses(chains, family, fallback));
  }

  private familyCauses(chains: Chains, family: Family, fallback: Clause | null): Cause[] {
    const every = chains.size === 1 ? (chains.get(this.filter.id) ?? []) : [...chains.values()].flat();
    const all = every.filter(({ sides }) => sides[family] !== null);
    if (all.length === 0 && fallback === null) return [];
    const refusals = new Refusals(family);
    const known = new ClauseMemo<Outcome>();
    const question = { family, filter: this.filter.id, fallback, refusals };
    const outcome = (clauses: readonly Clause[]): Outcome =>
      known.of(clauses, () => {
        const found = outcomeOf({ ...question, clauses: byFilter(chains, clauses) });
        for (const clause of found.unsure) this.unsure.add(clause);
        return found;
      });
    const classes = classesOf(every, family);
    const admitted: Admitted[] = [];
    for (const protocol of classes) {
      const speaking = all.filter((clause) => speaksOf(clause, protocol));
      if (speaking.length === 0 && fallback === null) continue;
      for (const { from, to, clauses } of portRuns(speaking, protocol)) {
        if (clauses.length > 0 || fallback !== null)
          admitted.push({ protocol, from, to, outcome: outcome(clauses) });
      }
    }
    return causesOf(admitted, { family, classes: classes.length, breadths: this.breadths });
  }

  /** The filter and every filter that it leads to, with their clauses. */
  private chains(direction: Direction): Chains {
    const chains = new Map<string, readonly Clause[]>();
    const waiting = [this.filter.id];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (chains.has(name)) continue;
      const clauses = this.clausesOf(name, direction);
      chains.set(name, clauses);
      for (const { target } of clauses) if (target !== null) waiting.push(target);
    }
    return chains;
  }
}

/** The clauses that speak, each by its filter. */
function byFilter(chains: Chains, speaking: readonly Clause[]): (filter: string) => readonly Clause[] {
  if (chains.size === 1) return () => speaking;
  const chosen = new Set(speaking);
  const filtered = new Map<string, readonly Clause[]>();
  return (filter) => {
    const known = filtered.get(filter);
    if (known !== undefined) return known;
    const own = (chains.get(filter) ?? []).filter((clause) => chosen.has(clause));
    filtered.set(filter, own);
    return own;
  };
}

/** The default of a filter stands for a rule that admits whom nothing else decides. */
function defaultOf({ id, label }: EstateNode<"filter">): Clause {
  const side = (family: Family) => ({
    known: AddressSet.allOf(family),
    open: false,
    members: false,
    box: null,
  });
  return {
    id,
    label,
    action: "allow",
    protocols: null,
    ports: null,
    icmp: null,
    transport: false,
    sides: { ipv4: side("ipv4"), ipv6: side("ipv6") },
    conditional: false,
    doubt: null,
    target: null,
  };
}
