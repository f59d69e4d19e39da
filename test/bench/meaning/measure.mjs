// One measurement in one process: `node measure.mjs '{"accounts":10}'` prints JSON. Every subject of every meaning is asked.
import { beThrifty, tidy } from "../../../dist/cli/thrift.js";
import { derive } from "../../../dist/derive/index.js";
import { assemble } from "../../../dist/graph/index.js";
import { createSpillStore } from "../../../dist/snapshot/index.js";
import { estate } from "./estate.mjs";

const { accounts } = JSON.parse(process.argv[2]);
/** Facts that are asked of every subject of a kind. */
const ASKED = {
  trust: ["role"],
  chains: ["role"],
  privileges: ["role"],
  placement: ["data-store", "data-copy"],
  leads: ["record"],
  standing: ["zone"],
};
// As src/cli/estate.ts does for large snapshots.
const large = accounts >= 50;
if (large) beThrifty();
const store = createSpillStore();
const begun = performance.now();
const graph = assemble(estate(accounts), { store, ...(large ? { tidy } : {}) });
const assembled = performance.now() - begun;
const derived = derive(graph, {
  data: {
    classes: { personal: { tags: ["data-class=personal"], allowed: { jurisdictions: ["EU"] } } },
  },
});
const facts = {};
const asked = performance.now();
for (const [name, kinds] of Object.entries(ASKED)) {
  const start = performance.now();
  let [subjects, gaps] = [0, 0];
  for (const kind of kinds) {
    for (const id of graph.each(kind)) {
      gaps += derived.fact(name, id).gaps.length === 0 ? 0 : 1;
      subjects++;
    }
  }
  facts[name] = { subjects, gaps, ms: performance.now() - start };
}
console.log(
  JSON.stringify({
    accounts,
    nodes: graph.size,
    assembled,
    facts,
    meanings: performance.now() - asked,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
