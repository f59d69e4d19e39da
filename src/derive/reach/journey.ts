import type { Gap } from "../../model/index.js";
import type { Packet, PacketSet } from "../../net/index.js";
import type { Fabric } from "./fabric.js";
import type { Ending, Flow, Place } from "./flow.js";
import { toInternet } from "./internet.js";
import { fromPremises } from "./premises.js";
import { straightBack } from "./straight-back.js";
import { deliver, fromSubnet, throughGroups } from "./vpc.js";
import { type Manner, Walker } from "./walker.js";

/** A way there and back, walked for a set of packets. */
export interface Journey {
  /** Packets as they set out whose answer comes back, turned round: they are on their way to who asked. */
  readonly answered: PacketSet;
  readonly there: readonly Ending[];
  /** Ends of the answers to what arrived, for each arrival. */
  readonly back: readonly (readonly Ending[])[];
  readonly assumes: readonly string[];
}

export interface Course {
  readonly from: Place;
  readonly to: Place;
  readonly set: PacketSet;
  /** Groups of a load balancer that sends this with its client's address: it is where answers go. */
  readonly through?: readonly string[];
  /** The client whose address that is, where the way sets out from the load balancer. */
  readonly client?: Place;
}

/** Walks there, and for all that arrives back. */
export function walk(fabric: Fabric, course: Course, how: Omit<Manner, "turn">): Journey {
  const { space } = fabric;
  const { from, to, set, through } = course;
  const out = new Walker(fabric, to, { ...how, turn: "new", from, ...(through && { through }) });
  leave(out, startOf(set), from);
  const arrivals = out.ends.filter(({ kind }) => kind === "arrives");
  const assumes = new Set(out.assumes);
  const expected = space.reverse(set);
  let answered = space.none;
  const back = arrivals.map(({ flow }) => {
    const answer = space.reverse(flow.set);
    const home = new Walker(fabric, from, { ...how, turn: "reply", from: to });
    const { translations, sessions, trail } = flow;
    const start = { ...startOf(answer), translations, sessions, trail };
    if (through !== undefined && from.kind === "cards" && to.kind === "cards")
      straightBack(home, start, { from: to, to: from });
    else if (flow.service === undefined) leave(home, start, to);
    else deliver(home, start, { network: flow.service, subnet: undefined });
    for (const word of home.assumes) assumes.add(word);
    for (const end of home.ends)
      if (end.kind === "arrives") answered = space.union(answered, space.intersect(end.flow.set, expected));
    return home.ends;
  });
  const journey = { answered, there: out.ends, back, assumes: [...assumes].sort() };
  fabric.onWalk?.(course, how, journey);
  return journey;
}

function startOf(set: PacketSet): Flow {
  return {
    set,
    hops: 0,
    trail: undefined,
    translations: [],
    sessions: [],
    undo: (packet: Packet) => packet,
    zone: undefined,
  };
}

function leave(walker: Walker, flow: Flow, from: Place): void {
  if (walker.space.isEmpty(flow.set)) return;
  if (from.kind === "internet") {
    toInternet(
      walker,
      walker.note(flow, { node: "internet", what: "leaves", says: "on the internet" }),
      "internet",
    );
    return;
  }
  if (from.kind === "premises") {
    const node = from.nic?.id ?? from.site ?? "premises";
    const on = walker.note(flow, { node, what: "leaves", says: "in the data centre" });
    fromPremises(walker, on, from);
    return;
  }
  if (from.kind === "anywhere") throw new Error("nothing sets out from anywhere");
  const { first } = from;
  const on = walker.note(flow, { node: first.id, what: "leaves", says: `leaves ${first.label}` });
  const passed = walker.reply ? on : throughGroups(walker, on, { goal: from, direction: "egress" });
  if (passed === undefined) return;
  if (first.subnet === undefined || first.network === undefined) {
    walker.doubt(passed, { node: first.id, says: "its subnet was not collected" });
    return;
  }
  fromSubnet(walker, passed, { network: first.network, subnet: first.subnet });
}

/** The requests of which it is not known where they go, or where their answers do. */
export function stuckIn({ space }: Fabric, { there, back }: Journey): PacketSet {
  const lost = there.filter(isUnknown).map(({ flow }) => flow.set);
  const unanswered = back.flat().filter(isUnknown);
  return space.unionOf([...lost, ...unanswered.map(({ flow }) => space.requests(flow.set))]);
}

const isUnknown = ({ kind }: Ending) => kind === "unknown";

export function gapsOf(endings: readonly Ending[]): Gap[] {
  return endings.flatMap(({ gaps }) => [...gaps]);
}
