import type { EstateNode } from "../../model/index.js";
import { formatAddress } from "../../net/index.js";
import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";

/** A load balancer that opens connections to a target when somebody connects to one of its listeners. */
export interface Relay {
  readonly balancer: string;
  readonly cards: readonly Nic[];
  readonly listenerPort: number;
  readonly targetPort: number;
  /** 6 or 17, on both sides. */
  readonly protocol: number;
  /** The target sees the client's address, not the load balancer's. */
  readonly preserves: boolean;
}

const UDP: ReadonlySet<string> = new Set(["UDP", "TCP_UDP", "QUIC", "TCP_QUIC"]);

/** Targets by what they name: a host, an address, or another load balancer. */
export class Relays {
  private targets: Map<string, EstateNode<"target">[]> | undefined;

  constructor(private readonly fabric: Fabric) {}

  /** What forwards to one of these cards on the port, or on any. */
  to(nics: readonly Nic[], port: number | undefined): Relay[] {
    const relays = new Map<string, Relay>();
    for (const nic of nics) {
      const names = [nic.host, nic.id, ...addressesOf(nic)];
      for (const target of names.flatMap((name) => this.known.get(name ?? "") ?? [])) {
        for (const relay of this.through(target))
          if (port === undefined || port === relay.targetPort)
            relays.set(JSON.stringify([relay.balancer, relay.listenerPort, relay.targetPort]), relay);
      }
    }
    return [...relays.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, relay]) => relay);
  }

  private get known(): Map<string, EstateNode<"target">[]> {
    if (this.targets !== undefined) return this.targets;
    this.targets = new Map();
    const { graph } = this.fabric;
    for (const id of graph.each("target")) {
      const node = graph.node(id) as EstateNode<"target"> | undefined;
      if (node === undefined) continue;
      const balancer = this.fabric.one(id, "load_balancer");
      const cards = balancer === undefined ? [] : this.fabric.balancerCards(balancer).map((nic) => nic.id);
      for (const name of [this.fabric.one(id, "host") ?? node.is.target ?? "", ...cards]) {
        const held = this.targets.get(name);
        if (held === undefined) this.targets.set(name, [node]);
        else held.push(node);
      }
    }
    return this.targets;
  }

  private through(target: EstateNode<"target">): Relay[] {
    const { fabric } = this;
    const group = fabric.one(target.id, "target_group");
    if (group === undefined) return [];
    const { targetType = "instance", protocol = null, port } = fabric.is(group, "target-group");
    const targetPort = target.is.port ?? port ?? null;
    if (targetPort === null) return [];
    return fabric.many(group, "listeners").flatMap((listener) => {
      const balancer = fabric.one(listener, "load_balancer");
      const facts = fabric.is(listener, "listener");
      if (balancer === undefined || facts.port == null) return [];
      const { balancerType } = fabric.is(balancer, "load-balancer");
      // Instances see the client unless that is switched off; addresses see it for UDP (Network Load Balancer guide, "Client IP preservation").
      const preserves = balancerType === "network" && (targetType === "instance" || UDP.has(protocol ?? ""));
      return [
        {
          ...{ balancer, targetPort, preserves, listenerPort: facts.port },
          cards: fabric.balancerCards(balancer),
          protocol: facts.protocol === "UDP" ? 17 : 6,
        },
      ];
    });
  }
}

function addressesOf(nic: Nic): string[] {
  return nic.addresses.ranges().flatMap((range) => {
    if (range.from !== range.to) return [];
    return [
      range.family === "ipv4"
        ? formatAddress({ family: "ipv4", value: range.from })
        : formatAddress({ family: "ipv6", value: range.from }),
    ];
  });
}
