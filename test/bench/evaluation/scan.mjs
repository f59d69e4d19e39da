// One whole scan in one process: `node scan.mjs '{"subjects":1000,"different":false,"workers":2}'` prints JSON.
// The graph's payloads lie in a file, as for estates that must not fill the memory.
import { derive } from "../../../dist/derive/index.js";
import { scan } from "../../../dist/evaluate/index.js";
import { assemble } from "../../../dist/graph/index.js";
import { createSpillStore } from "../../../dist/snapshot/index.js";
import { estate, SUBJECTS_PER_CELL } from "./estate.mjs";
import { compiledPolicies } from "./policies.mjs";

const { subjects, different, workers } = JSON.parse(process.argv[2]);
const store = createSpillStore();
const begun = performance.now();
const graph = assemble(estate(Math.ceil(subjects / SUBJECTS_PER_CELL), { different }), { store });
const assembled = performance.now();
const afterAssembly = process.resourceUsage().maxRSS * 1024;
const report = await scan({
  graph,
  derived: derive(graph),
  compiled: compiledPolicies(),
  ledger: [],
  exceptions: [],
  today: "2026-01-01",
  disabled: [],
  severities: {},
  tool: { name: "causeway", version: "0" },
  input: { snapshot: "", policies: "" },
  threads: { workers },
});
const scanned = performance.now() - assembled;
store.close();
console.log(
  JSON.stringify({
    subjects,
    different,
    workers,
    nodes: graph.size,
    findings: report.findings.length,
    assembled: assembled - begun,
    scanned,
    afterAssembly,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
