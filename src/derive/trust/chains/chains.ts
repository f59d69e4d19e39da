import type { Graph } from "../../../graph/index.js";
import {
  type Chain,
  type ChainStep,
  type ChainsFact,
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Json,
  ORIGINS,
  type Origin,
} from "../../../model/index.js";
import { addAnchors, addAssignments, addPools } from "./federated.js";
import { Ground } from "./ground.js";
import { Search } from "./search.js";
import { Weave } from "./weave.js";
import type { Arrows } from "./web.js";

/** Searches with what is sure, and with what may be. */
interface Pair {
  readonly sure: Search;
  readonly possible: Search;
}

/**
 * Who can become whom over any number of steps. Everything is worked out once for the estate, in time that grows with
 * its principals and trust policies; a subject is then answered by following one shortest way.
 */
export class Chains {
  private readonly ground: Ground;
  private readonly leaving: Arrows;
  private readonly entering: Arrows;
  private readonly origins = new Map<Origin, Pair>();
  private strong: Pair | undefined;
  /** By account: those of it that may do everything, or give it themselves. */
  private readonly accounts: ReadonlyMap<string, readonly number[]>;

  constructor(private readonly graph: Graph) {
    this.ground = new Ground(graph);
    const { openings } = new Weave(this.ground);
    addAssignments(this.ground);
    addAnchors(this.ground, openings);
    addPools(this.ground, openings);
    this.accounts = this.strongIn();
    this.ground.release();
    this.leaving = this.ground.web.leaving();
    this.entering = this.ground.web.entering();
  }

  /** The fact `chains` of a node. */
  fact(id: string): Fact {
    const node = this.graph.node(id);
    const vertices = node === undefined ? [] : this.verticesOf(node);
    const own = vertices[0];
    const isPrincipal = node?.kind === "role" || node?.kind === "user";
    const power =
      isPrincipal && own !== undefined ? this.ground.powers.of(own) : { power: "limited", reads: [] };
    const targets = node?.kind === "account" ? (this.accounts.get(node.scope.account ?? "") ?? []) : [];
    const value = {
      power: power.power,
      reads: [...power.reads],
      origins:
        node?.kind === "role" && own !== undefined
          ? this.originsOf(this.ground.web.both(own))
          : this.originsOf(targets),
      administrator: node?.kind === "account" ? null : this.toStrong(vertices),
    } as ChainsFact;
    return { value: value as unknown as Json, gaps: node === undefined ? [] : this.gapsOf(node, value) };
  }

  /** A shortest chain from one of some vertices to another; null: there is none. */
  between(from: readonly number[], to: number): Chain | null {
    const starts = from.filter((vertex) => vertex !== to);
    return this.better(this.searchFrom(starts), this.ground.web.both(to));
  }

  /** Vertices that a name of the command line stands for. */
  named(name: string): number[] {
    const { web } = this.ground;
    const nodes = this.graph.find(name);
    const found = nodes.flatMap((node) => this.verticesOf(node));
    const types = [...ORIGINS, "role"] as const;
    const plain = types.flatMap((type) => web.find(type, name === "anyone" ? "*" : name) ?? []);
    const members = web.names.flatMap((each, vertex) =>
      web.types[vertex] !== "hidden" && each.split(":")[4] === name ? [vertex] : [],
    );
    return [...new Set([...found, ...plain, ...members])];
  }

  private verticesOf(node: EstateNode): number[] {
    const { web } = this.ground;
    const at = (type: Parameters<typeof web.find>[0], name = node.id) => web.find(type, name);
    const found =
      node.kind === "role"
        ? [at("role")]
        : node.kind === "user"
          ? [at("user")]
          : node.kind === "identity-center"
            ? [at("hidden", `center ${node.id}`)]
            : [at("saml"), at("oidc"), at("anchor"), at("guest"), at("web-identity")];
    return found.filter((vertex) => vertex !== undefined);
  }

  private originsOf(targets: readonly number[]): ChainsFact["origins"] {
    return ORIGINS.flatMap((origin) => {
      const chain = this.better(this.pairOf(origin), targets);
      return chain === null ? [] : [{ origin, chain }];
    });
  }

  private pairOf(origin: Origin): Pair {
    const known = this.origins.get(origin);
    if (known !== undefined) return known;
    const { types } = this.ground.web;
    const starts = types.flatMap((type, vertex) => (type === origin ? [vertex] : []));
    const pair = this.searchFrom(starts);
    this.origins.set(origin, pair);
    return pair;
  }

  private searchFrom(starts: readonly number[]): Pair {
    const { web } = this.ground;
    const search = (sureOnly: boolean) =>
      new Search(web, starts, { arrows: this.leaving, back: false, sureOnly });
    return { sure: search(true), possible: search(false) };
  }

  private toStrong(vertices: readonly number[]): Chain | null {
    const { web, powers } = this.ground;
    const search = (sureOnly: boolean) =>
      new Search(web, [...powers.strong()], { arrows: this.entering, back: true, sureOnly });
    this.strong ??= { sure: search(true), possible: search(false) };
    return this.better(this.strong, vertices);
  }

  /** The shortest that is sure, else the shortest. */
  private better({ sure, possible }: Pair, vertices: readonly number[]): Chain | null {
    for (const search of [sure, possible]) {
      const ways = vertices.flatMap((vertex) => {
        const way = search.way(vertex);
        return way === null ? [] : [this.told(way)];
      });
      const [first] = ways.sort((a, b) => a.steps.length - b.steps.length);
      if (first !== undefined) return first;
    }
    return null;
  }

  /** Links over vertices that only join others are one step. */
  private told(links: readonly number[]): Chain {
    const { web } = this.ground;
    const steps: ChainStep[] = [];
    let open: { from: number; links: number[] } | undefined;
    for (const link of links) {
      open ??= { from: web.from[link] as number, links: [] };
      open.links.push(link);
      const to = web.to[link] as number;
      if (web.types[to] === "hidden") continue;
      if (web.types[open.from] !== "hidden") steps.push(this.step(open.from, to, open.links));
      open = undefined;
    }
    return { sure: steps.every(({ sure }) => sure), steps };
  }

  private step(from: number, to: number, links: readonly number[]): ChainStep {
    const reasons = links.map((link) => this.ground.web.reason(link));
    const last = reasons.at(-1);
    return {
      from: this.end(from),
      to: this.end(to),
      how: last?.how ?? "assumes",
      by: last?.by ?? null,
      statement: last?.statement ?? null,
      policy: reasons.find(({ policy }) => policy !== null)?.policy ?? null,
      sure: reasons.every(({ sure }) => sure),
      asks: [...new Set(reasons.flatMap(({ asks }) => asks))].sort(),
    };
  }

  private end(vertex: number): ChainStep["from"] {
    const { types, names } = this.ground.web;
    return { type: types[vertex] as ChainStep["from"]["type"], name: names[vertex] ?? "" };
  }

  private strongIn(): ReadonlyMap<string, readonly number[]> {
    const strong = new Set(this.ground.powers.strong());
    const found = new Map<string, number[]>();
    for (const { vertex, account } of this.ground.roles)
      if (strong.has(vertex)) found.set(account, [...(found.get(account) ?? []), vertex]);
    return found;
  }

  private gapsOf(node: EstateNode, { origins, administrator }: ChainsFact): Gap[] {
    const gap = (reason: Gap["reason"], message: string) =>
      gapOf({ reason, message, at: node.at, touches: { nodes: [node.id] } });
    const problems = (this.ground.problems.get(node.id) ?? []).map((problem) =>
      gap("unparsed", `Who may become ${node.label} cannot be told in full: ${problem}`),
    );
    const open = origins.filter(({ chain }) => !chain.sure).map(({ origin }) => origin);
    const unsure =
      open.length > 0
        ? [
            gap(
              "unmodelled",
              `Whether ${open.join(", ")} can become ${node.label} depends on what is not known`,
            ),
          ]
        : [];
    const beyond =
      administrator !== null && !administrator.sure
        ? [gap("unmodelled", `Whether ${node.label} leads to an administrator depends on what is not known`)]
        : [];
    return [...problems, ...unsure, ...beyond];
  }
}

export function chains(graph: Graph): (id: string) => Fact {
  let prepared: Chains | undefined;
  return (id) => {
    prepared ??= new Chains(graph);
    return prepared.fact(id);
  };
}
