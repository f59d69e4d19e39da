import type { Bench } from "./bench.js";
import type { Group } from "./compiled.js";
import { type GroupResult, GroupResults } from "./group-result.js";
import { type Answer, PolicyStopped } from "./policy-stopped.js";

/** What the policies of a group say of one document, and which of them could not finish, and why. */
export interface Verdict extends GroupResult {
  readonly stopped: ReadonlyMap<string, string>;
}

const GIVEN_UP = new PolicyStopped("it did not end on other documents");
/** A policy that did not end on so many documents is not asked again. */
const MOST_ENDLESS = 2;
const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Asks the engine about the documents of one group. Where the group as a whole is stopped, each of its
 * policies is asked by itself, so that one that traps does not silence the others.
 */
export class Verdicts {
  private readonly results = new GroupResults();
  private readonly verdicts = new WeakMap<GroupResult, Verdict>();
  private readonly endless = new Map<string, number>();

  constructor(
    private readonly bench: Bench,
    private readonly group: Group,
  ) {}

  ask(document: string, done: (verdict: Verdict) => void): void {
    const { name, policies } = this.group;
    if (policies.some((id) => this.struck(id))) this.askEach(document, done);
    else {
      this.submit({ entrypoint: name, document, policies }, (answer) => {
        if (answer instanceof PolicyStopped) this.groupStopped({ document, answer }, done);
        else done(answer);
      });
    }
  }

  private groupStopped(
    stop: { document: string; answer: PolicyStopped },
    done: (verdict: Verdict) => void,
  ): void {
    const { policies } = this.group;
    if (policies.length > 1 && policies.every((id) => this.bench.entrypoints.has(single(id)))) {
      this.askEach(stop.document, done);
      return;
    }
    if (stop.answer.endless) for (const id of policies) this.count(id);
    const stopped = new Map(policies.map((id) => [id, stop.answer.message]));
    done({ findings: new Map(), notApplicable: new Set(), stopped });
  }

  private askEach(document: string, done: (verdict: Verdict) => void): void {
    const findings = new Map<string, readonly unknown[]>();
    const notApplicable = new Set<string>();
    const stopped = new Map<string, string>();
    let open = this.group.policies.length;
    const settle = () => {
      open--;
      if (open === 0) done({ findings, notApplicable, stopped });
    };
    for (const id of this.group.policies) {
      if (this.struck(id) || !this.bench.entrypoints.has(single(id))) {
        stopped.set(id, GIVEN_UP.message);
        settle();
        continue;
      }
      this.submit({ entrypoint: single(id), document, policies: [id] }, (answer) => {
        if (answer instanceof PolicyStopped) {
          if (answer.endless) this.count(id);
          stopped.set(id, answer.message);
        } else {
          for (const [policy, found] of answer.findings) findings.set(policy, found);
          for (const policy of answer.notApplicable) notApplicable.add(policy);
        }
        settle();
      });
    }
  }

  private submit(
    { policies, ...task }: { entrypoint: string; document: string; policies: readonly string[] },
    done: (answer: Verdict | PolicyStopped) => void,
  ): void {
    const moot = () => (policies.some((id) => this.struck(id)) ? GIVEN_UP : undefined);
    this.bench.submit({ ...task, moot, answered: (answer) => done(this.read(answer)) });
  }

  private read(answer: Answer): Verdict | PolicyStopped {
    if (answer instanceof PolicyStopped) return answer;
    try {
      const result = this.results.read(answer);
      const known = this.verdicts.get(result) ?? { ...result, stopped: NONE };
      this.verdicts.set(result, known);
      return known;
    } catch (error) {
      if (error instanceof PolicyStopped) return error;
      throw error;
    }
  }

  private struck(id: string): boolean {
    return (this.endless.get(id) ?? 0) >= MOST_ENDLESS;
  }

  private count(id: string): void {
    this.endless.set(id, (this.endless.get(id) ?? 0) + 1);
  }
}

/** The entry point that judges by one policy alone (src/rego/compiler); absent from the manifest's groups. */
function single(policy: string): string {
  return `causeway/policy/${policy}/result`;
}
