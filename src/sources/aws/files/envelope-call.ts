import type { JsonObject } from "../../../model/index.js";
import { PACKAGES } from "../fetch/packages.js";
import { REGISTRY } from "../registry.js";

/** Other spellings of a service: endpoint names, CLI and SDK package names. */
const SERVICES = new Map([
  ["elasticloadbalancingv2", "elbv2"],
  ["elasticloadbalancing", "elb"],
  ["cognitoidentityprovider", "cognito-idp"],
  ["cloudmap", "servicediscovery"],
  ["directoryservice", "ds"],
  ["configservice", "config"],
  ["databasemigrationservice", "dms"],
  ["es", "opensearch"],
  ["elasticsearchservice", "opensearch"],
  ["cloudwatchlogs", "logs"],
  ["monitoring", "cloudwatch"],
  ...Object.keys(PACKAGES).map((service) => [service.replaceAll("-", ""), service] as const),
]);
/** Both load balancer APIs answer under one endpoint name; only the classic one says this. */
const CLASSIC = ["LoadBalancerDescriptions", "LoadBalancerAttributes"];

/** Service and operation of an envelope, as the registry spells them; null where they are missing. */
export function envelopeCall(
  envelope: JsonObject,
  output: JsonObject,
): { service: string; operation: string } | null {
  const { service, operation } = envelope;
  if (typeof service !== "string" || typeof operation !== "string") return null;
  const plain = service.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (plain === "" || operation === "") return null;
  const known = SERVICES.get(plain) ?? service.toLowerCase();
  const classic = CLASSIC.some((member) => Object.hasOwn(output, member));
  const settled = plain === "elasticloadbalancing" && !classic ? "elbv2" : known;
  return { service: settled, operation: spelt(settled, pascal(operation)) };
}

/** `get-web-acl` is GetWebACL: the command line does not tell where an abbreviation stands. */
function spelt(service: string, operation: string): string {
  const plain = operation.toLowerCase();
  const known = REGISTRY.find((one) => one.service === service && one.operation.toLowerCase() === plain);
  return known?.operation ?? operation;
}

/** `describe-vpcs` and `describe_vpcs` are DescribeVpcs. */
function pascal(operation: string): string {
  if (!/[-_]|^[a-z]/.test(operation)) return operation;
  return operation
    .split(/[-_]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
