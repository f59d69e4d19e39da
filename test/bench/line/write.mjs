// Writes the snapshot of a synthetic estate, as a collection does: `node write.mjs '{"subjects":1000,"path":"…"}'`.
import { statSync } from "node:fs";
import { createSnapshot } from "../../../dist/snapshot/index.js";
import { normalizeAnswer } from "../../../dist/sources/aws/index.js";
import { answersIn, SUBJECTS_PER_CELL } from "../evaluation/estate.mjs";

const { subjects, path } = JSON.parse(process.argv[2]);
const cells = Math.ceil(subjects / SUBJECTS_PER_CELL);
/** What a collection hands over at a time. */
const AT_ONCE = 10;

function collected(from, to) {
  const answers = Array.from({ length: to - from }, (_, index) => answersIn(from + index, false)).flat();
  const batches = answers.map((answer) => normalizeAnswer(answer));
  const ledger = answers.map(({ service, operation, account, region }) => ({
    ...{
      source: "aws",
      account,
      region,
      call: `${service}:${operation}`,
      status: "ok",
      answers: 1,
      items: 1,
    },
  }));
  const part = (name) => batches.flatMap((batch) => batch[name]);
  return { answers, batch: { nodes: part("nodes"), edges: part("edges"), gaps: part("gaps") }, ledger };
}

const begun = performance.now();
const writer = await createSnapshot(path);
for (let cell = 0; cell < cells; cell += AT_ONCE)
  await writer.add(collected(cell, Math.min(cells, cell + AT_ONCE)));
await writer.finish();
console.log(JSON.stringify({ written: performance.now() - begun, bytes: statSync(path).size }));
