import type { Fabric } from "./fabric.js";

interface Between {
  readonly balancer: string;
  /** Undefined for a classic load balancer, which has none. */
  readonly group: string | undefined;
}

/** Protocols of target groups for which a Network Load Balancer always keeps the client's address. */
const ALWAYS: ReadonlySet<string> = new Set(["UDP", "TCP_UDP", "QUIC", "TCP_QUIC"]);

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ["app", "application"],
  ["net", "network"],
  ["gwy", "gateway"],
]);

/** As it is told, or as its ARN has it: `…:loadbalancer/net/wire/0123`. */
export function balancerTypeOf(fabric: Fabric, balancer: string): string | undefined {
  const named = BY_NAME.get(/:loadbalancer\/(\w+)\//.exec(balancer)?.[1] ?? "");
  return fabric.is(balancer, "load-balancer").balancerType ?? named;
}

/**
 * Whether targets see the client's address. Application Load Balancers connect in their own name. Network Load
 * Balancers keep the client's for UDP and towards another load balancer, for the rest as the target group says
 * (Network Load Balancer guide, "Client IP preservation"). Undefined where its attributes were not collected.
 */
export function preservesClient(fabric: Fabric, { balancer, group }: Between): boolean | undefined {
  const balancerType = balancerTypeOf(fabric, balancer);
  if (balancerType !== "network" || group === undefined) return false;
  const { targetType = "instance", protocol, attributes } = fabric.is(group, "target-group");
  if (targetType === "alb" || ALWAYS.has(protocol ?? "")) return true;
  if (attributes == null) return undefined;
  const told = attributes["preserve_client_ip.enabled"];
  // One that could not be read may be this one.
  if (told === undefined && fabric.holes.at(group).length > 0) return undefined;
  return told === undefined ? targetType === "instance" : told === "true";
}

/**
 * Whether a node serves targets of other zones: as the group says, else as the load balancer does, which is
 * always for an Application Load Balancer (both guides, "Cross-zone load balancing").
 */
export function crossesZones(fabric: Fabric, { balancer, group }: Between): boolean | undefined {
  const general = fabric.is(balancer, "load-balancer").attributes?.["load_balancing.cross_zone.enabled"];
  if (group === undefined) return general === undefined ? undefined : general === "true";
  const own = fabric.is(group, "target-group").attributes;
  const told = own?.["load_balancing.cross_zone.enabled"];
  if (told === "true" || told === "false") return told === "true";
  if (own == null) return undefined;
  if (balancerTypeOf(fabric, balancer) === "application") return true;
  return general === undefined ? undefined : general === "true";
}
