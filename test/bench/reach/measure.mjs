// One measurement in one process: `node measure.mjs '{"interfaces":1000}'` prints JSON.
import { reachability } from "../../../dist/derive/index.js";
import { assemble } from "../../../dist/graph/index.js";
import { estate, PER_VPC } from "./estate.mjs";

const { interfaces } = JSON.parse(process.argv[2]);
const timed = (work) => {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
};
const graph = assemble(estate(interfaces));
const load = timed(() => reachability(graph));
const reach = load.value;
const ask = (from, to) => ({ from: { ip: from }, to: { ip: to }, protocol: "tcp", port: 443 });
const first = timed(() => reach.answer(ask("10.0.0.4", "10.0.0.70")));
const exposure = timed(() => reach.exposed());
const vpcs = Math.ceil(interfaces / PER_VPC);
const hubs = Math.max(1, Math.floor((vpcs - 1) / 10));
const QUESTIONS = 500;
const verdicts = {};
const many = timed(() => {
  for (let n = 0; n < QUESTIONS; n++) {
    const [a, b] = [((n * 7) % hubs) * 10, ((n * 3 + 1) % hubs) * 10];
    const at = (vpc, host) => `10.${vpc >> 8}.${vpc & 255}.${host}`;
    const { verdict } = reach.answer(ask(at(a, 4 + (n % 40)), at(b, 68 + (n % 40))));
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
});
console.log(
  JSON.stringify({
    interfaces,
    vpcs,
    nodes: graph.size,
    exposed: exposure.value.length,
    load: load.ms,
    first: first.ms,
    exposure: exposure.ms,
    question: many.ms / QUESTIONS,
    verdicts,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
