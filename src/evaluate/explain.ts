import type { Graph } from "../graph/index.js";
import type { Derived, JsonObject, Manifest } from "../model/index.js";
import { Documents } from "./documents.js";
import { planReads } from "./read-plan.js";

export interface ExplainOptions {
  readonly graph: Graph;
  readonly derived: Derived;
  readonly manifest: Manifest;
  /** Node id. */
  readonly subject: string;
  /** Only what this policy reads; all policies of the subject's kind otherwise. */
  readonly policy?: string;
}

/** The exact input document of a subject. */
export function explainDocument({ graph, derived, manifest, subject, policy }: ExplainOptions): JsonObject {
  const node = graph.node(subject);
  if (node === undefined) throw new Error(`there is no node ${subject}`);
  const policies = manifest.policies.filter(
    ({ id, subject: kind, types }) =>
      (policy === undefined ? kind === node.kind : id === policy) &&
      (types.length === 0 || types.includes(node.type)),
  );
  const plan = planReads(policies, node.kind, derived);
  return JSON.parse(new Documents(graph, derived).draft(node, plan).exact()) as JsonObject;
}
