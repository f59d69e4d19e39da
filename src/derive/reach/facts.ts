import type { Graph } from "../../graph/index.js";
import {
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Reachable,
  type ReachFact,
} from "../../model/index.js";
import { type PacketSet, PortSet } from "../../net/index.js";
import type { Breadth } from "./ask.js";
import { cardSpots, type Spot } from "./ends.js";
import { Fabric } from "./fabric.js";
import type { Ending, Place } from "./flow.js";
import { type Course, gapsOf, type Journey, walk } from "./journey.js";
import type { Nic } from "./nics.js";
import { servicesOf } from "./services.js";
import { wayOf } from "./settle.js";

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["icmp", 1],
  ["tcp", 6],
  ["udp", 17],
  ["icmpv6", 58],
]);
const NOTHING: ReachFact = { ingress: [], unanswered: [], egress: [] };

/** The fact `reach` of interfaces. What cards in one subnet behind the same filters share is walked once. */
export function reachFacts(graph: Graph, breadth: Breadth): (id: string) => Fact {
  let shared: Facts | undefined;
  return (id) => {
    shared ??= new Facts(new Fabric(graph), breadth);
    return shared.of(id);
  };
}

class Facts {
  constructor(
    private readonly fabric: Fabric,
    private readonly breadth: Breadth,
  ) {}

  of(id: string): Fact {
    const nic = this.fabric.nics.get(id);
    if (nic?.network === undefined || nic.subnet === undefined) return { value: NOTHING, gaps: [] };
    const [spot] = cardSpots(this.fabric, [nic], undefined);
    if (spot === undefined || spot.place.kind !== "cards") return { value: NOTHING, gaps: [] };
    const [ingress, egress] = [this.inward(spot), this.outward(spot)];
    return {
      value: { ingress: ingress.open, unanswered: ingress.lost, egress: egress.open },
      gaps: this.gaps(nic, [...ingress.doubts, ...egress.doubts]),
    };
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
    const set = space.box({ source: spot.place.addresses, destination: internet });
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
        return {
          ...{ protocol: service.protocol, from, to },
          breadth: service.breadth as "internet" | "public",
          peers: service.breadth === "internet" ? [] : service.sources,
          trace: hops.map(({ node, label, says }) => ({ id: node, label, says })),
          rules: hops
            .filter(({ what, way, by }) => what === "passes" && way === "there" && by !== undefined)
            .map(({ by }) => ({ id: by?.id ?? "", label: by?.label ?? "" }))
            .reverse(),
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

const isArrival = ({ kind }: Ending) => kind === "arrives";

function stuckIn({ there, back }: Journey): Ending[] {
  return [...there, ...back.flat()].filter(({ kind }) => kind === "unknown");
}
