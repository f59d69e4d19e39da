import type { Graph } from "../../graph/index.js";
import type { EstateNode, ResolutionOutcome, Resolved } from "../../model/index.js";
import { EstateNames } from "./estate-names.js";
import { askedOf } from "./forward.js";
import { type Asked, Inquiry, merged, type Server, type Wire } from "./inquiry.js";
import { serverAnswers } from "./name-server.js";
import { resolverAnswers, Shelves } from "./network-resolver.js";
import { publicAnswers } from "./public-names.js";
import { type Start, startOf } from "./start.js";

/** What a name means somewhere. */
export interface Resolution {
  /** @param from id or alias of a network, subnet, host, Outpost, site or name server; `internet` */
  resolve(asked: Asked, from: string): Resolved;
}

/** Prepares an estate for questions about names. `wire` says whether questions get from server to server. */
export function resolution(graph: Graph, wire?: Wire): Resolution {
  const book = new Names(graph);
  return { resolve: (asked, from) => book.resolve(asked, { from, ...(wire === undefined ? {} : { wire }) }) };
}

/** The names of an estate, asked many times. */
export class Names {
  readonly estate: EstateNames;
  private readonly shelves = new Shelves();

  constructor(readonly graph: Graph) {
    this.estate = new EstateNames(graph);
  }

  inquiry(wire?: Wire): Inquiry {
    return new Inquiry(this.estate, this.answerer, wire === undefined ? {} : { wire });
  }

  /** One whose steps nobody is told. */
  plainInquiry(): Inquiry {
    return new Inquiry(this.estate, this.answerer, { untold: true });
  }

  resolve(asked: Asked, { from, wire }: { from: string; wire?: Wire }): Resolved {
    const start = startOf(this.estate, from);
    const inquiry = this.inquiry(wire);
    const outcomes = merged(begun(inquiry, start, asked));
    const unseen = outcomes.some(({ status }) => status === "unknown") || inquiry.gaps.size > 0;
    const statuses = new Set(outcomes.map(({ status }) => status));
    const [only] = outcomes;
    const certain = statuses.size === 1 && only !== undefined ? only.status : "varies";
    return {
      ...{ name: asked.name, type: asked.type, from: start.label },
      status: unseen ? "unknown" : certain,
      says: saysOf(outcomes, inquiry),
      reachable: crossing(inquiry),
      outcomes,
      chain: inquiry.steps,
      assumes: [...inquiry.assumes].sort(),
      gaps: [...inquiry.gaps.keys()].sort(),
    };
  }

  private readonly answerer = (inquiry: Inquiry, server: Server, asked: Asked): ResolutionOutcome[] => {
    if (server.kind === "public") return publicAnswers(inquiry, asked);
    if (server.kind === "name-server") return serverAnswers(inquiry, server, asked);
    return resolverAnswers(this.shelves, inquiry, { server, asked });
  };
}

/** The machines of a place ask whom they were told to. */
function begun(inquiry: Inquiry, start: Start, asked: Asked): ResolutionOutcome[] {
  inquiry.miss(start.gaps);
  inquiry.settings.client = start.client;
  for (const text of start.assumes) inquiry.assumes.add(text);
  if (start.server !== undefined) return inquiry.ask(start.server, asked);
  if (start.servers.length === 0) return [inquiry.ends("unknown", start.says)];
  inquiry.step(start.id, `machines ask ${start.servers.join(", ")}`, start.by);
  const node = inquiry.graph.node(start.id) as EstateNode | undefined;
  const targets = start.servers.slice(0, 1).map((address) => ({ address, port: 53 }));
  return askedOf(inquiry, { targets, from: node === undefined ? [] : [start.id], by: start.id }, asked);
}

function saysOf(outcomes: readonly ResolutionOutcome[], { gaps }: Inquiry): string {
  const told = [...new Set(outcomes.map(({ says }) => says))].join("; ");
  return gaps.size === 0 ? told : `not everything that decides was seen; as far as it was: ${told}`;
}

function crossing({ crossings }: Inquiry): Resolved["reachable"] {
  if (crossings.size === 0) return "within";
  return crossings.has("no") ? "no" : crossings.has("unknown") ? "unknown" : "yes";
}
