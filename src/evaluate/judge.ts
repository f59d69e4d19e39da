import type { Graph } from "../graph/index.js";
import {
  type Derived,
  type EstateNode,
  type Finding,
  type Gap,
  gapOf,
  type Outcome,
  type PolicyMeta,
} from "../model/index.js";
import type { CompiledPolicies, Group } from "./compiled.js";
import { DocumentBuilder, type InputDocument, planOf, type ReadPlan } from "./documents.js";
import type { Exceptions } from "./exceptions.js";
import { findingsOf, MalformedFinding } from "./findings.js";
import { GapIndex } from "./gap-index.js";
import { Placeholders } from "./placeholders.js";
import { Engine, type GroupResult, PolicyStopped } from "./runtime.js";
import { undecidedOf } from "./undecided.js";

/** What is judged, and by what. */
export interface Case {
  readonly graph: Graph;
  readonly derived: Derived;
  readonly compiled: CompiledPolicies;
  /** The policies that take part, with the severities that hold. */
  readonly policies: ReadonlyMap<string, PolicyMeta>;
  readonly exceptions: Exceptions;
}

/** Takes outcomes one by one, and the gaps that judging itself found. */
export interface Sink {
  outcome(outcome: Outcome): void;
  gap(gap: Gap): void;
}

const MOST_REMEMBERED = 20_000;
const encoder = new TextEncoder();

/** Judges every subject of every group; subjects come by kind and id, so the order is always the same. */
export async function judgeAll(given: Case, sink: Sink): Promise<void> {
  const engines = new Engines(given.compiled);
  for (const group of given.compiled.manifest.entrypoints) {
    const judge = new GroupJudge(given, group, sink);
    if (judge.policies.length === 0) continue;
    for (const id of given.graph.each(group.kind)) {
      const subject = given.graph.node(id);
      if (subject !== undefined) judge.subject(subject, await engines.current());
      if (judge.stopped) engines.renew();
    }
    judge.missing();
  }
}

/** An engine that trapped may be in any state: it is replaced before the next document. */
class Engines {
  private engine: Engine | undefined;

  constructor(private readonly compiled: CompiledPolicies) {}

  async current(): Promise<Engine> {
    this.engine ??= await Engine.load(this.compiled.wasm, this.compiled.data);
    return this.engine;
  }

  renew(): void {
    this.engine = undefined;
  }
}

class GroupJudge {
  readonly policies: readonly PolicyMeta[];
  stopped = false;
  private readonly builder: DocumentBuilder;
  private readonly gaps: GapIndex;
  private readonly plans = new Map<string, { applying: PolicyMeta[]; plan: ReadPlan }>();
  private readonly remembered = new Map<string, GroupResult>();

  constructor(
    private readonly given: Case,
    private readonly group: Group,
    private readonly sink: Sink,
  ) {
    this.policies = group.policies.flatMap((id) => given.policies.get(id) ?? []);
    this.builder = new DocumentBuilder(given.graph, given.derived);
    this.gaps = new GapIndex(given.graph.gaps, given.derived);
  }

  subject(subject: EstateNode, engine: Engine): void {
    const { applying, plan } = this.planFor(subject.type);
    this.stopped = false;
    if (applying.length === 0) return;
    const places = this.group.opaque ? new Placeholders() : undefined;
    const document = this.builder.build(subject, plan, places);
    try {
      const result = this.result(document, places, engine);
      for (const policy of applying) this.outcome({ policy, subject, document }, result);
    } catch (error) {
      if (!(error instanceof PolicyStopped)) throw error;
      this.stopped = true;
      for (const policy of applying)
        this.stop({ policy, subject, document }, `was stopped: ${error.message}`);
    }
  }

  /** One undecided outcome for each place where subjects may be missing. */
  missing(): void {
    for (const policy of this.policies) {
      for (const undecided of undecidedOf(this.given.graph, policy, this.gaps.missingSubjects(policy))) {
        this.sink.outcome({ status: "unknown", policy: policy.id, subject: undecided.subject.id, undecided });
      }
    }
  }

  /** Documents are the same for all subjects of one type: what applies, and what is read. */
  private planFor(type: string): { applying: PolicyMeta[]; plan: ReadPlan } {
    const known = this.plans.get(type);
    if (known !== undefined) return known;
    const applying = this.policies.filter(({ types }) => types.length === 0 || types.includes(type));
    const facts = this.given.derived.names(this.group.kind);
    const reads = [...new Set(applying.flatMap((policy) => policy.reads))];
    const made = { applying, plan: planOf(reads, facts) };
    this.plans.set(type, made);
    return made;
  }

  private result(document: InputDocument, places: Placeholders | undefined, engine: Engine): GroupResult {
    const json = JSON.stringify(document.value);
    const { name } = this.group;
    if (places === undefined) return engine.judge(encoder.encode(json), name);
    const shareable = !places.clash(json);
    const known = shareable ? this.remembered.get(json) : undefined;
    const result = known ?? engine.judge(encoder.encode(json), name);
    if (shareable && known === undefined) {
      if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
      this.remembered.set(json, result);
    }
    return Object.keys(result.f).length === 0 ? result : places.restore(result);
  }

  private outcome(verdict: Verdict, { f, na }: GroupResult): void {
    const { policy, subject } = verdict;
    const id = policy.id;
    if (na.includes(id)) this.sink.outcome({ status: "notApplicable", policy: id, subject: subject.id });
    else this.settle(verdict, Object.hasOwn(f, id) ? (f[id] ?? []) : []);
  }

  private settle(verdict: Verdict, returned: readonly unknown[]): void {
    const { policy, subject, document } = verdict;
    const id = policy.id;
    const findings = this.findings(verdict, returned);
    if (findings === undefined) return;
    const gaps =
      findings.length === 0 || policy.complete ? this.gaps.touching(policy, subject, document) : [];
    if (gaps.length > 0) this.undecided(verdict, gaps);
    else if (findings.length === 0) this.sink.outcome({ status: "pass", policy: id, subject: subject.id });
    else this.failed(verdict, findings);
  }

  /** Undefined where the policy returned what is no finding: then it was stopped. */
  private findings(verdict: Verdict, returned: readonly unknown[]): Finding[] | undefined {
    try {
      return findingsOf(this.given.graph, verdict.policy, verdict.subject)(returned);
    } catch (error) {
      if (!(error instanceof MalformedFinding)) throw error;
      this.stop(verdict, error.message);
      return undefined;
    }
  }

  private failed({ policy, subject }: Verdict, findings: readonly Finding[]): void {
    const settled = findings.map((finding) => this.given.exceptions.applied(finding, subject));
    const status = settled.every(({ exception }) => exception !== undefined) ? "excepted" : "fail";
    this.sink.outcome({ status, policy: policy.id, subject: subject.id, findings: settled });
  }

  private undecided({ policy, subject, document }: Verdict, gaps: readonly Gap[]): void {
    for (const gap of [...document.factGaps.values()].flat()) this.sink.gap(gap);
    const [undecided] = undecidedOf(this.given.graph, policy, gaps, subject);
    if (undecided !== undefined) {
      this.sink.outcome({ status: "unknown", policy: policy.id, subject: subject.id, undecided });
    }
  }

  private stop(verdict: Verdict, what: string): void {
    const { policy, subject } = verdict;
    const gap = gapOf({
      reason: "policy-stopped",
      message: `policy ${policy.id} ${what}`,
      at: { source: "policies", uri: policy.file, line: policy.line },
      touches: { nodes: [subject.id] },
    });
    this.sink.gap(gap);
    this.undecided(verdict, [gap]);
  }
}

interface Verdict {
  readonly policy: PolicyMeta;
  readonly subject: EstateNode;
  readonly document: InputDocument;
}
