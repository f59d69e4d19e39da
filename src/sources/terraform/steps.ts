import type { Batch, Change, EstateNode, Gap, JsonObject, Kind } from "../../model/index.js";
import { normalizeOutput, type Place, placeOf } from "../aws/index.js";
import type { Planned } from "./planned.js";

/**
 * The order in which changes are laid over the estate: what goes before what comes, parts before wholes when
 * they go and wholes before parts when they come. So a rule that moves from one resource to another of the
 * same content is there afterwards.
 */
const PHASES = [
  "remove-rule",
  "remove-filter",
  "remove-subnet",
  "remove-network",
  "clear",
  "put-network",
  "put-subnet",
  "put-filter",
  "put-rule",
  "link",
  "blind",
] as const;

export type Phase = (typeof PHASES)[number];

export interface Step {
  readonly phase: Phase;
  readonly change: Change;
}

export function inOrder(steps: readonly Step[]): Change[] {
  return PHASES.flatMap((phase) => steps.filter((step) => step.phase === phase)).map(({ change }) => change);
}

/** Hands an output in the API's shape to the normalizer that reads live answers too. */
export function normalized(planned: Planned, call: string, output: JsonObject): Batch {
  const { where, at } = planned;
  const [service = "", operation = ""] = call.split(":");
  const place: Place = {
    ...placeOf({ source: "terraform", service, operation, input: {}, output, uri: at.uri, ...where }),
    at: (_pointer, id) => (id === undefined ? at : { ...at, id }),
  };
  return normalizeOutput(call, output, place);
}

export function puts(phase: Phase, { at }: Planned, { nodes, edges, gaps }: Batch): Step[] {
  const blind = gaps.map(blindStep);
  if (nodes.length === 0 && edges.length === 0) return blind;
  return [{ phase, change: { op: "put", nodes, edges, at } }, ...blind];
}

export function removal(
  phase: Phase,
  { at }: Planned,
  { target, kind }: { target: string; kind: Kind },
): Step {
  return { phase, change: { op: "remove", target, kind, at } };
}

export function blindStep(gap: Gap): Step {
  return { phase: "blind", change: { op: "blind", gap } };
}

/** Only the rules of a batch: for resources that own a rule and not the filter. */
export function rulesOnly({ nodes, edges, gaps }: Batch): Batch {
  const rules = nodes.filter(({ kind }) => kind === "rule");
  const ids = new Set(rules.map(({ id }) => id));
  return { nodes: rules, edges: edges.filter(({ from }) => ids.has(from)), gaps };
}

/** Removals of the rules that stood before and do not stand after. */
export function ruleRemovals(planned: Planned, before: Batch, after: Batch): Step[] {
  const stay = new Set(after.nodes.map(({ id }) => id));
  return before.nodes
    .filter(({ kind, id }) => kind === "rule" && !stay.has(id))
    .map((node) => removal("remove-rule", planned, { target: nameOf(node, planned), kind: "rule" }));
}

/** Without account or Region the id that is made of them fits nothing; the provider's own id may. */
function nameOf({ id, aliases }: EstateNode, { where }: Planned): string {
  const placed = where.account !== undefined && where.region !== undefined;
  return placed ? id : (aliases[0] ?? id);
}

/** A node of the running estate with other facts, and without its edges, which stay. */
export function withFacts<K extends Kind>(
  node: EstateNode<K>,
  is: EstateNode<K>["is"],
  { at }: Planned,
): EstateNode<K> {
  return { ...node, is: { ...node.is, ...is }, at };
}
