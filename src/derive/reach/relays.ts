import type { EstateNode, Gap } from "../../model/index.js";
import { formatAddress } from "../../net/index.js";
import { type Door, doorsOf } from "./doors.js";
import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";
import { crossesZones, preservesClient } from "./relay-manner.js";
import { UnseenRelays } from "./unseen-relays.js";

/** A load balancer that opens connections to a target when somebody connects to one of its listeners. */
export interface Relay {
  readonly balancer: string;
  readonly cards: readonly Nic[];
  /** Undefined where the target group was not seen. */
  readonly group: string | undefined;
  /** Undefined: one that was not told. */
  readonly listenerPort: number | undefined;
  /** Undefined: one that was not told. */
  readonly targetPort: number | undefined;
  /** 6 or 17, on both sides. */
  readonly protocol: number;
  /** The target sees the client's address, not the load balancer's; undefined: one or the other. */
  readonly preserves: boolean | undefined;
  /** A node of the load balancer serves targets of other zones too; undefined: it may. */
  readonly crosses: boolean | undefined;
  /** The rule of the listener that leads to the target; undefined where that is its default action. */
  readonly rule: EstateNode<"listener-rule"> | undefined;
  /** Why it is not certain that the listener leads to the target. */
  readonly doubt: string | undefined;
  /** What was not seen, and keeps it from being certain. */
  readonly gaps: readonly Gap[];
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
  private readonly unseen: UnseenRelays;

  constructor(private readonly fabric: Fabric) {
    this.unseen = new UnseenRelays(fabric, (group, port) => this.intoGroup(group, port));
  }

  /** What forwards to one of these cards on the port, or on any; the certain ones first. */
  to(nics: readonly Nic[], port: number | undefined): Relay[] {
    const relays = new Map<string, Relay>();
    for (const nic of nics) {
      const names = [nic.host, nic.id, ...addressesOf(nic)];
      const told = names.flatMap((name) => this.known.get(name ?? "") ?? []);
      for (const relay of [...told.flatMap((target) => this.through(target)), ...this.unseen.to(nic, port)]) {
        if (port !== undefined && relay.targetPort !== undefined && port !== relay.targetPort) continue;
        const key = keyOf(relay);
        if (relays.get(key)?.doubt !== undefined || !relays.has(key)) relays.set(key, relay);
      }
    }
    const rank = ({ doubt }: Relay) => (doubt === undefined ? 0 : 1);
    return [...relays]
      .sort(([a, one], [b, other]) => rank(one) - rank(other) || (a < b ? -1 : 1))
      .map(([, relay]) => relay);
  }

  private get known(): ReadonlyMap<string, readonly string[]> {
    return this.fabric.survey.targets.get("", () => this.read());
  }

  private read(): Map<string, string[]> {
    const targets = new Map<string, string[]>();
    const { graph } = this.fabric;
    for (const id of graph.each("target")) {
      const node = graph.node(id) as EstateNode<"target"> | undefined;
      if (node === undefined) continue;
      // A load balancer that was not collected is known by its name all the same, and its cards by that.
      const named = /:loadbalancer\//.test(node.is.target ?? "") ? node.is.target : undefined;
      const balancer = this.fabric.one(id, "load_balancer") ?? named;
      // What stands behind a classic load balancer names that, and is not one.
      const own = balancer === undefined || isClassic(this.fabric, balancer);
      const cards = own ? [] : this.fabric.balancerCards(balancer).map((nic) => nic.id);
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
    const group = fabric.one(id, "target_group");
    const { health, port } = fabric.is(id, "target");
    if (group === undefined) return this.byItself(id);
    // "unused": no listener uses the group, or the zone of the target is not one of the load balancer's.
    if (health === "unused") return [];
    return this.intoGroup(group, port ?? fabric.is(group, "target-group").port ?? undefined);
  }

  /** By a classic load balancer, whose listeners all lead to all of its instances. */
  private byItself(id: string): Relay[] {
    const { fabric } = this;
    const balancer = fabric.one(id, "load_balancer");
    if (balancer === undefined || !isClassic(fabric, balancer)) return [];
    return fabric.many(balancer, "listeners").map((listener) => {
      const { port, targetPort } = fabric.is(listener, "listener");
      const told = port != null && targetPort != null;
      return {
        ...{ balancer, group: undefined, rule: undefined, protocol: 6, preserves: false },
        ...{ listenerPort: port ?? undefined, targetPort: targetPort ?? undefined },
        cards: fabric.balancerCards(balancer),
        crosses: crossesZones(fabric, { balancer, group: undefined }),
        doubt: told ? undefined : "the ports of the listener were not told",
        gaps: told ? [] : fabric.holes.at(listener),
      };
    });
  }

  /** By every listener that leads to a group, to a port of its targets. */
  private intoGroup(group: string, targetPort: number | undefined): Relay[] {
    const { fabric } = this;
    const { protocol, targetType } = fabric.is(group, "target-group");
    // A function takes no connections.
    if (targetType === "lambda") return [];
    const doors = doorsOf(fabric, group);
    return doors.flatMap((door) => {
      const { balancer } = door;
      const relay = {
        ...{ balancer, group, targetPort, listenerPort: door.port, rule: door.rule, gaps: door.gaps },
        doubt: door.doubt ?? (targetPort === undefined ? "the port of the target was not told" : undefined),
        cards: fabric.balancerCards(balancer),
        preserves: preservesClient(fabric, { balancer, group }),
        crosses: crossesZones(fabric, { balancer, group }),
      };
      return carried(door, protocol).map((number) => ({ ...relay, protocol: number }));
    });
  }
}

function isClassic(fabric: Fabric, balancer: string): boolean {
  return fabric.is(balancer, "load-balancer").balancerType === "classic";
}

function carried({ protocol }: Door, group: string | null | undefined): readonly number[] {
  return CARRIES.get(protocol ?? group ?? "") ?? [6];
}

function keyOf({ balancer, group, listenerPort, targetPort, protocol }: Relay): string {
  return JSON.stringify([balancer, listenerPort ?? null, targetPort ?? null, protocol, group ?? null]);
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
