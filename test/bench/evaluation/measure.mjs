// One measurement in one process: `node measure.mjs '{"subjects":1000,"different":true}'` prints JSON.
// Counted: from the text of the documents to outcomes, on one thread. The yardstick: a warm JSON.parse of
// the same texts, in the same run, in turns of a few thousand. Writing the documents is timed by itself.
import { derive } from "../../../dist/derive/index.js";
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

const { subjects, different } = JSON.parse(process.argv[2]);
const TURN = 2000;
const compiled = compiledPolicies();
const store = createSpillStore();
const started = performance.now();
const graph = assemble(estate(Math.ceil(subjects / SUBJECTS_PER_CELL), { different }), { store });
const assembled = performance.now() - started;
const policies = new Map(compiled.manifest.policies.map((meta) => [meta.id, meta]));
const notes = new Notes();
const given = {
  graph,
  derived: derive(graph),
  policies,
  severities: {},
  exceptions: new Exceptions([], "2026-01-01"),
  sink: notes,
  share: true,
};
const engine = new LocalEngine(compiled);
const gaps = new GapIndex(graph);
const time = { parse: 0, judge: 0, write: 0 };
let [documents, characters, judged] = [0, 0, 0];

const counted = (part, work) => {
  const start = performance.now();
  work();
  time[part] += performance.now() - start;
};

function turn(judge, nodes) {
  let prepared = [];
  counted("write", () => {
    prepared = nodes.map((node) => judge.prepare(node)).filter((each) => each !== undefined);
  });
  // Flat strings, so that neither side pays for joining them.
  for (const each of prepared) characters += Buffer.byteLength(each.document);
  documents += prepared.length;
  for (const each of prepared) JSON.parse(each.document);
  counted("parse", () => {
    for (const each of prepared) JSON.parse(each.document);
  });
  counted("judge", () => {
    for (const each of prepared) judge.judge(each);
  });
}

const asked = engine.judge.bind(engine);
engine.judge = (question) => {
  judged++;
  return asked(question);
};

const outcomes = new Map();
function take() {
  for (const [, status, subjects] of notes.take().counts)
    outcomes.set(status, (outcomes.get(status) ?? 0) + subjects);
}

/** Documents of each group that are judged before anything is counted: the yardstick is warm as well. */
const WARM = 3000;

function pass(group, most) {
  const judge = new GroupJudge(given, { group, engine, gaps, memo: new Memo() });
  let nodes = [];
  let taken = 0;
  for (const id of graph.each(group.kind)) {
    if (taken++ === most) break;
    nodes.push(graph.node(id));
    if (nodes.length === TURN) {
      turn(judge, nodes);
      take();
      nodes = [];
    }
  }
  turn(judge, nodes);
  judge.finish();
  take();
}

for (const group of compiled.manifest.entrypoints) pass(group, WARM);
for (const part of Object.keys(time)) time[part] = 0;
[documents, characters, judged] = [0, 0, 0];
outcomes.clear();
for (const group of compiled.manifest.entrypoints) pass(group, Number.POSITIVE_INFINITY);
const sum = (status) => outcomes.get(status) ?? 0;
console.log(
  JSON.stringify({
    subjects,
    different,
    nodes: graph.size,
    documents,
    judged,
    characters,
    ...time,
    assembled,
    ratio: time.judge / time.parse,
    outcomes: {
      fail: sum("fail"),
      pass: sum("pass"),
      unknown: sum("unknown"),
      notApplicable: sum("notApplicable"),
    },
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
