import type { EffectFact, EstateNode, Fact } from "../../model/index.js";
import { FAMILIES, type PacketSet } from "../../net/index.js";
import { type Breadth, isBroad } from "./ask.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Ground } from "./ground.js";
import { guardedBy } from "./guarded.js";
import { Inlets } from "./inlets.js";
import { relaysIn } from "./relays-in.js";
import { servicesOf } from "./services.js";
import { wayOf } from "./settle.js";

type Way = EffectFact["paths"][number];
type Span = EffectFact["uncertain"][number];

const CLOSED: EffectFact = { certain: true, paths: [], uncertain: [] };
const UNTOLD: EffectFact = { certain: false, paths: [], uncertain: [] };

/**
 * The fact `effect` of filters: by what of a filter's openings the internet reaches something behind it in fact.
 * It tells how much an opening matters, never whether it is one: so what is uncertain is said in it, not by gaps.
 */
export function effects(ground: Ground, breadth: Breadth): (id: string) => Fact {
  const shared = ground.keep((fabric) => new Effects(fabric, breadth));
  return (id) => ({ value: shared().of(id), gaps: [] });
}

class Effects {
  private readonly inlets: Inlets;

  constructor(
    private readonly fabric: Fabric,
    private readonly breadth: Breadth,
  ) {
    this.inlets = new Inlets(fabric);
  }

  of(id: string): EffectFact {
    const { fabric } = this;
    const { space, internet } = fabric;
    const node = fabric.graph.node(id) as EstateNode<"filter"> | undefined;
    // Of what guards subnets and hosts in data centres nobody told how the internet comes there.
    if (node?.is.evaluation !== "any-match") return UNTOLD;
    const { permit, maybe } = fabric.filters.pass(id, "ingress", "new");
    const outside = space.box({ source: internet });
    const through = { permit: space.intersect(permit, outside), maybe: space.intersect(maybe, outside) };
    const wide = space.union(through.permit, through.maybe);
    if (!isBroad(space.addresses(wide, "source"), this.breadth)) return CLOSED;
    const { spots, certain } = guardedBy(fabric, node);
    return { certain, ...this.found(spots, through) };
  }

  private found(spots: readonly Spot[], through: Through): Omit<EffectFact, "certain"> {
    const { space } = this.fabric;
    const paths: Way[] = [];
    let reached: PacketSet = space.none;
    let open: PacketSet = space.none;
    for (const spot of spots) {
      for (const inlet of [...this.inlets.of(spot), ...relaysIn(this.fabric, spot, this.breadth)]) {
        // Where packets go to is another at every card.
        const sure = space.forget(space.intersect(inlet.open, through.permit), "destination");
        const wide = space.intersect(
          space.union(inlet.open, inlet.maybe),
          space.union(through.permit, through.maybe),
        );
        open = space.union(open, space.forget(wide, "destination"));
        const fresh = space.difference(sure, reached);
        if (space.isEmpty(fresh)) continue;
        for (const span of this.spans(fresh, "internet"))
          paths.push({ ...span, at: inlet.at, trace: this.trace(inlet, span) });
        reached = space.union(reached, fresh);
      }
    }
    return { paths, uncertain: this.spans(space.difference(open, this.broad(reached)), "any") };
  }

  /** What few addresses reach is no path of the internet at large, and not none. */
  private broad(reached: PacketSet): PacketSet {
    const { space } = this.fabric;
    return space.unionOf(
      this.spans(reached, "internet").map(({ family, protocol, from, to }) =>
        space.intersect(reached, this.inlets.box({ family, protocol, from, to })),
      ),
    );
  }

  private spans(set: PacketSet, breadth: "internet" | "any"): Span[] {
    const { space } = this.fabric;
    return FAMILIES.flatMap((family) => {
      const part = space.intersect(set, space.box({ family }));
      if (space.isEmpty(part)) return [];
      const services = servicesOf(this.fabric, part, this.breadth);
      return services
        .filter((service) => breadth === "any" || service.breadth === "internet")
        .flatMap(({ protocol, ports }) =>
          (ports.length === 0 ? [{ from: 0, to: 65535 }] : ports).map(({ from, to }) => ({
            family,
            protocol,
            from,
            to,
          })),
        );
    });
  }

  private trace({ course, told }: ReturnType<Inlets["of"]>[number], span: Span): Way["trace"] {
    if (course === undefined) return told;
    return wayOf(this.fabric, course, this.inlets.box(span)).map(({ node, label }) => ({ id: node, label }));
  }
}

interface Through {
  readonly permit: PacketSet;
  readonly maybe: PacketSet;
}
