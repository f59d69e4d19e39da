import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";

/** Cards of load balancers, found by their description: `ELB app/shop/50dc6c495c0c9188`, `ELB old`. */
export class BalancerCards {
  private byName: ReadonlyMap<string, Nic[]> | undefined;

  constructor(private readonly fabric: Fabric) {}

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
    if (this.byName !== undefined) return this.byName;
    const names = new Map<string, Nic[]>();
    for (const nic of this.fabric.nics.values()) {
      const { description = "" } = this.fabric.is(nic.id, "interface");
      if (!description.startsWith("ELB ")) continue;
      const name = description.slice("ELB ".length);
      names.set(name, [...(names.get(name) ?? []), nic]);
    }
    this.byName = names;
    return names;
  }
}
