import type { Fact, Gap, ReturnsFact } from "../../model/index.js";
import type { Fabric } from "./fabric.js";
import type { Ground } from "./ground.js";
import { scout } from "./scout.js";
import { routeFrom } from "./vpc.js";

type Unlike = ReturnsFact["asymmetric"][number];

const LINKS: ReadonlySet<string> = new Set(["peering", "transit-gateway"]);

/**
 * The fact `returns` of networks: other networks to which its routes lead and from which none lead back, or only by
 * another link. Stateful devices on the one link see half of such a connection.
 */
export function returns(ground: Ground): (id: string) => Fact {
  const shared = ground.keep((fabric) => new Links(fabric));
  return (id) => shared().of(id);
}

class Links {
  private readonly known = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(private readonly fabric: Fabric) {}

  of(id: string): Fact {
    const asymmetric: Unlike[] = [];
    const lost: ReturnsFact["lost"] = [];
    const gaps = new Map<string, Gap>();
    for (const [other, there] of this.from(id)) {
      const unseen = this.unseen(other);
      const back = this.from(other).get(id) ?? new Set<string>();
      const [first = ""] = [...there].sort();
      if (unseen.length > 0) for (const gap of unseen) gaps.set(gap.id, gap);
      else if (back.size === 0) lost.push({ to: this.named(other), there: this.named(first) });
      else {
        const answer = [...back].sort()[0] ?? "";
        const same = [...there].some((link) =>
          [...back].some((one) => this.isSame({ link, one }, { id, other })),
        );
        if (!same)
          asymmetric.push({ to: this.named(other), there: this.named(first), back: this.named(answer) });
      }
    }
    const sorted = <T extends { readonly to: { readonly id: string } }>(list: T[]) =>
      list.sort((a, b) => (a.to.id < b.to.id ? -1 : 1));
    return {
      value: { asymmetric: sorted(asymmetric), lost: sorted(lost) },
      gaps: [...gaps.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  }

  /** Two gateways that a third joins are one way; two that both networks are attached to are two. */
  private isSame(
    { link, one }: { link: string; one: string },
    { id, other }: { id: string; other: string },
  ): boolean {
    if (link === one) return true;
    const { fabric } = this;
    if ([link, one].some((each) => fabric.graph.node(each)?.kind !== "gateway")) return false;
    const attached = (gateway: string, network: string) =>
      fabric.many(gateway, "attachments").some((each) => fabric.one(each, "network") === network);
    return !(attached(link, other) && attached(one, id));
  }

  private named(id: string): { id: string; label: string } {
    return { id, label: this.fabric.label(id) };
  }

  /** What of the other's routes was not seen. */
  private unseen(network: string): readonly Gap[] {
    const { holes } = this.fabric;
    const subnets = this.fabric.many(network, "subnets");
    const tables = subnets.flatMap((subnet) => this.fabric.one(subnet, "route_table") ?? []);
    return [
      ...holes.at(network, "subnets"),
      ...holes.hidingNear("subnet", network),
      ...holes.hidingNear("route-table", network),
      ...subnets.flatMap((subnet) => holes.at(subnet, "route_table")),
      ...tables.flatMap((table) => [...holes.at(table, "targets"), ...holes.at(table, "prefix_lists")]),
    ];
  }

  private from(network: string): ReadonlyMap<string, ReadonlySet<string>> {
    const known = this.known.get(network);
    if (known !== undefined) return known;
    const leads = new Map<string, Set<string>>();
    const seen = new Set<string>();
    for (const subnet of this.fabric.many(network, "subnets")) {
      // Subnets that share a table and a zone lead alike.
      const key = `${this.fabric.one(subnet, "route_table")} ${this.fabric.zoneOf(subnet)}`;
      if (!seen.has(key)) this.follow({ network, subnet }, leads);
      seen.add(key);
    }
    this.known.set(network, leads);
    return leads;
  }

  private follow(
    { network, subnet }: { network: string; subnet: string },
    leads: Map<string, Set<string>>,
  ): void {
    const { fabric } = this;
    const table = fabric.tables.of(fabric.one(subnet, "route_table") ?? "");
    for (const { to, route } of table?.pieces ?? []) {
      if (!LINKS.has(route.via.type) || route.state !== "active") continue;
      const [link, ...more] = fabric.graph.find(route.via.id ?? "");
      if (link === undefined || more.length > 0) continue;
      const set = fabric.space.box({ source: fabric.blocksOf(network), destination: to });
      const ends = scout(fabric, set, (walker, flow) =>
        routeFrom(walker, { ...flow, zone: fabric.zoneOf(subnet) }, { network, subnet }),
      );
      for (const { kind, node } of ends) {
        if (kind !== "arrives" || node === network || fabric.graph.node(node)?.kind !== "network") continue;
        leads.set(node, (leads.get(node) ?? new Set()).add(link.id));
      }
    }
  }
}
