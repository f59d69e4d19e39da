import {
  type EgressFact,
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Reachable,
  type ReachFact,
} from "../../model/index.js";
import { type PacketSet, PortSet } from "../../net/index.js";
import type { Breadth } from "./ask.js";
import { Cuts } from "./cuts.js";
import { cardSpots, classIn, type Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Ending, Place } from "./flow.js";
import type { Ground } from "./ground.js";
import { type Course, gapsOf, type Journey, walk } from "./journey.js";
import { inNat64 } from "./nat64.js";
import type { Nic } from "./nics.js";
import { servicesOf } from "./services.js";
import { wayOf } from "./settle.js";
import { admittingRules, toldHops } from "./told-way.js";

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["icmp", 1],
  ["tcp", 6],
  ["udp", 17],
  ["icmpv6", 58],
]);
/** Classes that are remembered at a time: cards of one come mostly one after the other. */
const MOST_CLASSES = 2048;
const UNREACHED: ReachFact = { ingress: [], unanswered: [] };
const SILENT: EgressFact = { openings: [] };
/** The facts `reach` and `egress` of interfaces. */
export function reachFacts(
  ground: Ground,
  breadth: Breadth,
): Readonly<Record<"reach" | "egress", (id: string) => Fact>> {
  const facts = ground.keep((fabric) => new Facts(fabric, breadth));
  return { reach: (id) => facts().reach(id), egress: (id) => facts().egress(id) };
}

class Facts {
  private readonly cuts: Cuts;
  /** What holds for all cards of a class, with the card that it was worked out for. */
  private readonly shared = new Map<string, { readonly side: Side; readonly first: Nic }>();

  constructor(
    private readonly fabric: Fabric,
    private readonly breadth: Breadth,
  ) {
    this.cuts = new Cuts(fabric);
  }

  reach(id: string): Fact {
    const found = this.spot(id);
    if (found === undefined) return { value: UNREACHED, gaps: [] };
    const { open, lost, doubts } = this.of("inward", found);
    return { value: { ingress: open, unanswered: lost }, gaps: this.gaps(found.nic, doubts) };
  }

  egress(id: string): Fact {
    const found = this.spot(id);
    if (found === undefined) return { value: SILENT, gaps: [] };
    const { open, doubts } = this.of("outward", found);
    return { value: { openings: open }, gaps: this.gaps(found.nic, doubts) };
  }

  private spot(id: string): { nic: Nic; spot: Spot } | undefined {
    const nic = this.fabric.nic(id);
    if (nic?.network === undefined || nic.subnet === undefined) return undefined;
    const [spot] = cardSpots(this.fabric, [nic], undefined);
    return spot === undefined || spot.place.kind !== "cards" ? undefined : { nic, spot };
  }

  /** Worked out once for a class of cards, and told of each. */
  private of(way: "inward" | "outward", { nic, spot }: { nic: Nic; spot: Spot }): Side {
    if (!this.cuts.fareAlike(nic)) return this[way](spot);
    const { addresses, pairs, unpaired } = nic;
    const families = [addresses, spot.outside].flatMap((set) => [
      set.only("ipv4").isEmpty(),
      set.only("ipv6").isEmpty(),
    ]);
    const translated = pairs.map(({ by }) => by);
    const key = JSON.stringify([
      way,
      classIn(this.fabric, nic),
      families,
      [...new Set(translated)].sort(),
      unpaired,
    ]);
    const known = this.shared.get(key) ?? { side: this[way](spot), first: nic };
    if (this.shared.size >= MOST_CLASSES) this.shared.clear();
    this.shared.set(key, known);
    return known.first === nic ? known.side : toldOf(known.side, { first: known.first, nic });
  }

  private inward(spot: Spot): Side {
    if (spot.outside.isEmpty()) return { open: [], lost: [], doubts: [] };
    const { space, internet } = this.fabric;
    const from: Place = { kind: "internet", addresses: internet };
    const set = space.box({ source: internet, destination: spot.outside });
    return this.side({ from, to: spot.place, set }, "source");
  }

  private outward(spot: Spot): Side {
    const { space, internet } = this.fabric;
    const to: Place = { kind: "internet", addresses: internet };
    // By IPv6 the IPv4 internet has addresses of its own, where a NAT gateway translates them.
    const destination = internet.union(inNat64(internet));
    const set = space.box({ source: spot.place.addresses, destination });
    return this.side({ from: spot.place, to, set }, "destination");
  }

  private side(course: Course, far: "source" | "destination"): Side {
    const { space } = this.fabric;
    const sure = walk(this.fabric, course, { mode: "sure", tell: false });
    const doubts = stuckIn(sure);
    const open = space.requests(sure.answered);
    const arrived = space.unionOf(sure.there.filter(isArrival).map(({ flow }) => flow.set));
    const lost = far === "source" && doubts.length === 0 ? this.unanswered(course, { open, arrived }) : [];
    return { open: this.reachable(course, open, far), lost, doubts };
  }

  /** What arrives and is in no way answered: by ports, for addresses change on the way. */
  private unanswered(
    course: Course,
    { open, arrived }: { open: PacketSet; arrived: PacketSet },
  ): Reachable[] {
    const { space } = this.fabric;
    const free = (set: PacketSet) => space.forget(space.forget(set, "destination"), "sourcePort");
    return this.reachable(course, space.difference(free(arrived), free(open)), "source").map((each) => ({
      ...each,
      trace: [],
      rules: [],
    }));
  }

  private reachable(course: Course, set: PacketSet, far: "source" | "destination"): Reachable[] {
    const { space } = this.fabric;
    if (space.isEmpty(set)) return [];
    const turned = far === "source" ? set : space.mirrored(set);
    return servicesOf(this.fabric, turned, this.breadth).flatMap((service) => {
      if (service.breadth === "private") return [];
      const runs = service.ports.length === 0 ? [{ from: 0, to: 65535 }] : service.ports;
      return runs.map(({ from, to }) => {
        const part = space.intersect(set, this.box(service.protocol, { from, to }));
        const hops =
          service.breadth === "internet" || far === "source" ? wayOf(this.fabric, course, part) : [];
        const passed = admittingRules(hops);
        const rules = far === "source" ? passed.reverse() : passed;
        return {
          ...{ protocol: service.protocol, from, to },
          breadth: service.breadth as "internet" | "public",
          peers: service.breadth === "internet" ? [] : service.sources,
          trace: toldHops(hops),
          rules,
          cause: rules[0] ?? subjectOf(course),
        };
      });
    });
  }

  private box(protocol: string, { from, to }: { from: number; to: number }): PacketSet {
    const number = NUMBERS.get(protocol) ?? Number(protocol);
    if (Number.isNaN(number))
      return this.fabric.space.complement(this.fabric.space.box({ protocols: [1, 6, 17, 58] }));
    const ported = from !== 0 || to !== 65535;
    const ports = ported ? { destinationPorts: PortSet.ofRanges([{ from, to }]) } : {};
    return this.fabric.space.box({ protocols: [number], ...ports });
  }

  /** Gaps of the graph that hide the way; a doubt without one becomes a gap of its own. */
  private gaps(nic: Nic, doubts: readonly Ending[]): Gap[] {
    const node = this.fabric.graph.node(nic.id) as EstateNode;
    const own = doubts
      .filter(({ gaps }) => gaps.length === 0)
      .map(({ says }) =>
        gapOf({
          reason: "unmodelled",
          message: `who can reach ${node.label} is not certain: ${says}`,
          at: node.at,
          touches: { nodes: [nic.id] },
        }),
      );
    const all = new Map([...gapsOf(doubts), ...own].map((gap) => [gap.id, gap]));
    return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

interface Side {
  readonly open: Reachable[];
  readonly lost: Reachable[];
  readonly doubts: readonly Ending[];
}

/** The same, told of another card of the class. */
function toldOf({ open, lost, doubts }: Side, { first, nic }: { first: Nic; nic: Nic }): Side {
  const named = <T extends { readonly id: string; readonly label: string }>(at: T): T =>
    at.id === first.id ? { ...at, id: nic.id, label: nic.label } : at;
  const says = (hop: Reachable["trace"][number]) =>
    hop.id === first.id ? hop.says.replace(first.label, () => nic.label) : hop.says;
  const retold = (each: Reachable): Reachable => ({
    ...each,
    trace: each.trace.map((hop) => ({ ...named(hop), says: says(hop) })),
    cause: named(each.cause),
  });
  return { open: open.map(retold), lost: lost.map(retold), doubts };
}

/** The card that the question is about. */
function subjectOf({ from, to }: Course): { id: string; label: string } {
  const place = from.kind === "cards" ? from : to;
  return place.kind === "cards" ? { id: place.first.id, label: place.first.label } : { id: "", label: "" };
}

const isArrival = ({ kind }: Ending) => kind === "arrives";

function stuckIn({ there, back }: Journey): Ending[] {
  return [...there, ...back.flat()].filter(({ kind }) => kind === "unknown");
}
