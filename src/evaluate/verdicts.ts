import type { Group } from "./compiled.js";
import { type GroupResult, GroupResults } from "./group-result.js";
import { type Answer, PolicyStopped } from "./policy-stopped.js";

/** What the policies of a group say of one document, which of them could not finish and why, and which never would. */
export interface Verdict extends GroupResult {
  readonly stopped: ReadonlyMap<string, string>;
  readonly endless: readonly string[];
}

/** A document before the engine: JSON text, and its digest. */
export interface Question {
  readonly entrypoint: string;
  readonly document: string;
  readonly key: string;
}

/** What judges one document by one entry point. */
export interface Asked {
  readonly entrypoints: ReadonlySet<string>;
  judge(question: Question): Answer;
}

const GIVEN_UP = "it did not end on other documents";
const NONE: Pick<Verdict, "stopped" | "endless"> = { stopped: new Map(), endless: [] };

/**
 * Asks the engine about the documents of one group. Where the group as a whole is stopped, each of its
 * policies is asked by itself, so that one that traps does not silence the others.
 */
export class Verdicts {
  private readonly results = new GroupResults((result): Verdict => ({ ...result, ...NONE }));

  constructor(
    private readonly engine: Asked,
    private readonly group: Group,
  ) {}

  /** `struck` policies are not asked. */
  ask(document: Omit<Question, "entrypoint">, struck: (policy: string) => boolean): Verdict {
    const { name, policies } = this.group;
    if (policies.some(struck)) return this.each(document, struck);
    const answer = this.read({ ...document, entrypoint: name });
    if (!(answer instanceof PolicyStopped)) return answer;
    const apart = policies.length > 1 && policies.every((id) => this.engine.entrypoints.has(single(id)));
    if (apart) return this.each(document, struck);
    return {
      findings: new Map(),
      notApplicable: new Set(),
      stopped: new Map(policies.map((id) => [id, answer.message])),
      endless: answer.endless ? policies : [],
    };
  }

  private each(document: Omit<Question, "entrypoint">, struck: (policy: string) => boolean): Verdict {
    const findings = new Map<string, readonly unknown[]>();
    const notApplicable = new Set<string>();
    const stopped = new Map<string, string>();
    const endless: string[] = [];
    for (const id of this.group.policies) {
      const entrypoint = single(id);
      const given = struck(id) || !this.engine.entrypoints.has(entrypoint);
      const answer = given ? new PolicyStopped(GIVEN_UP) : this.read({ ...document, entrypoint });
      if (answer instanceof PolicyStopped) {
        stopped.set(id, answer.message);
        if (answer.endless) endless.push(id);
      } else {
        for (const [policy, found] of answer.findings) findings.set(policy, found);
        for (const policy of answer.notApplicable) notApplicable.add(policy);
      }
    }
    return { findings, notApplicable, stopped, endless };
  }

  private read(question: Question): Verdict | PolicyStopped {
    const answer = this.engine.judge(question);
    if (answer instanceof PolicyStopped) return answer;
    try {
      return this.results.read(answer);
    } catch (error) {
      if (error instanceof PolicyStopped) return error;
      throw error;
    }
  }
}

/** The entry point that judges by one policy alone (src/rego/compiler); absent from the manifest's groups. */
function single(policy: string): string {
  return `causeway/policy/${policy}/result`;
}
