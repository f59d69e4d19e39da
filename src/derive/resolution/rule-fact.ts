import type { EstateNode, Fact, Forwarding, Gap, Json } from "../../model/index.js";
import { idsOf } from "./candidates.js";
import { outletsOf, type Target } from "./forward.js";
import { crossingOf, type Inquiry, type Server, type Wire } from "./inquiry.js";
import { addressesOf } from "./name-server.js";
import type { Names } from "./resolution.js";

type Rule = EstateNode<"resolver-rule">;

/** The fact `forwarding` of resolver rules: whether those whom they name are reached, and answer for the domain. */
export function forwarding(names: Names, wire: Wire): (id: string) => Fact {
  return (id) => {
    const rule = names.graph.node(id) as Rule;
    const gaps: Gap[] = [];
    const inquiry = names.inquiry(wire);
    const from = senders(names, inquiry, rule);
    const value: Forwarding = {
      used: idsOf(names.estate, id, "associations").length,
      targets: (rule.is.targets ?? []).map((target) => targeted(names, { rule, target, from, wire, gaps })),
    };
    return { value: value as unknown as Json, gaps };
  };
}

function senders(names: Names, inquiry: Inquiry, rule: Rule): string[] {
  const [server] = idsOf(names.estate, rule.id, "name_server");
  if (server !== undefined)
    return addressesOf(
      inquiry.names === names.estate ? inquiry : { names: names.estate },
      names.graph.node(server) as EstateNode<"name-server">,
    );
  return outletsOf(inquiry, rule.id).from;
}

interface Sending {
  readonly rule: Rule;
  readonly target: Target;
  readonly from: readonly string[];
  readonly wire: Wire;
  readonly gaps: Gap[];
}

/** A server that answers for a domain knows its SOA, or asks somebody who does. */
function targeted(names: Names, { rule, target, from, wire, gaps }: Sending): Forwarding["targets"][number] {
  const { address, port } = target;
  const reached = crossingOf(names.estate, wire, { from, to: target });
  const server = names.estate.serverAt({ address, port });
  const base = { address, reached, server: server === undefined ? null : refOf(names, server) };
  const domain = rule.is.domain ?? ".";
  if (server === undefined || domain === ".") return { ...base, answers: "unknown" };
  const inquiry = names.inquiry(wire);
  inquiry.settings.client = from[0];
  const outcomes = inquiry.ask(server, { name: domain, type: "SOA" });
  gaps.push(...inquiry.gaps.values());
  // Whoever sends it back to somebody who follows this very rule ends where it began.
  const back = inquiry.steps.some(({ by }) => by?.id === rule.id);
  const statuses = new Set(outcomes.map(({ status }) => status));
  if (back || statuses.has("loop")) return { ...base, answers: "loop" };
  if (statuses.has("unknown") || statuses.has("outside") || inquiry.gaps.size > 0)
    return { ...base, answers: "unknown" };
  return { ...base, answers: statuses.has("answered") || statuses.has("nodata") ? "yes" : "no" };
}

function refOf(names: Names, server: Server): { id: string; label: string } | null {
  if (server.kind === "public") return null;
  const id = server.kind === "resolver" ? server.network : server.host;
  return { id, label: names.graph.node(id)?.label ?? id };
}
