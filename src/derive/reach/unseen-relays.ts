import { isNotClassic } from "./doors.js";
import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";
import { Kept } from "./reads.js";
import { balancerTypeOf } from "./relay-manner.js";
import type { Relay } from "./relays.js";

/** A load balancer or target group of which not everything was seen, as what it may do for a card. */
interface Blind {
  /** VPC whose cards it may have for targets; undefined: any. */
  readonly network: string | undefined;
  relays(port: number | undefined): readonly Relay[];
}

/**
 * Ways by load balancers that nobody can rule out: through one of which only the cards were seen, to a target group
 * that was not, to a target that is not told of a group.
 */
export class UnseenRelays {
  private readonly list: Kept<readonly Blind[]>;

  constructor(
    private readonly fabric: Fabric,
    private readonly intoGroup: (group: string, port: number | undefined) => readonly Relay[],
  ) {
    this.list = new Kept(fabric.reads);
  }

  to(nic: Nic, port: number | undefined): Relay[] {
    if (this.fabric.graph.gaps.length === 0) return [];
    return this.list
      .get("", () => [...this.groups(), ...this.balancers(), ...this.faces()])
      .filter(({ network }) => network === undefined || network === nic.network)
      .flatMap(({ relays }) => relays(port))
      .filter(({ cards }) => !cards.some(({ id }) => id === nic.id));
  }

  /** Groups whose targets are not all known. */
  private groups(): Blind[] {
    const { fabric } = this;
    const { graph, holes } = fabric;
    return graph.ids("target-group").flatMap((group) => {
      const gaps = [
        ...holes.at(group, "targets"),
        ...holes.hidingNear("target", group, "aws.target").filter(isNotClassic),
      ];
      if (gaps.length === 0) return [];
      const { targetType } = fabric.is(group, "target-group");
      const network = targetType === "ip" ? undefined : fabric.one(group, "network");
      const doubt = `not all targets of ${fabric.label(group)} are known`;
      const relays = (port: number | undefined) =>
        this.intoGroup(group, port).map((relay) => ({ ...relay, doubt, gaps: [...relay.gaps, ...gaps] }));
      return [{ network, relays }];
    });
  }

  /** Load balancers of which not all targets are known. */
  private balancers(): Blind[] {
    const { fabric } = this;
    const { graph, holes } = fabric;
    return graph.ids("load-balancer").flatMap((balancer) => {
      const balancerType = balancerTypeOf(fabric, balancer);
      if (balancerType === "gateway") return [];
      // A classic one tells its targets itself; settings that were not collected hide none.
      const gaps =
        balancerType === "classic"
          ? holes.at(balancer).filter(({ reason }) => reason === "unparsed")
          : holes.hidingNear("target-group", balancer, "aws.target-group");
      if (gaps.length === 0) return [];
      const doubt = `not all targets of ${fabric.label(balancer)} are known`;
      const cards = fabric.balancerCards(balancer);
      return [{ network: undefined, relays: (port) => anywhere({ balancer, cards, doubt, gaps }, port) }];
    });
  }

  /** Cards of load balancers that were not seen themselves. */
  private faces(): Blind[] {
    const { fabric } = this;
    return fabric.strangeBalancers().flatMap((cards): Blind[] => {
      const [first] = cards as [Nic];
      const { description = "" } = fabric.is(first.id, "interface");
      const type = description.includes("/") ? "aws.load-balancer" : "aws.classic-load-balancer";
      const gaps = fabric.holes.hidingNear("load-balancer", first.id, type);
      if (gaps.length === 0) return [];
      const doubt = `what the load balancer of ${first.label} does was not collected`;
      const balancer = first.id;
      return [{ network: undefined, relays: (port) => anywhere({ balancer, cards, doubt, gaps }, port) }];
    });
  }
}

/** From any port of the load balancer to the one that is asked about, by either protocol. */
function anywhere(
  blind: Pick<Relay, "balancer" | "cards" | "gaps"> & { readonly doubt: string },
  targetPort: number | undefined,
): Relay[] {
  const untold = { group: undefined, listenerPort: undefined, rule: undefined, crosses: undefined };
  return [6, 17].map((protocol) => ({ ...blind, ...untold, targetPort, protocol, preserves: undefined }));
}
