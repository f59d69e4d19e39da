import type { JsonObject } from "../../../model/index.js";
import { REGISTRY } from "../registry.js";

/** Other spellings of a service: endpoint names, CLI and SDK package names. */
const SERVICES = new Map([
  ["elasticloadbalancingv2", "elbv2"],
  ["elasticloadbalancing", "elb"],
  ["directconnect", "directconnect"],
  ["networkfirewall", "network-firewall"],
  ["wafv2", "wafv2"],
  ["apigateway", "apigateway"],
  ["apigatewayv2", "apigatewayv2"],
  ["cognitoidp", "cognito-idp"],
  ["cognitoidentityprovider", "cognito-idp"],
  ["route53", "route53"],
  ["route53resolver", "route53resolver"],
  ["route53domains", "route53domains"],
  ["servicediscovery", "servicediscovery"],
  ["cloudmap", "servicediscovery"],
  ["ssoadmin", "sso-admin"],
  ["cognitoidentity", "cognito-identity"],
  ["directoryservice", "ds"],
  ["accessanalyzer", "accessanalyzer"],
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
