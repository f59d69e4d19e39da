import type { Json } from "../../model/index.js";
import { AddressSet } from "../../net/index.js";
import type { Fabric } from "./fabric.js";
import { setOf } from "./nics.js";

/** A line between the cloud and a data centre. */
export interface Link {
  readonly id: string;
  readonly kind: "vpn" | "direct-connect" | "local";
  /** Destinations in the data centre that it carries; undefined: all that is routed to it. */
  readonly takes: AddressSet | undefined;
  /** What the data centre is told to send through it; undefined: all that the cloud routes. */
  readonly advertised: AddressSet | undefined;
}

/** The links that hang on a virtual private gateway, a local gateway, or an attachment of a transit gateway. */
export function linksOf(fabric: Fabric, at: string): Link[] {
  const node = fabric.graph.node(at);
  if (node?.kind === "attachment") return attachmentLinks(fabric, at);
  if (node?.kind !== "gateway") return [];
  const type = fabric.is(at, "gateway").gatewayType;
  if (type === "vpn")
    return [
      ...fabric.many(at, "vpn_connections").map((id) => vpnLink(fabric, id)),
      ...fabric
        .many(at, "virtual_interfaces")
        .map((id): Link => ({ id, kind: "direct-connect", takes: undefined, advertised: undefined })),
      ...fabric.many(at, "direct_connect_associations").flatMap((id) => associationLinks(fabric, id, at)),
    ];
  if (type === "local")
    return fabric
      .many(at, "virtual_interfaces")
      .map((id): Link => ({ id, kind: "local", takes: undefined, advertised: undefined }));
  return [];
}

function attachmentLinks(fabric: Fabric, at: string): Link[] {
  const connection = fabric.one(at, "vpn_connection");
  if (connection !== undefined) return [vpnLink(fabric, connection)];
  const gateway = fabric.one(at, "direct_connect_gateway");
  if (gateway === undefined) return [];
  const transit = fabric.one(at, "gateway");
  const associations = fabric
    .many(gateway, "associations")
    .filter((id) => transit !== undefined && fabric.one(id, "associated_gateway") === transit);
  return associations.flatMap((id) => associationLinks(fabric, id, undefined));
}

/** Static routes are all that such a connection carries; selectors bound it both ways. */
function vpnLink(fabric: Fabric, id: string): Link {
  const is = fabric.is(id, "vpn-connection");
  const routes = setOf((is.routes ?? []).filter(({ state }) => state !== "deleted").map(({ cidr }) => cidr));
  const bound = (cidr: string | null | undefined) =>
    cidr == null || cidr === "0.0.0.0/0" || cidr === "::/0" ? undefined : setOf([cidr]);
  const onward = bound(is.localCidr);
  const takes = is.staticRoutes === true && !routes.isEmpty() ? routes : undefined;
  return {
    ...{ id, kind: "vpn" },
    takes: onward === undefined ? takes : (takes ?? AddressSet.ALL).intersect(onward),
    advertised: bound(is.remoteCidr),
  };
}

/**
 * A Direct Connect gateway tells the data centre the allowed prefixes: to a transit gateway they are announced as
 * they stand; for a virtual private gateway they filter the blocks of its VPC, which are announced where a prefix
 * is as wide or wider (Direct Connect user guide, "Allowed prefixes interactions").
 */
function associationLinks(fabric: Fabric, association: string, vpnGateway: string | undefined): Link[] {
  const { state = "unknown", allowedPrefixes = [] } = fabric.is(association, "gateway-association");
  const gateway = fabric.one(association, "gateway");
  if (gateway === undefined || state === "disassociated") return [];
  // Of prefixes that cannot be read nobody knows what they let through: as good as an association not seen.
  if (fabric.holes.at(association).some(({ reason }) => reason === "unparsed")) return [];
  const allowed = setOf(allowedPrefixes);
  const network = vpnGateway === undefined ? undefined : fabric.one(vpnGateway, "network");
  const announced =
    vpnGateway === undefined
      ? allowed
      : AddressSet.unionOf(
          (network === undefined ? [] : (fabric.is(network, "network").cidrs ?? []))
            .map((cidr) => setOf([cidr]))
            .filter((block) => allowedPrefixes.length === 0 || allowed.covers(block)),
        );
  return fabric
    .many(gateway, "virtual_interfaces")
    .map((id): Link => ({ id, kind: "direct-connect", takes: undefined, advertised: announced }));
}

/** Whether packets can pass: a tunnel is up, or a session of the virtual interface is. */
export function stateOf(fabric: Fabric, { id, kind }: Link): "up" | "down" | "unknown" {
  if (kind === "vpn") {
    const { state = "unknown", tunnels = [] } = fabric.is(id, "vpn-connection");
    if (state !== "available" && state !== "unknown") return "down";
    return anyUp(tunnels.map(({ status }) => status));
  }
  const { state = "unknown", sessions = [], interfaceType } = fabric.is(id, "virtual-interface");
  if (interfaceType === "local-gateway" || kind === "local")
    return state === "deleted" || state === "deleting" ? "down" : "up";
  if (state === "down" || state === "deleted" || state === "rejected" || state === "deleting") return "down";
  if (sessions.length > 0) return anyUp(sessions.map(({ status }) => status));
  return state === "available" ? "up" : "unknown";
}

function anyUp(states: readonly (Json | undefined)[]): "up" | "down" | "unknown" {
  const told = states.map((state) => String(state ?? "unknown").toLowerCase());
  if (told.includes("up")) return "up";
  return told.length > 0 && told.every((state) => state === "down") ? "down" : "unknown";
}
