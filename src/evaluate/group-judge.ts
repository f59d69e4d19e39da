import type { EstateNode, Kind, PolicyMeta } from "../model/index.js";
import type { Case } from "./case.js";
import type { Group } from "./compiled.js";
import { Documents, type Trail } from "./documents.js";
import { DocumentTooLarge, type Draft } from "./draft.js";
import type { GapIndex } from "./gap-index.js";
import { GapTouch } from "./gap-touch.js";
import { Memo } from "./memo.js";
import { type Hearing, Outcomes } from "./outcomes.js";
import { planReads, type ReadPlan } from "./read-plan.js";
import { Readers } from "./readers.js";
import type { Strike } from "./slice.js";
import { States } from "./states.js";
import { Strikes } from "./strikes.js";
import { type Asked, type Verdict, Verdicts } from "./verdicts.js";

/** The same for all subjects of one type: which policies apply, and what they read. */
interface Docket {
  readonly policies: readonly PolicyMeta[];
  readonly plan: ReadPlan;
  readonly touch: GapTouch;
}

/** A document that is ready to be judged, and for whom. */
export interface Prepared {
  readonly document: string;
  readonly hearing: Hearing;
}

interface Room {
  readonly group: Group;
  readonly gaps: GapIndex;
  readonly engine: Asked;
  /** What was said of documents, with the groups that said it. */
  readonly memo: Memo<Verdict>;
}

/** Judges the subjects of one kind by the policies of one entry point. */
export class GroupJudge {
  readonly policies: readonly PolicyMeta[];
  private readonly documents: Documents;
  private readonly verdicts: Verdicts;
  private readonly outcomes: Outcomes;
  private readonly dockets = new Map<string, Docket>();
  private strikes = new Strikes();

  constructor(
    private readonly given: Case,
    private readonly room: Room,
  ) {
    this.policies = room.group.policies.flatMap((id) => given.policies.get(id) ?? []);
    this.documents = new Documents(given.graph, given.derived);
    this.verdicts = new Verdicts(room.engine, room.group);
    this.outcomes = new Outcomes(given, new States(given.graph, given.derived));
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
    const { facts, visits: seen } = trail;
    const hearing = { policies, subject, seen, facts, touched: touch.of(trail), names: disguised?.names };
    return { hearing, document: disguised?.text ?? draft.exact() };
  }

  /** Has the document judged, and decides what comes of it. */
  judge({ document, hearing }: Prepared): void {
    const key = Memo.key(document);
    const shared = hearing.names !== undefined;
    const { memo } = this.room;
    const name = `${this.group.name} ${key}`;
    const known = shared ? memo.get(name) : undefined;
    const verdict = known ?? this.verdicts.ask({ document, key }, (id) => this.strikes.struck(id));
    if (shared && known === undefined) memo.set(name, verdict);
    this.outcomes.settle(hearing, verdict);
    for (const policy of verdict.endless) {
      // What is remembered of copies was said by a policy that is given up from here on.
      if (this.strikes.add(policy, key)) memo.clear();
    }
  }

  /** Subjects follow that come after those on which these policies did not end. */
  begin(earlier: readonly Strike[]): void {
    const strikes = new Strikes(earlier);
    if (this.group.policies.some((id) => strikes.struck(id) !== this.strikes.struck(id)))
      this.room.memo.clear();
    this.strikes = strikes;
  }

  /** What is left to say of the subjects since `begin`; gives what policies did not end on up to here. */
  finish(): readonly Strike[] {
    for (const policy of this.policies) this.outcomes.passes(policy);
    return this.strikes.list();
  }

  private get group(): Group {
    return this.room.group;
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
