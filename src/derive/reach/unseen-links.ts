import type { Gap, Kind } from "../../model/index.js";
import type { Fabric } from "./fabric.js";
import { linksOf } from "./links.js";

/** What a link from a data centre to the cloud is made of. */
const PARTS: readonly (readonly [kind: Kind, types: readonly string[]])[] = [
  ["gateway", ["aws.vpn-gateway", "aws.transit-gateway", "aws.direct-connect-gateway", "aws.local-gateway"]],
  ["attachment", ["aws.transit-gateway-attachment"]],
  ["gateway-association", ["aws.direct-connect-gateway-association"]],
  ["vpn-connection", ["aws.vpn-connection"]],
  ["route-table", ["aws.local-gateway-route-table", "aws.transit-gateway-route-table"]],
  ["virtual-interface", ["aws.virtual-interface", "aws.local-gateway-virtual-interface"]],
];

/** Relations that lead from one part of a link to the next. */
const SEGMENTS: ReadonlySet<string> = new Set([
  ...["gateway", "associations", "associated_gateway", "direct_connect_associations", "virtual_interfaces"],
  ...["vpn_connection", "vpn_connections", "direct_connect_gateway", "attachments", "network", "networks"],
  ...["targets", "propagated_from"],
]);

/** Gaps that may hide a link of a data centre with the cloud, or a part of one. */
export function unseenLinks(fabric: Fabric): readonly Gap[] {
  const known = LINKS.get(fabric) ?? (fabric.holes.none ? [] : found(fabric));
  LINKS.set(fabric, known);
  return known;
}

/** Asked for by every walk from a data centre, and the same for all. */
const LINKS = new WeakMap<Fabric, readonly Gap[]>();

function found(fabric: Fabric): readonly Gap[] {
  const { graph, holes } = fabric;
  const hidden = PARTS.flatMap(([kind, types]) =>
    types.flatMap((type) => holes.hiding(kind, undefined, type)),
  );
  const parts = PARTS.flatMap(([kind, types]) =>
    graph.ids(kind).filter((id) => types.includes(graph.node(id)?.type ?? "")),
  );
  const broken = parts.flatMap((id) =>
    holes
      .at(id, undefined)
      .concat([...SEGMENTS].flatMap((segment) => holes.at(id, segment)))
      .filter(({ reason }) => reason === "dangling" || reason === "unparsed" || reason === "not-collected"),
  );
  return [...new Set([...hidden, ...broken])];
}

/** Whether something that links hang on is told without any: by what it is joined to a data centre was not collected. */
export function someBare(fabric: Fabric): boolean {
  const { graph } = fabric;
  const gateways = graph.ids("gateway").filter((id) => {
    const { gatewayType } = fabric.is(id, "gateway");
    return gatewayType === "local" || (gatewayType === "vpn" && fabric.one(id, "network") !== undefined);
  });
  const attachments = graph
    .ids("attachment")
    .filter((id) => LINKED.has(fabric.is(id, "attachment").attachmentType ?? ""));
  return [...gateways, ...attachments].some((id) => linksOf(fabric, id).length === 0);
}

const LINKED: ReadonlySet<string> = new Set(["vpn", "direct-connect-gateway"]);
