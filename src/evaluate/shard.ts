import type { Graph } from "../graph/index.js";
import type { Derived, Manifest, PolicyException, PolicyMeta, Severity } from "../model/index.js";
import { Exceptions } from "./exceptions.js";
import { GapIndex } from "./gap-index.js";
import { GroupJudge } from "./group-judge.js";
import { Memo } from "./memo.js";
import { Notes } from "./notes.js";
import type { Slice, SliceResult } from "./slice.js";
import type { Asked, Verdict } from "./verdicts.js";

/** By what subjects are judged; the same for every thread (structured clone). */
export interface Terms {
  readonly manifest: Manifest;
  /** The policies that take part, by id, with the severities that hold. */
  readonly policies: ReadonlyMap<string, PolicyMeta>;
  /** Severities that the configuration sets, by policy; already in the policies. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly exceptions: readonly PolicyException[];
  /** YYYY-MM-DD. */
  readonly today: string;
  /** False judges every document, also copies of one judged already. */
  readonly share: boolean;
}

interface Ground {
  readonly graph: Graph;
  readonly derived: Derived;
  readonly engine: Asked;
}

/** Judges slices of subjects, all of it on one thread: walks the graph, derives, writes documents, asks the engine. */
export class Shard {
  private readonly gaps: GapIndex;
  private readonly exceptions: Exceptions;
  private readonly notes = new Notes();
  /** What was said of documents, of all groups: so that there are not as many as groups, each within its bounds. */
  private readonly memo = new Memo<Verdict>();
  private readonly judges = new Map<number, GroupJudge>();

  constructor(
    private readonly terms: Terms,
    private readonly ground: Ground,
  ) {
    this.gaps = new GapIndex(ground.graph);
    this.exceptions = new Exceptions(terms.exceptions, terms.today);
  }

  run(slice: Slice): SliceResult {
    const judge = this.judgeOf(slice.group);
    judge.begin(slice.strikes);
    for (const position of slice.positions) {
      const subject = this.ground.graph.at(judge.kind, position);
      if (subject === undefined) continue;
      this.notes.at(position);
      const prepared = judge.prepare(subject);
      if (prepared !== undefined) judge.judge(prepared);
    }
    const strikes = judge.finish();
    return { ...this.notes.take(), strikes, exceptions: this.exceptions.taken() };
  }

  private judgeOf(group: number): GroupJudge {
    const known = this.judges.get(group);
    if (known !== undefined) return known;
    const entrypoint = this.terms.manifest.entrypoints[group];
    if (entrypoint === undefined) throw new Error(`the manifest has no entry point ${group}`);
    const { graph, derived, engine } = this.ground;
    const { policies, severities, share } = this.terms;
    const { exceptions, notes: sink, gaps, memo } = this;
    const given = { graph, derived, policies, severities, share, exceptions, sink };
    const judge = new GroupJudge(given, { group: entrypoint, gaps, engine, memo });
    this.judges.set(group, judge);
    return judge;
  }
}
