import type { Graph } from "../../graph/index.js";
import type { Gap, Given, ResolutionOutcome, ResolutionStatus, ResolutionStep } from "../../model/index.js";
import type { EstateNames } from "./estate-names.js";

/** What is asked: an absolute name in its one text, and a type in capitals. */
export interface Asked {
  readonly name: string;
  readonly type: string;
}

/** Whoever is asked. */
export type Server =
  | { readonly kind: "resolver"; readonly network: string; readonly chained?: Chained }
  | { readonly kind: "name-server"; readonly host: string; readonly views: readonly string[] }
  | { readonly kind: "public" };

/** A name that another one led to, and whether the firewall trusts those. */
export interface Chained {
  readonly trusted: boolean;
}

export type Crossing = "yes" | "no" | "unknown";

/** Whether questions come from somewhere (ids or addresses) to an address. */
export type Wire = (
  from: readonly string[],
  to: { readonly address: string; readonly port: number },
) => Crossing;

/** Longest chain of servers and names; BIND gives up after 16 names, resolvers after some more. */
const MOST_DEPTH = 40;
/** Questions that one question may make: every choice of every name leads on by itself. */
const MOST_ASKED = 400;

type Answerer = (inquiry: Inquiry, server: Server, asked: Asked) => ResolutionOutcome[];

/** One question on its way: what was asked of whom, what was seen, and what could not be. */
export class Inquiry {
  readonly steps: ResolutionStep[] = [];
  readonly gaps = new Map<string, Gap>();
  readonly assumes = new Set<string>();
  readonly crossings = new Set<Crossing>();
  /** Aliases that are being followed. */
  readonly busy = new Set<string>();
  private readonly stack: string[] = [];
  private asked = 0;

  constructor(
    readonly names: EstateNames,
    private readonly answerer: Answerer,
    /** Address of the one who asks the next server; undefined where it is not known. */
    readonly settings: { readonly wire?: Wire; readonly untold?: true; client?: string | undefined },
  ) {}

  get graph(): Graph {
    return this.names.graph;
  }

  /** Asks a server; the same question to the same server, on the way to its own answer, never ends. */
  ask(server: Server, asked: Asked): ResolutionOutcome[] {
    const who =
      server.kind === "resolver" ? server.network : server.kind === "public" ? "public" : server.host;
    const key = `${server.kind} ${who} ${asked.name} ${asked.type}`;
    if (this.stack.includes(key))
      return [this.ends("loop", `the question for ${asked.name} comes back to ${this.label(who)}`)];
    if (this.stack.length >= MOST_DEPTH || this.asked >= MOST_ASKED)
      return [this.ends("unanswered", "it leads from name to name and nobody follows so far")];
    this.asked++;
    this.stack.push(key);
    try {
      return this.answerer(this, server, asked);
    } finally {
      this.stack.pop();
    }
  }

  step(node: string, says: string, by?: string): void {
    // Of records that are asked by the million nobody is told how.
    if (this.settings.untold) return;
    const decided = by === undefined ? undefined : this.graph.node(by);
    this.steps.push({
      depth: Math.max(0, this.stack.length - 1),
      ...{ node, label: this.label(node), says },
      ...(decided === undefined ? {} : { by: { id: decided.id, label: decided.label, at: decided.at } }),
    });
  }

  /** An end of the way, told as a step. */
  ends(status: ResolutionStatus, says: string, given: readonly Given[] = []): ResolutionOutcome {
    return { when: [], status, says, given: [...given] };
  }

  miss(gaps: readonly Gap[]): void {
    for (const gap of gaps) this.gaps.set(gap.id, gap);
  }

  label(id: string): string {
    if (id === "public") return "name servers of the internet";
    return this.graph.node(id)?.label ?? id;
  }

  /** Whether questions get from somewhere to a server; unknown where nobody can tell. */
  crosses(from: readonly string[], to: { readonly address: string; readonly port: number }): Crossing {
    const { wire } = this.settings;
    const crossing = wire === undefined ? "unknown" : crossingOf(this.names, wire, { from, to });
    this.crossings.add(crossing);
    return crossing;
  }
}

interface Line {
  readonly from: readonly string[];
  readonly to: { readonly address: string; readonly port: number };
}

/** Asks the wire about what is somewhere; nobody knows what is let pass to an address that nothing has. */
export function crossingOf(names: EstateNames, wire: Wire, { from, to }: Line): Crossing {
  const able = from.filter((each) => names.graph.node(each) !== undefined || names.isSomewhere(each));
  return able.length === 0 ? "unknown" : wire(able, to);
}

/** Outcomes that are the same but for their conditions come once, and need none where nothing else may come. */
export function merged(outcomes: readonly ResolutionOutcome[]): ResolutionOutcome[] {
  const found = new Map<string, ResolutionOutcome>();
  for (const outcome of outcomes) {
    const { when: _, ...what } = outcome;
    const key = JSON.stringify(what);
    const known = found.get(key);
    const when =
      known === undefined ? outcome.when : known.when.filter((each) => outcome.when.includes(each));
    found.set(key, { ...what, when });
  }
  const all = [...found.values()];
  const [only] = all;
  return all.length === 1 && only !== undefined ? [{ ...only, when: [] }] : all;
}
