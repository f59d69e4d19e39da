import type { EstateNode, ResolutionOutcome } from "../../model/index.js";
import { idsOf } from "./candidates.js";
import type { Asked, Crossing, Inquiry } from "./inquiry.js";
import { merged } from "./inquiry.js";

export interface Target {
  readonly address: string;
  readonly port: number;
}

/** Asks whom a rule names. Which of them is asked first nobody tells, so each may be the one who answers. */
export function forwarded(inquiry: Inquiry, id: string, asked: Asked): ResolutionOutcome[] {
  const { is } = inquiry.graph.node(id) as EstateNode<"resolver-rule">;
  const targets = is.targets ?? [];
  inquiry.miss(inquiry.names.about(id));
  const outlets = outletsOf(inquiry, id);
  if (outlets.ended !== undefined) return [inquiry.ends("unanswered", outlets.ended)];
  const outcomes = askedOf(inquiry, { targets, from: outlets.from, by: id }, asked);
  const silent = outcomes.every(({ status }) => status === "unanswered");
  if (is.fallsBack !== true || !silent) return outcomes;
  inquiry.step(id, "nobody of those answers: the internet is asked", id);
  return inquiry.ask({ kind: "public" }, asked);
}

interface Sending {
  readonly targets: readonly Target[];
  readonly from: readonly string[];
  /** Who sends it on. */
  readonly by: string;
}

/** Asks servers at addresses. */
export function askedOf(inquiry: Inquiry, { targets, from, by }: Sending, asked: Asked): ResolutionOutcome[] {
  if (targets.length === 0) return [inquiry.ends("unanswered", `${inquiry.label(by)} names nobody to ask`)];
  const each = targets.map((target) => ({ target, crossing: inquiry.crosses(from, target) }));
  const open = each.filter(({ crossing }) => crossing !== "no");
  for (const { target } of each.filter(({ crossing }) => crossing === "no"))
    inquiry.step(by, `questions do not reach ${spelled(target)}`, by);
  if (open.length === 0)
    return [inquiry.ends("unanswered", `questions reach none of ${targets.map(spelled).join(", ")}`)];
  const outcomes = open.flatMap(({ target, crossing }) => {
    const found = one(inquiry, { target, by, from, crossing }, asked);
    return open.length === 1
      ? found
      : found.map((outcome) => ({ ...outcome, when: [`${spelled(target)} is asked`, ...outcome.when] }));
  });
  return merged(outcomes);
}

interface Sent {
  readonly target: Target;
  readonly by: string;
  readonly from: readonly string[];
  readonly crossing: Crossing;
}

function one(inquiry: Inquiry, { target, by, from, crossing }: Sent, asked: Asked): ResolutionOutcome[] {
  const server = inquiry.names.serverAt(target);
  const reached =
    crossing === "yes" ? "" : crossing === "unknown" ? " (nobody can tell whether it gets there)" : "";
  inquiry.step(by, `${spelled(target)} is asked${reached}`, by);
  if (server === undefined)
    return [inquiry.ends("unknown", `what answers at ${spelled(target)} is not known`)];
  const before = inquiry.settings.client;
  inquiry.settings.client = from.length === 1 ? from[0] : undefined;
  try {
    return inquiry.ask(server, asked);
  } finally {
    inquiry.settings.client = before;
  }
}

/** Addresses that questions leave from: those of the endpoint of a rule. */
export function outletsOf(
  inquiry: Pick<Inquiry, "names" | "label">,
  rule: string,
): { from: string[]; ended?: string } {
  const { names } = inquiry;
  const [id] = idsOf(names, rule, "endpoint");
  const endpoint = id === undefined ? undefined : (names.graph.node(id) as EstateNode<"resolver-endpoint">);
  if (endpoint === undefined) return { from: [] };
  const status = endpoint.is.status ?? "operational";
  if (status === "deleting" || status === "deleted" || status === "action-needed")
    return { from: [], ended: `the endpoint ${endpoint.label} is ${status}` };
  return { from: (endpoint.is.addresses ?? []).flatMap(({ addresses }) => addresses).sort() };
}

function spelled({ address, port }: Target): string {
  return port === 53 ? address : address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
