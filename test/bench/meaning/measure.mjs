// One measurement in one process: `node measure.mjs '{"accounts":10,"threads":2}'` prints JSON. Every subject of every meaning is asked.
import { Worker } from "node:worker_threads";
import { beThrifty, tidy } from "../../../dist/cli/thrift.js";
import { assemble, imageOf } from "../../../dist/graph/index.js";
import { createSpillStore } from "../../../dist/snapshot/index.js";
import { ASKED, FACTS } from "./asked.mjs";
import { timedEstate } from "./estate.mjs";

const { accounts, threads } = JSON.parse(process.argv[2]);
const SLICE = 1000;
// As src/cli/estate.ts does for large snapshots.
const large = accounts >= 50;
if (large) beThrifty();
const store = createSpillStore();
const begun = performance.now();
const { batches, madeUp } = timedEstate(accounts);
const graph = assemble(batches, { store, ...(large ? { tidy } : {}) });
if (large) tidy();
const assembled = performance.now() - begun - madeUp();

function* slices() {
  for (const kind of Object.keys(ASKED)) {
    const whole = graph.count(kind);
    for (let from = 0; from < whole; from += SLICE)
      yield { kind, from, count: Math.min(SLICE, whole - from) };
  }
}

const left = slices();
const ms = Object.fromEntries(FACTS.map((name) => [name, 0]));
let [subjects, gaps] = [0, 0];

/** Slice after slice to one thread, until there is none left. */
function drive(worker) {
  return new Promise((done, failed) => {
    worker.on("error", failed);
    worker.on("message", (result) => {
      if (result.ms !== undefined) {
        for (const name of FACTS) ms[name] += result.ms[name];
        subjects += result.count;
        gaps += result.gaps;
      }
      const { value, done: over } = left.next();
      if (over) done(worker.terminate());
      else worker.postMessage(value);
    });
    worker.postMessage({ image: imageOf(graph), large });
  });
}

const asked = performance.now();
const crew = Array.from({ length: threads }, () => new Worker(new URL("./thread.mjs", import.meta.url)));
await Promise.all(crew.map(drive));
const meanings = performance.now() - asked;
const rss = process.resourceUsage().maxRSS * 1024;
console.log(
  JSON.stringify({ accounts, threads, nodes: graph.size, subjects, gaps, assembled, ms, meanings, rss }),
);
