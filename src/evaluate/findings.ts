import {
  canonicalJson,
  type EstateNode,
  type Evidence,
  type Finding,
  fingerprint,
  isObject,
  type LastChange,
  type NodeRef,
  type PolicyMeta,
  SEVERITIES,
  type Severity,
} from "../model/index.js";

/** Characters of a message or a step of evidence. */
const MOST_TEXT = 2000;
const MOST_EVIDENCE = 100;

export function refOf({ id, kind, type, label, scope, at }: EstateNode): NodeRef {
  return { id, kind, type, label, scope, at };
}

/** Why what a policy returned is no finding; the policy is at fault. */
export class MalformedFinding extends Error {
  override readonly name = "MalformedFinding";
}

/** Where a policy's answer is read: for which subject, and how its ids and labels are put back. */
export interface Reading {
  node(id: string): EstateNode | undefined;
  readonly policy: PolicyMeta;
  /** The configuration says how severe the policy's findings are, whatever they say themselves. */
  readonly fixed: boolean;
  readonly subject: EstateNode;
  restored(text: string): string;
}

/** A finding but for the state of its subject. */
export type Found = Omit<Finding, "state">;

/** Makes findings of what a policy returned for one subject, sorted by key. Throws MalformedFinding. */
export function findingsOf(reading: Reading, returned: readonly unknown[]): Found[] {
  const findings = new Map<string, Found>();
  for (const raw of returned) {
    const finding = findingOf(reading, raw);
    const known = findings.get(finding.id);
    if (known !== undefined && canonicalJson(known) !== canonicalJson(finding)) {
      throw new MalformedFinding(`returned two findings with the key ${JSON.stringify(finding.key)}`);
    }
    findings.set(finding.id, finding);
  }
  return [...findings.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function findingOf(reading: Reading, raw: unknown): Found {
  if (!isObject(raw)) throw new MalformedFinding("returned a finding that is not an object");
  const { policy, subject } = reading;
  const key = stated(reading, raw, "key");
  const cause = typeof raw["cause"] === "string" ? reading.node(reading.restored(raw["cause"])) : undefined;
  return {
    id: fingerprint([policy.id, subject.id, key]),
    policy: policy.id,
    severity: severityOf(reading, raw["severity"]),
    subject: refOf(subject),
    key: key.replace(CONTROL, "\ufffd"),
    message: plain(stated(reading, raw, "message")),
    evidence: [...evidence(reading, raw["evidence"]), ...changed(cause)],
    cause: { ...refOf(cause ?? subject), ...lastChangeOf(cause) },
  };
}

/** A finding may be more or less severe than its policy as a rule is. */
function severityOf({ policy, fixed }: Reading, told: unknown): Severity {
  if (told === undefined) return policy.severity;
  const own = SEVERITIES.find((severity) => severity === told);
  if (own === undefined)
    throw new MalformedFinding(`returned a finding whose severity is none of ${SEVERITIES.join(", ")}`);
  return fixed ? policy.severity : own;
}

function stated(reading: Reading, raw: Readonly<Record<string, unknown>>, member: "key" | "message"): string {
  const text = raw[member];
  if (typeof text !== "string" || text === "")
    throw new MalformedFinding(`returned a finding without a ${member}`);
  return reading.restored(text);
}

function evidence(reading: Reading, steps: unknown): Evidence[] {
  if (!Array.isArray(steps)) return [];
  const told = steps.slice(0, MOST_EVIDENCE).map((step) => evidenceOf(reading, step));
  const more = steps.length - told.length;
  return more > 0 ? [...told, { text: `and ${more} more` }] : told;
}

/** Who made the rule what it is that would have to be mended, where somebody looked that up. */
function lastChangeOf(cause: EstateNode | undefined): { lastChange?: LastChange } {
  const told = cause?.kind === "rule" ? (cause as EstateNode<"rule">).is.lastChange : undefined;
  return told === undefined ? {} : { lastChange: told };
}

function changed(cause: EstateNode | undefined): Evidence[] {
  const { lastChange } = lastChangeOf(cause);
  if (cause === undefined || lastChange === undefined) return [];
  const { who, when, from, event } = lastChange;
  const text = plain(`last changed by ${who}${from === null ? "" : ` from ${from}`} on ${when} (${event})`);
  return [{ text, node: cause.id }];
}

/** A step is a node's id, or an object with `text` and perhaps `node`; the place comes from the graph. */
function evidenceOf({ node: find, restored }: Reading, step: unknown): Evidence {
  const { text, node: name } = isObject(step) ? step : { text: undefined, node: step };
  const id = typeof name === "string" ? restored(name) : undefined;
  const said = typeof text === "string" ? restored(text) : undefined;
  const node = id === undefined ? undefined : find(id);
  if (node !== undefined) return { text: plain(said ?? node.label), node: node.id, at: node.at };
  return { text: plain(said ?? id ?? restored(JSON.stringify(step) ?? "")) };
}

// Control characters steer terminals and break lines; a message is one line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a report
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

function plain(text: string): string {
  const clean = text.replace(CONTROL, " ");
  return clean.length > MOST_TEXT ? `${clean.slice(0, MOST_TEXT - 1).toWellFormed()}…` : clean;
}
