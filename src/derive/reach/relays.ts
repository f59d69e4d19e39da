import type { EstateNode } from "../../model/index.js";
import { formatAddress } from "../../net/index.js";
import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";
import { crossesZones, preservesClient } from "./relay-manner.js";

/** A load balancer that opens connections to a target when somebody connects to one of its listeners. */
export interface Relay {
  readonly balancer: string;
  readonly cards: readonly Nic[];
  readonly group: string;
  readonly listenerPort: number;
  readonly targetPort: number;
  /** 6 or 17, on both sides. */
  readonly protocol: number;
  /** The target sees the client's address, not the load balancer's; undefined: one or the other. */
  readonly preserves: boolean | undefined;
  /** A node of the load balancer serves targets of other zones too; undefined: it may. */
  readonly crosses: boolean | undefined;
  /** Why it is not certain that the listener leads to the target. */
  readonly doubt: string | undefined;
}

/** What a listener or target group of this protocol carries (IANA numbers); HTTP and TLS go over TCP. */
const CARRIES: ReadonlyMap<string, readonly number[]> = new Map([
  ["UDP", [17]],
  ["QUIC", [17]],
  ["TCP_UDP", [6, 17]],
  ["TCP_QUIC", [6, 17]],
]);

/** Targets by what they name: a host, an address, or another load balancer. */
export class Relays {
  constructor(private readonly fabric: Fabric) {}

  /** What forwards to one of these cards on the port, or on any. */
  to(nics: readonly Nic[], port: number | undefined): Relay[] {
    const relays = new Map<string, Relay>();
    for (const nic of nics) {
      const names = [nic.host, nic.id, ...addressesOf(nic)];
      for (const target of names.flatMap((name) => this.known.get(name ?? "") ?? [])) {
        for (const relay of this.through(target))
          if (port === undefined || port === relay.targetPort) relays.set(keyOf(relay), relay);
      }
    }
    return [...relays.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, relay]) => relay);
  }

  private get known(): ReadonlyMap<string, readonly string[]> {
    const { survey } = this.fabric;
    survey.targets ??= this.read();
    return survey.targets;
  }

  private read(): Map<string, string[]> {
    const targets = new Map<string, string[]>();
    const { graph } = this.fabric;
    for (const id of graph.each("target")) {
      const node = graph.node(id) as EstateNode<"target"> | undefined;
      if (node === undefined) continue;
      const balancer = this.fabric.one(id, "load_balancer");
      const cards = balancer === undefined ? [] : this.fabric.balancerCards(balancer).map((nic) => nic.id);
      for (const name of [this.fabric.one(id, "host") ?? node.is.target ?? "", ...cards]) {
        const held = targets.get(name);
        if (held === undefined) targets.set(name, [id]);
        else held.push(id);
      }
    }
    return targets;
  }

  private through(id: string): Relay[] {
    const { fabric } = this;
    const target = fabric.is(id, "target");
    const group = fabric.one(id, "target_group");
    // "unused": no listener uses the group, or the zone of the target is not one of the load balancer's.
    if (group === undefined || target.health === "unused") return [];
    const { port } = fabric.is(group, "target-group");
    const targetPort = target.port ?? port ?? null;
    if (targetPort === null) return [];
    return this.doorsOf(group).flatMap(({ listener, doubt }) => {
      const balancer = fabric.one(listener, "load_balancer");
      const facts = fabric.is(listener, "listener");
      if (balancer === undefined || facts.port == null) return [];
      const relay = {
        ...{ balancer, group, targetPort, doubt, listenerPort: facts.port },
        cards: fabric.balancerCards(balancer),
        preserves: preservesClient(fabric, { balancer, group }),
        crosses: crossesZones(fabric, { balancer, group }),
      };
      return (CARRIES.get(facts.protocol ?? "") ?? [6]).map((protocol) => ({ ...relay, protocol }));
    });
  }

  /**
   * The listeners that lead to a group: those whose default action names it; and of a load balancer that says
   * it uses the group, and none of whose default actions names it, any, for its rules were not collected.
   */
  private doorsOf(group: string): { listener: string; doubt: string | undefined }[] {
    const { fabric } = this;
    const certain = fabric.many(group, "listeners");
    const told = new Set(certain.map((listener) => fabric.one(listener, "load_balancer")));
    const others = fabric.many(group, "load_balancers").filter((balancer) => !told.has(balancer));
    return [
      ...certain.map((listener) => ({ listener, doubt: undefined })),
      ...others.flatMap((balancer) =>
        fabric.many(balancer, "listeners").map((listener) => ({
          listener,
          doubt: `which rule of ${fabric.label(balancer)} leads to ${fabric.label(group)} was not collected`,
        })),
      ),
    ];
  }
}

function keyOf({ balancer, group, listenerPort, targetPort, protocol }: Relay): string {
  return JSON.stringify([balancer, listenerPort, targetPort, protocol, group]);
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
