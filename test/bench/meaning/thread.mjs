// One thread that works facts out: told of the graph once, then asked slice by slice (kind, first subject, how many).
import { parentPort } from "node:worker_threads";
import { tidyNowAndThen } from "../../../dist/cli/thrift.js";
import { derive } from "../../../dist/derive/index.js";
import { openImage } from "../../../dist/graph/index.js";
import { openSpill } from "../../../dist/snapshot/spill-store.js";
import { ASKED, FACTS, OPTIONS } from "./asked.mjs";

/** Slices between two times of tidying, as src/evaluate/serve-shard.ts does over large estates. */
const TIDY = 32;

parentPort.once("message", ({ image, large }) => {
  const graph = openImage(image, openSpill);
  const derived = derive(graph, OPTIONS);
  let done = 0;
  parentPort.on("message", ({ kind, from, count }) => {
    const ms = Object.fromEntries(FACTS.map((name) => [name, 0]));
    let gaps = 0;
    for (let position = from; position < from + count; position++) {
      const { id } = graph.at(kind, position);
      for (const name of ASKED[kind]) {
        const begun = performance.now();
        gaps += derived.fact(name, id).gaps.length;
        ms[name] += performance.now() - begun;
      }
    }
    if (large && ++done % TIDY === 0) tidyNowAndThen();
    parentPort.postMessage({ ms, gaps, count });
  });
  parentPort.postMessage({});
});
