import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";
import { Kept } from "./reads.js";

/** Cards of load balancers, found by their description: `ELB app/shop/50dc6c495c0c9188`, `ELB old`. */
export class BalancerCards {
  private readonly byName: Kept<ReadonlyMap<string, Nic[]>>;

  constructor(private readonly fabric: Fabric) {
    this.byName = new Kept(fabric.reads);
  }

  of(id: string): Nic[] {
    const network = this.fabric.one(id, "network");
    return (this.named.get(this.nameOf(id)) ?? []).filter(
      (nic) => nic.network === network || network === undefined,
    );
  }

  /** Those of load balancers that are not in the graph. */
  strange(): Nic[][] {
    const known = new Set(this.fabric.graph.ids("load-balancer").map((id) => this.nameOf(id)));
    return [...this.named].filter(([name]) => !known.has(name)).map(([, cards]) => cards);
  }

  private nameOf(id: string): string {
    return /loadbalancer\/(.+)$/.exec(id)?.[1] ?? this.fabric.is(id, "load-balancer").name ?? "";
  }

  private get named(): ReadonlyMap<string, Nic[]> {
    return this.byName.get("", () => {
      const names = new Map<string, Nic[]>();
      for (const nic of this.fabric.nics.values()) {
        const { description = "" } = this.fabric.is(nic.id, "interface");
        if (!description.startsWith("ELB ")) continue;
        const name = description.slice("ELB ".length);
        const held = names.get(name);
        if (held === undefined) names.set(name, [nic]);
        else held.push(nic);
      }
      return names;
    });
  }
}
