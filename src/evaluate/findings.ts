import type { Graph } from "../graph/index.js";
import {
  type EstateNode,
  type Evidence,
  type Finding,
  fingerprint,
  isObject,
  type NodeRef,
  type PolicyMeta,
} from "../model/index.js";

const MOST_TEXT = 2000;
const MOST_EVIDENCE = 100;

export function refOf({ id, kind, type, label, scope, at }: EstateNode): NodeRef {
  return { id, kind, type, label, scope, at };
}

/** Why what a policy returned is no finding; the policy is at fault. */
export class MalformedFinding extends Error {
  override readonly name = "MalformedFinding";
}

/** Makes findings of what a policy returned for one subject: identity, places, bounds. */
export function findingsOf(
  graph: Graph,
  policy: PolicyMeta,
  subject: EstateNode,
): (returned: readonly unknown[]) => Finding[] {
  return (returned) => {
    const findings = new Map<string, Finding>();
    for (const raw of returned) {
      const finding = findingOf({ graph, policy, subject }, raw);
      const known = findings.get(finding.key);
      if (known !== undefined && known.message !== finding.message) {
        throw new MalformedFinding(
          `returned two different findings with the key ${JSON.stringify(finding.key)}`,
        );
      }
      findings.set(finding.key, finding);
    }
    return [...findings.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  };
}

interface Place {
  readonly graph: Graph;
  readonly policy: PolicyMeta;
  readonly subject: EstateNode;
}

function findingOf({ graph, policy, subject }: Place, raw: unknown): Finding {
  if (!isObject(raw)) throw new MalformedFinding("returned a finding that is not an object");
  const { key, message, evidence, cause } = raw;
  if (typeof key !== "string" || key === "") throw new MalformedFinding("returned a finding without a key");
  if (typeof message !== "string" || message === "")
    throw new MalformedFinding("returned a finding without a message");
  const steps = Array.isArray(evidence) ? evidence.slice(0, MOST_EVIDENCE) : [];
  const node = typeof cause === "string" ? graph.node(cause) : undefined;
  return {
    id: fingerprint([policy.id, subject.id, key]),
    policy: policy.id,
    severity: policy.severity,
    subject: refOf(subject),
    key,
    message: plain(message),
    evidence: steps.map((step) => evidenceOf(graph, step)),
    cause: refOf(node ?? subject),
  };
}

/** A step is a node's id, or an object with `text` and perhaps `node`; the place comes from the graph. */
function evidenceOf(graph: Graph, step: unknown): Evidence {
  const id =
    typeof step === "string"
      ? step
      : isObject(step) && typeof step["node"] === "string"
        ? step["node"]
        : undefined;
  const node = id === undefined ? undefined : graph.node(id);
  const text = isObject(step) && typeof step["text"] === "string" ? step["text"] : undefined;
  if (node === undefined)
    return { text: plain(text ?? (typeof step === "string" ? step : JSON.stringify(step))) };
  return { text: plain(text ?? node.label), node: node.id, at: node.at };
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a report.
  const clean = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
  return clean.length > MOST_TEXT ? `${clean.slice(0, MOST_TEXT - 1)}…` : clean;
}
