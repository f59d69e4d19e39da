// One rule of an estate changes: `node change.mjs '{"interfaces":1000}'` prints JSON. The exposure of every
// interface before, and after each of several changes, as they are worked out again and from nothing.
import { followingReachability, reachability } from "../../../dist/derive/index.js";
import { applyChanges, assemble } from "../../../dist/graph/index.js";
import { estate } from "./estate.mjs";

const { interfaces } = JSON.parse(process.argv[2]);
const timed = (work) => {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
};
const at = { source: "bench", uri: "change" };
const graph = assemble(estate(interfaces));
const reach = followingReachability(graph);
const first = timed(() => reach.exposed());
const plain = timed(() => reachability(graph).exposed());
const exposed = new Set(first.value.map(({ node }) => node));
/** Rules that admit the internet to something that it reaches. */
const rules = graph.ids("rule").filter((id) => {
  const { is, type } = graph.node(id);
  const [group] = graph.step(id, "filter").ids;
  return (
    type === "aws.security-group-rule" &&
    is.direction === "ingress" &&
    is.peers.some((peer) => "any" in peer || peer.cidr === "0.0.0.0/0") &&
    graph.step(group, "interfaces").ids.some((card) => exposed.has(card))
  );
});
const CHANGES = 9;
const [lay, again] = [[], []];
let [current, different, wrong] = [graph, 0, 0];
for (let number = 0; number < CHANGES; number++) {
  const target = rules[Math.floor(((number + 0.5) * rules.length) / CHANGES)];
  const changed = timed(() => applyChanges(current, [{ op: "remove", target, kind: "rule", at }]));
  lay.push(changed.ms);
  current = changed.value;
  const worked = timed(() => {
    reach.moveTo(current);
    return reach.exposed();
  });
  again.push(worked.ms);
  if (number === 0) {
    const anew = JSON.stringify(reachability(current).exposed());
    wrong += JSON.stringify(worked.value) === anew ? 0 : 1;
    different += anew === JSON.stringify(first.value) ? 0 : 1;
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log(
  JSON.stringify({
    interfaces,
    first: first.ms,
    plain: plain.ms,
    lay: median(lay),
    again: median(again),
    most: Math.max(...again),
    different,
    wrong,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
