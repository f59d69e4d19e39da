import type { Graph } from "../graph/index.js";
import {
  type EstateNode,
  fingerprint,
  type Gap,
  type NodeRef,
  type PolicyMeta,
  type Undecided,
} from "../model/index.js";
import { refOf } from "./findings.js";

interface Undecidable {
  readonly policy: PolicyMeta;
  readonly gaps: readonly Gap[];
  readonly subject?: EstateNode;
}

/**
 * The undecided outcomes of a policy that these gaps make: one on the subject, or, where subjects may
 * be missing, one on each place that the gaps name.
 */
export function undecidedOf(graph: Graph, { policy, gaps, subject }: Undecidable): Undecided[] {
  const bySubject = new Map<string, { ref: NodeRef; gaps: string[] }>();
  for (const gap of gaps) {
    const ref = subject === undefined ? placeOf(graph, gap) : refOf(subject);
    const known = bySubject.get(ref.id) ?? { ref, gaps: [] };
    known.gaps.push(gap.id);
    bySubject.set(ref.id, known);
  }
  return [...bySubject.values()].map(({ ref, gaps: ids }) => ({
    id: fingerprint(["undecided", policy.id, ref.id]),
    policy: policy.id,
    severity: policy.severity,
    subject: ref,
    gaps: [...new Set(ids)].sort(),
  }));
}

/** The node of the place that a gap names, made up where the graph has none. */
function placeOf(graph: Graph, { touches, at }: Gap): NodeRef {
  const { account, region, site } = touches;
  if (site !== undefined)
    return known(graph, site) ?? made("site", site, { provider: "on-premises", site }, at);
  if (account === undefined) {
    return made(
      "estate",
      region === undefined ? "the estate" : region,
      { provider: "estate", ...(region === undefined ? {} : { region }) },
      at,
    );
  }
  if (region === undefined)
    return known(graph, account) ?? made("account", account, { provider: "aws", account }, at);
  const id = `aws:region:${account}:${region}`;
  return (
    known(graph, id) ?? made("region", `${region} of ${account}`, { provider: "aws", account, region }, at)
  );
}

function known(graph: Graph, name: string): NodeRef | undefined {
  const [node] = graph.find(name);
  return node === undefined ? undefined : refOf(node);
}

type MadeKind = "site" | "estate" | "account" | "region";

function made(kind: MadeKind, label: string, ...[scope, at]: [NodeRef["scope"], NodeRef["at"]]): NodeRef {
  const id = ["causeway", kind, scope.account, scope.region, scope.site]
    .filter((part) => part !== undefined)
    .join(":");
  return { id, kind, type: `causeway.${kind}`, label, scope, at };
}
