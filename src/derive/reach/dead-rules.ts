import type { Graph } from "../../graph/index.js";
import type { DeadRules, EstateNode, Fact } from "../../model/index.js";
import { AddressSet, type PacketSet, PacketSpace } from "../../net/index.js";
import { Bounds } from "./bounds.js";
import { type Clause, Clauses, type Turn } from "./clauses.js";
import type { Ground } from "./ground.js";
import type { Holes } from "./holes.js";
import { readNic } from "./nics.js";

type Dead = DeadRules["shadowed"][number];
type Direction = Dead["direction"];

/** A space that grew beyond so many nodes is begun anew. */
const MOST_NODES = 300_000;
/** Rules that are named as those that cover another. */
const MOST_NAMED = 8;
const NOTHING: DeadRules = { shadowed: [], implied: [] };

/** The fact `dead_rules` of filters: rules that never decide anything, exactly, whatever they are covered by together. */
export function deadRules({ graph, survey }: Ground): (id: string) => Fact {
  let shared: Dying | undefined;
  return (id) => {
    if (shared === undefined || shared.isFull) shared = new Dying(graph, survey.holes);
    return { value: shared.of(id), gaps: [] };
  };
}

class Dying {
  private readonly space = new PacketSpace();
  private readonly clauses: Clauses;

  constructor(
    private readonly graph: Graph,
    holes: Holes,
  ) {
    const members = (filter: string) => this.membersOf(filter);
    this.clauses = new Clauses({ graph, space: this.space, holes, members });
  }

  get isFull(): boolean {
    return this.space.size > MOST_NODES;
  }

  of(id: string): DeadRules {
    const node = this.graph.node(id) as EstateNode<"filter"> | undefined;
    if (node?.is.evaluation === undefined) return NOTHING;
    const directions = DIRECTIONS.filter((direction) => this.someMeet(id, direction));
    const each = directions.map((direction) => ({ direction, rules: this.clauses.of(id, direction) }));
    if (node.is.evaluation === "first-match")
      return {
        shadowed: each.flatMap(({ direction, rules }) => this.shadowed(rules, direction)),
        implied: [],
      };
    return { shadowed: [], implied: each.flatMap(({ direction, rules }) => this.implied(rules, direction)) };
  }

  /** Whether two rules may speak of one packet at all: of most filters no two do. */
  private someMeet(id: string, direction: Direction): boolean {
    const rules = (this.graph.step(id, "rules")?.ids ?? []).flatMap((rule) => {
      const is = (this.graph.node(rule) as EstateNode<"rule"> | undefined)?.is;
      return is === undefined || (is.direction ?? direction) !== direction ? [] : [is];
    });
    const bounds = new Bounds(rules);
    return rules.some((_, one) => rules.some((__, other) => other > one && bounds.mayMeet(one, other)));
  }

  /** What comes before a rule in its order leaves nothing for it. */
  private shadowed(rules: readonly Clause[], direction: Direction): Dead[] {
    const bounds = this.boundsOf(rules);
    const found: Dead[] = [];
    const taking: number[] = [];
    for (const [index, rule] of rules.entries()) {
      // Rules for answers alone are not asked about; which of these come depends on what was let out before.
      const idle = !rule.turns.includes("new") || this.space.isEmpty(rule.match);
      if (!idle) {
        const before = bounds.meeting(index, taking).flatMap((at) => rules[at] ?? []);
        if (rule.turns.every((turn) => this.covered(rule, before, turn)))
          found.push(this.dead(rule, direction, this.coveredBy(rule, before)));
      }
      if (rule.sure && TERMINAL.has(rule.action)) taking.push(index);
    }
    return found;
  }

  /** Whether these leave nothing of a rule, among the packets that open a connection or those that answer. */
  private covered(rule: Clause, by: readonly Clause[], turn: Turn): boolean {
    const { space } = this;
    let left: PacketSet = rule.match;
    for (const one of by) {
      if (!one.turns.includes(turn)) continue;
      left = space.difference(left, one.match);
      if (space.isEmpty(left)) return true;
    }
    return false;
  }

  private boundsOf(rules: readonly Clause[]): Bounds {
    return new Bounds(
      rules.map(({ id }) => (this.graph.node(id) as EstateNode<"rule"> | undefined)?.is ?? {}),
    );
  }

  /** Earlier rules that take something of it, until nothing is left. */
  private coveredBy(rule: Clause, earlier: readonly Clause[]): Clause[] {
    const { space } = this;
    const by: Clause[] = [];
    let left: PacketSet = rule.match;
    for (const one of earlier) {
      if (
        !one.turns.includes("new") ||
        !one.sure ||
        !TERMINAL.has(one.action) ||
        !space.overlaps(left, one.match)
      )
        continue;
      by.push(one);
      left = space.difference(left, one.match);
      if (space.isEmpty(left)) break;
    }
    return by;
  }

  /** Other permits admit all that it does; of two that are alike the later one is told. */
  private implied(rules: readonly Clause[], direction: Direction): Dead[] {
    const { space } = this;
    const bounds = this.boundsOf(rules);
    const standing = new Set(rules.keys());
    const found: Dead[] = [];
    for (const [index, rule] of [...rules.entries()].reverse()) {
      const others = bounds
        .meeting(index, [...standing])
        .flatMap((at) => rules[at] ?? [])
        .filter((one) => one.sure && space.overlaps(one.match, rule.match));
      if (others.length === 0 || space.isEmpty(rule.match)) continue;
      if (!space.covers(space.unionOf(others.map(({ match }) => match)), rule.match)) continue;
      standing.delete(index);
      found.push(this.dead(rule, direction, this.coveredBy(rule, others)));
    }
    return found.reverse();
  }

  private dead(rule: Clause, direction: Direction, by: readonly Clause[]): Dead {
    const { id, label, action } = rule;
    const is = (this.graph.node(id) as EstateNode<"rule"> | undefined)?.is;
    return {
      ...{ id, label, direction, action },
      order: is?.order ?? null,
      by: by.slice(0, MOST_NAMED).map((one) => ({ id: one.id, label: one.label, action: one.action })),
      more: Math.max(0, by.length - MOST_NAMED),
    };
  }

  private membersOf(filter: string): AddressSet {
    const guarded = ["interfaces", "hosts"].flatMap((segment) => this.graph.step(filter, segment)?.ids ?? []);
    return AddressSet.unionOf(guarded.flatMap((id) => readNic(this.graph, id)?.addresses ?? []));
  }
}

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

const TERMINAL: ReadonlySet<string> = new Set(["allow", "deny", "inspect"]);
