import type { Graph } from "../graph/index.js";
import type { Derived, Finding, PolicyMeta } from "../model/index.js";
import type { CompiledPolicies } from "./compiled.js";
import { LocalEngine } from "./local-engine.js";
import { Shard } from "./shard.js";

interface Explained {
  readonly graph: Graph;
  readonly derived: Derived;
  readonly compiled: CompiledPolicies;
  /** Node id. */
  readonly subject: string;
  /** Those that judge. */
  readonly policies: readonly PolicyMeta[];
}

/** What policies find in one subject, as a scan would without exceptions; by policy and key. */
export function explainFindings({ graph, derived, compiled, subject, policies }: Explained): Finding[] {
  const node = graph.node(subject);
  if (node === undefined) throw new Error(`there is no node ${subject}`);
  const { manifest } = compiled;
  const taking = new Map(policies.map((policy) => [policy.id, policy]));
  const terms = { manifest, policies: taking, severities: {}, exceptions: [], today: "", share: false };
  const shard = new Shard(terms, { graph, derived, engine: new LocalEngine(compiled) });
  const positions = Int32Array.of(graph.ids(node.kind).indexOf(subject));
  const found = manifest.entrypoints.flatMap(({ kind, policies: ids }, group) =>
    kind === node.kind && ids.some((id) => taking.has(id))
      ? shard.run({ group, positions, strikes: [] }).findings.map(([, finding]) => finding)
      : [],
  );
  return found.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ policy, key }: Finding) => `${policy} ${key}`;
