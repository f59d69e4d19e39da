// One whole scan in one process: `node scan.mjs '{"subjects":1000,"different":false,"workers":2}'` prints JSON.
// The graph's payloads lie in a file, where every thread finds them. Prints a digest of the report too.
import { createHash } from "node:crypto";
import { beThrifty, tidy } from "../../../dist/cli/thrift.js";
import { derive } from "../../../dist/derive/index.js";
import { Recruits, scan } from "../../../dist/evaluate/index.js";
import { assemble } from "../../../dist/graph/index.js";
import { createSpillStore } from "../../../dist/snapshot/index.js";
import { estate, SUBJECTS_PER_CELL } from "./estate.mjs";
import { compiledPolicies } from "./policies.mjs";

const { subjects, different, workers } = JSON.parse(process.argv[2]);
// As src/cli/estate.ts does for large snapshots.
if (subjects >= 50_000) beThrifty();
const program = new URL("../../../dist/cli/shard.js", import.meta.url);
// As src/cli/commands/scan.ts does.
const recruits = workers === 0 ? undefined : new Recruits(program, workers);
const store = createSpillStore();
const begun = performance.now();
const graph = assemble(estate(Math.ceil(subjects / SUBJECTS_PER_CELL), { different }), {
  store,
  ...(subjects >= 50_000 ? { tidy } : {}),
});
if (subjects >= 50_000) tidy();
const assembled = performance.now();
const afterAssembly = process.resourceUsage().maxRSS * 1024;
const used = process.cpuUsage();
const report = await scan({
  graph,
  store,
  derived: derive(graph),
  compiled: compiledPolicies(),
  ledger: [],
  exceptions: [],
  today: "2026-01-01",
  disabled: [],
  severities: {},
  tool: { name: "causeway", version: "0" },
  input: { snapshot: "", policies: "" },
  threads: { workers, told: {}, program, recruits },
});
const scanned = performance.now() - assembled;
const { user, system } = process.cpuUsage(used);
const digest = () => {
  const hash = createHash("sha256");
  for (const list of [report.findings, report.undecided, report.gaps, report.policies])
    for (const part of list) hash.update(JSON.stringify(part));
  return hash.digest("hex").slice(0, 16);
};
console.log(
  JSON.stringify({
    subjects,
    different,
    workers,
    nodes: graph.size,
    findings: report.findings.length,
    assembled: assembled - begun,
    scanned,
    cpu: (user + system) / 1000,
    afterAssembly,
    heap: process.memoryUsage().heapTotal,
    rss: process.resourceUsage().maxRSS * 1024,
    report: digest(),
  }),
);
