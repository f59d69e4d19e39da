import { isObject, type Json, type JsonObject } from "../../model/index.js";

/** Members by which a route says where it leads; later ones came after the type, and may not be recorded. */
const TARGETS = [
  "gatewayId",
  "natGatewayId",
  "transitGatewayId",
  "vpcPeeringConnectionId",
  "egressOnlyInternetGatewayId",
  "localGatewayId",
  "carrierGatewayId",
  "coreNetworkArn",
  "instanceId",
  "networkInterfaceId",
];

/**
 * What a route table's item does not tell. A route to what Config has no word for is recorded without its target, and
 * an association with a gateway, without the gateway.
 */
export function missingFromRouteTable({ routes, associations }: JsonObject): string | null {
  const lost = objects(routes).some(
    (route) => route["state"] !== "blackhole" && !TARGETS.some((name) => isNamed(route[name])),
  );
  if (lost) return "the target of a route";
  const loose = objects(associations).some(
    ({ main, subnetId, gatewayId }) => main !== true && !isNamed(subnetId) && !isNamed(gatewayId),
  );
  return loose ? "what one of its associations is with" : null;
}

function isNamed(value: Json | undefined): boolean {
  return typeof value === "string" && value !== "";
}

function objects(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
