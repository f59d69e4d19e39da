// One measurement in one process: `node measure.mjs '{"subjects":1000,"different":true}'` prints JSON.
// Counted: from the text of the documents to outcomes, on one thread. The yardstick: a warm JSON.parse of
// the same texts, in the same run, some subjects at a time in the order of the product. Writing is timed by itself.
// Before anything is counted the same engine judges another estate of that sort, of one size whatever is measured:
// so the judge is as warm at a thousand subjects as at a million, as the yardstick is. Times are the processor's, of
// all threads that the engine of JavaScript has for itself: what else the machine does is not in them.
import { derive } from "../../../dist/derive/index.js";
import { blocksOf } from "../../../dist/evaluate/blocks.js";
import { Exceptions } from "../../../dist/evaluate/exceptions.js";
import { GapIndex } from "../../../dist/evaluate/gap-index.js";
import { GroupJudge } from "../../../dist/evaluate/group-judge.js";
import { LocalEngine } from "../../../dist/evaluate/local-engine.js";
import { Memo } from "../../../dist/evaluate/memo.js";
import { Notes } from "../../../dist/evaluate/notes.js";
import { assemble } from "../../../dist/graph/index.js";
import { createSpillStore } from "../../../dist/snapshot/index.js";
import { estate, SUBJECTS_PER_CELL } from "./estate.mjs";
import { compiledPolicies } from "./policies.mjs";

/** `passes`: the median of so many is told. `each`: of the estate's blocks one in so many is judged. */
const { subjects, different, passes, each: every } = { passes: 1, each: 1, ...JSON.parse(process.argv[2]) };
/** Subjects whose documents are written, parsed and judged in turn: the product judges each one before the next. */
const TURN = 32;
/** Subjects of the estate that is judged before anything is counted. */
const WARM = 10_000;
const compiled = compiledPolicies();
const policies = new Map(compiled.manifest.policies.map((meta) => [meta.id, meta]));
const groups = compiled.manifest.entrypoints.map(({ kind }, group) => ({ group, kind }));
const engine = new LocalEngine(compiled);
let judged = 0;
const asked = engine.judge.bind(engine);
engine.judge = (question) => {
  judged++;
  return asked(question);
};

function estateOf(count) {
  const store = createSpillStore();
  const graph = assemble(estate(Math.ceil(count / SUBJECTS_PER_CELL), { different }), { store });
  return { store, graph, gaps: new GapIndex(graph), derived: derive(graph) };
}

/**
 * Judges the estate once, beginning with nothing remembered; one block in so many. Not the first: what is at home in
 * no network comes first, accounts among them, and would count for too much.
 */
function pass({ graph, derived, gaps }, each = 1) {
  const told = { parse: 0, judge: 0, write: 0, documents: 0, characters: 0, outcomes: new Map() };
  judged = 0;
  const [notes, memo] = [new Notes(), new Memo()];
  const exceptions = new Exceptions([], "2026-01-01");
  const given = { graph, derived, policies, severities: {}, exceptions, sink: notes, share: true };
  const judges = compiled.manifest.entrypoints.map(
    (group) => new GroupJudge(given, { group, engine, gaps, memo }),
  );
  let block = 0;
  for (const slices of blocksOf(graph, groups)) {
    if (block++ % each !== each >> 1) continue;
    for (const { group, positions } of slices) {
      for (let from = 0; from < positions.length; from += TURN)
        turn(judges[group], { graph, positions: positions.subarray(from, from + TURN) }, told);
      take(notes, told.outcomes);
    }
  }
  return { ...told, judged };
}

function turn(judge, { graph, positions }, told) {
  const counted = (part, work) => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    told[part] += (user + system) / 1000;
  };
  let prepared = [];
  counted("write", () => {
    for (const position of positions) prepared.push(judge.prepare(graph.at(judge.kind, position)));
  });
  prepared = prepared.filter((each) => each !== undefined);
  // Flat strings, so that neither side pays for joining them.
  for (const each of prepared) told.characters += Buffer.byteLength(each.document);
  told.documents += prepared.length;
  for (const each of prepared) JSON.parse(each.document);
  counted("parse", () => {
    for (const each of prepared) JSON.parse(each.document);
  });
  counted("judge", () => {
    for (const each of prepared) judge.judge(each);
    judge.finish();
  });
}

function take(notes, outcomes) {
  for (const [, status, count] of notes.take().counts)
    outcomes.set(status, (outcomes.get(status) ?? 0) + count);
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

const warm = estateOf(WARM);
// The very first documents of a process, for those who ask what it costs before it is warm.
const cold = pass(warm, 8);
pass(warm);
warm.store.close();
const started = performance.now();
const measured = estateOf(subjects);
const assembled = performance.now() - started;
// What is prepared once for an estate is not spread over documents: the whole scans have it.
pass(measured, Number.POSITIVE_INFINITY);
const all = Array.from({ length: passes }, () => pass(measured, every));
const { documents, characters, outcomes } = all[0];
const of = (part) => median(all.map((told) => told[part]));
const sum = (status) => outcomes.get(status) ?? 0;
console.log(
  JSON.stringify({
    subjects,
    different,
    nodes: measured.graph.size,
    passes,
    each: every,
    documents,
    judged: all[0].judged,
    characters,
    parse: of("parse"),
    judge: of("judge"),
    write: of("write"),
    ratio: median(all.map((told) => told.judge / told.parse)),
    cold: { documents: cold.documents, parse: cold.parse, judge: cold.judge },
    assembled,
    outcomes: {
      fail: sum("fail"),
      pass: sum("pass"),
      unknown: sum("unknown"),
      notApplicable: sum("notApplicable"),
    },
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
