import type { PacketSet } from "../../net/index.js";
import { type Policy, policyOf } from "./firewall-policy.js";
import type { Flow, Session } from "./flow.js";
import { boxOf } from "./packets.js";
import type { Walker } from "./walker.js";

/** An endpoint of a firewall, in one zone. Its connections are known to it alone. */
export interface Post {
  readonly firewall: string;
  readonly endpoint: string;
}

/**
 * AWS Network Firewall: stateless rules in order, then the stateful ones where a packet is handed on
 * (docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html). What the stateful
 * engine passed it passes back, at the same endpoint; of what it did not see begin it drops TCP.
 */
export function throughFirewall(walker: Walker, flow: Flow, post: Post): Flow | undefined {
  const { firewall: node } = post;
  const { policy, gaps } = policyOf(walker.fabric, node);
  if (policy === undefined)
    return walker.unsure(flow, { node, says: "the policy of the firewall is not known", gaps });
  if (!isReady(walker, post))
    return walker.unsure(flow, { node, says: "the endpoint of the firewall is not ready" });
  const { space, manner } = walker;
  const first = policy.engine.stateless(flow.set);
  const then = judged(walker, { flow, handed: first.inspect, post, policy });
  const pass = space.union(first.allow, then.possible);
  const refuse = space.union(first.deny, space.difference(first.inspect, then.sure));
  const lost = walker.part(flow, space.difference(refuse, pass));
  if (lost !== undefined && manner.blind === true) return noted(walker, lost, { post, policy });
  if (lost !== undefined) refused(walker, lost, { post, policy });
  const unsure = space.intersect(pass, refuse);
  const kept = manner.mode === "possible" ? pass : space.difference(pass, refuse);
  if (manner.mode === "sure" && !space.isEmpty(unsure))
    walker.doubt({ ...flow, set: unsure }, { node, says: UNSURE, gaps: policy.gaps });
  const on = walker.part(flow, kept);
  if (on === undefined) return undefined;
  const answered = walker.reply && space.covers(first.inspect, kept);
  const otherwise = answered ? "the firewall knows the connection" : "the firewall lets it through";
  const told = walker.note(on, {
    node,
    what: space.covers(unsure, kept) ? "unknown" : "passes",
    ...(space.covers(unsure, kept)
      ? { says: UNSURE }
      : answered
        ? { says: otherwise }
        : saidBy(walker, { policy, set: kept, otherwise })),
  });
  return remembered(walker, told, {
    post,
    seen: first.inspect,
    beside: space.union(first.allow, first.deny),
  });
}

const UNSURE = "its rules are more than addresses and ports, or not all of them are known";
const UNREADY: ReadonlySet<string> = new Set(["creating", "deleting", "failed", "error"]);

function isReady({ fabric }: Walker, { firewall, endpoint }: Post): boolean {
  const { endpoints = [] } = fabric.is(firewall, "firewall");
  const { aliases = [] } = fabric.graph.node(endpoint) ?? {};
  return !endpoints.some(({ endpoint: short, state }) => aliases.includes(short ?? "") && UNREADY.has(state));
}

interface Judging {
  readonly flow: Flow;
  readonly handed: PacketSet;
  readonly post: Post;
  readonly policy: Policy;
}

/** What the stateful engine does with what it is handed. */
function judged({ space, reply }: Walker, { handed, flow, post, policy }: Judging) {
  const { engine, midstream } = policy;
  if (!reply || space.isEmpty(handed)) return engine.stateful(handed);
  const sessions = flow.sessions.filter(({ endpoint }) => endpoint === post.endpoint);
  const known = (pick: (session: Session) => PacketSet) =>
    space.intersect(handed, space.reverse(space.unionOf(sessions.map(pick))));
  const answers = known(({ certain }) => certain);
  const perhaps = known((session) => session.perhaps);
  const strange = space.difference(handed, perhaps);
  const tcp = space.intersect(strange, space.box({ protocols: [6] }));
  // Of other protocols than TCP any packet may begin a connection.
  const others = engine.stateful(space.difference(strange, tcp));
  const goesOn = midstream === "deny" ? space.none : tcp;
  return {
    sure: space.union(answers, others.sure),
    possible: space.unionOf([perhaps, goesOn, others.possible]),
  };
}

interface Deciding {
  readonly post: Post;
  readonly policy: Policy;
}

function refused(walker: Walker, flow: Flow, { post, policy }: Deciding): void {
  const { space, reply } = walker;
  const { inspect } = policy.engine.stateless(flow.set);
  const strange = reply && space.overlaps(inspect, space.box({ protocols: [6] }));
  const said = strange
    ? { says: "this endpoint of the firewall did not see the connection begin" }
    : saidBy(walker, { policy, set: flow.set, otherwise: "refused by default of the firewall's policy" });
  walker.end("filtered", flow, { node: post.firewall, what: "refused", ...said });
}

/** The refusal as a hop, and the flow as if there had been none. */
function noted(walker: Walker, flow: Flow, at: Deciding): Flow {
  const before = walker.ends.length;
  refused(walker, flow, at);
  const [end] = walker.ends.splice(before);
  return end === undefined ? flow : { ...flow, trail: end.flow.trail };
}

/** The rule that decides on an example of a set. */
function saidBy(
  { space }: Walker,
  { policy, set, otherwise }: { policy: Policy; set: PacketSet; otherwise: string },
) {
  const packet = space.witness(set);
  const by = packet === undefined ? undefined : policy.engine.decider(boxOf(space, packet));
  if (by === undefined) return { says: otherwise };
  const { id, label, at } = by;
  return { says: `decided by ${label}`, by: { id, label, at } };
}

/** On the way there the engine learns of connections, on the way back those that it saw both ways are done with. */
function remembered(
  { space, reply }: Walker,
  flow: Flow,
  at: { readonly post: Post; readonly seen: PacketSet; readonly beside: PacketSet },
): Flow {
  const { endpoint } = at.post;
  if (reply) {
    if (!space.covers(at.seen, flow.set)) return flow;
    return { ...flow, sessions: flow.sessions.filter((session) => session.endpoint !== endpoint) };
  }
  const perhaps = space.intersect(flow.set, at.seen);
  if (space.isEmpty(perhaps)) return flow;
  const certain = space.difference(perhaps, at.beside);
  return { ...flow, sessions: [...flow.sessions, { endpoint, certain, perhaps }] };
}
