import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";

/** Cards of load balancers, found by their description: `ELB app/shop/50dc6c495c0c9188`, `ELB old`. */
export class BalancerCards {
  constructor(private readonly fabric: Fabric) {}

  of(id: string): Nic[] {
    const network = this.fabric.one(id, "network");
    const cards = this.fabric.survey.cardsOfBalancers.get(this.nameOf(id)) ?? [];
    return this.read(cards).filter((nic) => nic.network === network || network === undefined);
  }

  /** Those of load balancers that are not in the graph. */
  strange(): Nic[][] {
    const { graph, survey } = this.fabric;
    const known = new Set(graph.ids("load-balancer").map((id) => this.nameOf(id)));
    const others = [...survey.cardsOfBalancers].filter(([name]) => !known.has(name));
    return others.map(([, cards]) => this.read(cards)).filter((cards) => cards.length > 0);
  }

  private read(cards: readonly string[]): Nic[] {
    return cards.flatMap((card) => this.fabric.nic(card) ?? []);
  }

  private nameOf(id: string): string {
    return /loadbalancer\/(.+)$/.exec(id)?.[1] ?? this.fabric.is(id, "load-balancer").name ?? "";
  }
}
