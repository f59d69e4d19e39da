import type { Graph } from "../graph/index.js";
import type { Derived, JsonObject, Manifest } from "../model/index.js";
import { DocumentBuilder, planOf } from "./documents.js";

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
  const reads = [...new Set(policies.flatMap((meta) => meta.reads))];
  return new DocumentBuilder(graph, derived).build(node, planOf(reads, derived.names(node.kind))).value;
}
