import type { EstateNode, Kind, PolicyMeta } from "../model/index.js";
import type { Bench } from "./bench.js";
import type { Group } from "./compiled.js";
import { Documents, type Trail } from "./documents.js";
import { DocumentTooLarge, type Draft } from "./draft.js";
import type { GapIndex } from "./gap-index.js";
import { GapTouch } from "./gap-touch.js";
import type { Case } from "./judge.js";
import { Memo } from "./memo.js";
import { type Hearing, Outcomes } from "./outcomes.js";
import { planReads, type ReadPlan } from "./read-plan.js";
import { Readers } from "./readers.js";
import { type Verdict, Verdicts } from "./verdicts.js";

/** The same for all subjects of one type: which policies apply, and what they read. */
interface Docket {
  readonly policies: readonly PolicyMeta[];
  readonly plan: ReadPlan;
  readonly touch: GapTouch;
}

/** A document that was judged, or is being judged: then others that turned out equal wait for it. */
type Shared = Verdict | Hearing[];

/** A document that is ready to be judged, and for whom. */
export interface Prepared {
  readonly document: string;
  readonly hearing: Hearing;
}

interface Room {
  readonly group: Group;
  readonly bench: Bench;
  readonly gaps: GapIndex;
}

/** Judges the subjects of one kind by the policies of one entry point. */
export class GroupJudge {
  readonly policies: readonly PolicyMeta[];
  private readonly documents: Documents;
  private readonly verdicts: Verdicts;
  private readonly outcomes: Outcomes;
  private readonly dockets = new Map<string, Docket>();
  private readonly memo = new Memo<Shared>();

  constructor(
    private readonly given: Case,
    private readonly room: Room,
  ) {
    this.policies = room.group.policies.flatMap((id) => given.policies.get(id) ?? []);
    this.documents = new Documents(given.graph, given.derived);
    this.verdicts = new Verdicts(room.bench, room.group);
    this.outcomes = new Outcomes(given);
  }

  get kind(): Kind {
    return this.room.group.kind;
  }

  /** Writes the subject's document; undefined where no policy applies, or there can be no document. */
  prepare(subject: EstateNode): Prepared | undefined {
    const { policies, plan, touch } = this.docketOf(subject.type);
    if (policies.length === 0) return undefined;
    for (const policy of policies) this.outcomes.subject(policy);
    const trail: Trail = { visits: [], facts: new Map() };
    const draft = this.drafted(subject, plan, trail);
    if (typeof draft === "string") {
      this.outcomes.stopAll({ policies, subject }, draft);
      return undefined;
    }
    for (const { gaps } of trail.facts.values()) for (const gap of gaps) this.given.sink.gap(gap);
    const disguised = this.room.group.opaque && this.given.share ? draft.disguised() : undefined;
    const seen = trail.visits.map(({ node }) => node);
    const hearing = { policies, subject, seen, touched: touch.of(trail), names: disguised?.names };
    return { hearing, document: disguised?.text ?? draft.exact() };
  }

  /** Has the document judged; the outcomes come when that is done. */
  judge({ document, hearing }: Prepared): void {
    if (hearing.names !== undefined) this.judgeShared(document, hearing);
    else this.verdicts.ask(document, (verdict) => this.outcomes.settle(hearing, verdict));
  }

  /** No more subjects come; what is still before the engine is answered all the same. */
  forget(): void {
    this.memo.clear();
  }

  /** What is left to say when every subject was judged. */
  close(): void {
    for (const policy of this.policies) {
      this.outcomes.hidden(policy, this.room.gaps.hidingSubjects(policy));
      this.outcomes.passes(policy);
    }
  }

  private judgeShared(document: string, hearing: Hearing): void {
    const key = Memo.key(document);
    const known = this.memo.get(key);
    if (known === undefined) {
      const waiting = [hearing];
      this.memo.set(key, waiting);
      this.verdicts.ask(document, (verdict) => {
        this.memo.set(key, verdict);
        for (const each of waiting) this.outcomes.settle(each, verdict);
      });
    } else if (Array.isArray(known)) known.push(hearing);
    else this.outcomes.settle(hearing, known);
  }

  /** The document, or why there can be none. */
  private drafted(subject: EstateNode, plan: ReadPlan, trail: Trail): Draft | string {
    try {
      return this.documents.draft(subject, plan, trail);
    } catch (error) {
      if (error instanceof DocumentTooLarge) return error.message;
      // Nesting deeper than the stack, or a text longer than a string may be.
      if (error instanceof RangeError) return `the document cannot be written: ${error.message}`;
      throw error;
    }
  }

  private docketOf(type: string): Docket {
    const known = this.dockets.get(type);
    if (known !== undefined) return known;
    const { derived } = this.given;
    const policies = this.policies.filter(({ types }) => types.length === 0 || types.includes(type));
    const plan = planReads(policies, this.kind, derived);
    const readers = new Readers(plan, derived, policies);
    const made = { policies, plan, touch: new GapTouch(this.room.gaps, readers) };
    this.dockets.set(type, made);
    return made;
  }
}
