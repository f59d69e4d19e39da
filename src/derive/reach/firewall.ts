import { statefulOf, statelessOf } from "./firewall-rules.js";
import type { Flow } from "./flow.js";
import type { Walker } from "./walker.js";

/**
 * AWS Network Firewall: stateless rules in order, then the stateful ones where a packet is handed on
 * (docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-rules-engines.html). What the
 * stateful engine does with rules that are more than addresses and ports is not known: neither open nor closed.
 */
export function throughFirewall(walker: Walker, flow: Flow, firewall: string): Flow | undefined {
  const { fabric, space } = walker;
  const is = fabric.is(firewall, "firewall");
  const gaps = fabric.holes.at(firewall);
  const ids = fabric.many(firewall, "filters");
  const typed = (type: string) => ids.filter((id) => fabric.graph.node(id)?.type === type);
  const stateless = typed("aws.network-firewall-stateless-group");
  const stateful = typed("aws.network-firewall-stateful-group");
  if (gaps.length > 0 || is.statelessDefault === undefined) {
    return walker.unsure(flow, { node: firewall, says: "the policy of the firewall is not known", gaps });
  }
  const first = statelessOf(fabric, stateless, is.statelessDefault);
  const refused = space.intersect(flow.set, first.deny);
  const unsure = space.intersect(flow.set, first.maybe);
  const part = walker.part(flow, refused);
  if (part !== undefined)
    walker.end("filtered", part, {
      node: firewall,
      what: "refused",
      says: "refused by a stateless rule of the firewall",
    });
  const unknown = walker.part(flow, unsure);
  if (unknown !== undefined)
    walker.unsure(unknown, { node: firewall, says: "what its stateless rules do is not certain" });
  const passed = space.intersect(flow.set, first.allow);
  const handed = space.intersect(flow.set, first.inspect);
  const inspected = walker.reply ? handed : inspectedBy(walker, { flow, handed, firewall, stateful });
  const on = walker.part(
    flow,
    space.union(passed, walker.manner.mode === "possible" ? space.union(inspected, unsure) : inspected),
  );
  return on === undefined
    ? undefined
    : walker.note(on, { node: firewall, what: "passes", says: "the firewall lets it through" });
}

interface Inspected {
  readonly flow: Flow;
  readonly handed: Flow["set"];
  readonly firewall: string;
  readonly stateful: readonly string[];
}

function inspectedBy(walker: Walker, { flow, handed, firewall, stateful }: Inspected): Flow["set"] {
  const { fabric, space } = walker;
  const is = fabric.is(firewall, "firewall");
  if (space.isEmpty(handed)) return handed;
  const known = stateful.length === (is.statefulGroups ?? []).length;
  const strict = is.strictOrder === true;
  const defaults = is.statefulDefaults ?? [];
  const drops = strict && defaults.some((action) => /drop_(strict|established)/.test(action));
  const verdict = known ? statefulOf(fabric, stateful, { strict, drops }) : undefined;
  const permit = verdict === undefined ? space.none : space.intersect(handed, verdict.permit);
  const maybe = verdict === undefined ? handed : space.intersect(handed, verdict.maybe);
  const refused = walker.part(flow, space.difference(handed, space.union(permit, maybe)));
  if (refused !== undefined)
    walker.end("filtered", refused, {
      node: firewall,
      what: "refused",
      says: "refused by the stateful rules of the firewall",
    });
  const unsure = walker.part(flow, maybe);
  if (unsure !== undefined)
    walker.unsure(unsure, { node: firewall, says: "its stateful rules are more than addresses and ports" });
  return walker.manner.mode === "possible" ? space.union(permit, maybe) : permit;
}
