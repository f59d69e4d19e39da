// One measurement in one process: `node measure.mjs '{"rules":1000}'` prints JSON.
import { derive } from "../../../dist/derive/index.js";
import { assemble } from "../../../dist/graph/index.js";
import { readNftables } from "../../../dist/sources/nftables/index.js";
import { listingOf } from "./listing.mjs";

const { rules } = JSON.parse(process.argv[2]);
const { text, shadowed } = listingOf(rules);
const begun = performance.now();
const graph = assemble([readNftables({ path: "edge.json", text, host: "edge", site: "hq" })]);
const read = performance.now() - begun;
const chain = graph.ids("filter").find((id) => (graph.step(id, "rules")?.ids.length ?? 0) > 0);
const started = performance.now();
const dead = derive(graph).fact("dead_rules", chain).value.shadowed;
const analysed = performance.now() - started;
const told = new Set(dead.map(({ id }) => graph.node(id).native.handle));
console.log(
  JSON.stringify({
    rules,
    read,
    analysed,
    found: told.size,
    planted: shadowed.length,
    missed: shadowed.filter((handle) => !told.has(handle)).length,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
