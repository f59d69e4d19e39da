import type { Graph } from "../graph/index.js";
import type { Derived, EstateNode, PolicyMeta, Severity } from "../model/index.js";
import type { Bench } from "./bench.js";
import type { CompiledPolicies } from "./compiled.js";
import type { Exceptions } from "./exceptions.js";
import { GapIndex } from "./gap-index.js";
import { GroupJudge } from "./group-judge.js";
import { Aliases } from "./identities.js";
import type { Sink } from "./sink.js";

/** What is judged, and by what. */
export interface Case {
  readonly graph: Graph;
  readonly derived: Derived;
  readonly compiled: CompiledPolicies;
  /** The policies that take part, with the severities that hold. */
  readonly policies: ReadonlyMap<string, PolicyMeta>;
  /** Severities that the configuration sets, by policy; already in the policies. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly exceptions: Exceptions;
  readonly sink: Sink;
  /** False judges every document, also copies of one judged already. */
  readonly share: boolean;
  /** Told now and then how many subjects were taken up. */
  readonly progress?: (subjects: number) => void;
}

const TOLD_EVERY = 1024;

/** Judges every subject of every group of policies. Outcomes come in no particular order. */
export async function judgeAll(given: Case, bench: Bench): Promise<void> {
  const gaps = new GapIndex(given.graph);
  const share = given.share && !Aliases.builtInto(given.compiled);
  const judges = given.compiled.manifest.entrypoints
    .map((group) => new GroupJudge({ ...given, share }, { group, bench, gaps }))
    .filter(({ policies }) => policies.length > 0);
  let subjects = 0;
  for (const judge of judges) {
    for (const subject of subjectsOf(given.graph, judge)) {
      const prepared = judge.prepare(subject);
      if (prepared !== undefined) judge.judge(prepared);
      subjects++;
      if (subjects % TOLD_EVERY === 0) given.progress?.(subjects);
      const room = bench.room();
      if (room !== undefined) await room;
    }
    judge.forget();
  }
  await bench.settled();
  given.progress?.(subjects);
  for (const judge of judges) judge.close();
}

function* subjectsOf(graph: Graph, { kind }: GroupJudge): Iterable<EstateNode> {
  for (const id of graph.each(kind)) {
    const node = graph.node(id);
    if (node !== undefined) yield node;
  }
}
