import type { FactsByKind } from "../../../../model/index.js";
import { blockOf } from "../../block.js";
import { identify, nodeBase } from "../../identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

type Authentication = FactsByKind["client-vpn"]["authentication"][number];

/**
 * Where people's machines join a network. Targets and routes are other calls'.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ClientVpnEndpoint.html
 */
export const clientVpnEndpoints: Resource = {
  service: "ec2",
  operation: "DescribeClientVpnEndpoints",
  list: "ClientVpnEndpoints",
  actions: ["ec2:DescribeClientVpnEndpoints"],
  kinds: ["client-vpn"],
  types: ["aws.client-vpn-endpoint"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const endpoint = identify(raw, "client-vpn-endpoint", { idMember: "ClientVpnEndpointId" });
      if (endpoint === null) continue;
      const { item } = endpoint;
      const base = nodeBase(endpoint);
      const authentication = item.list("AuthenticationOptions").map(authenticationOf);
      draft.node({
        ...{ ...base, kind: "client-vpn", type: "aws.client-vpn-endpoint" },
        is: { name: base.label, authentication, ...factsOf(item) },
      });
      link(item, endpoint.id, authentication);
    }
  },
};

function factsOf(item: Item): Partial<FactsByKind["client-vpn"]> {
  const logs = item.child("ConnectionLogOptions");
  const handler = item.child("ClientConnectOptions");
  const posture = item.child("DevicePostureOptions")?.list("TrustProviders") ?? [];
  return {
    state: item.child("Status")?.text("Code") ?? "unknown",
    description: item.text("Description"),
    clientCidr: blockOf(item, "ClientCidrBlock"),
    splitTunnel: item.flag("SplitTunnel"),
    dnsServers: item.texts("DnsServers"),
    transport: item.text("TransportProtocol"),
    port: item.int("VpnPort"),
    serverCertificate: item.text("ServerCertificateArn"),
    logging: logs?.flag("Enabled") ?? null,
    logGroup: logs?.text("CloudwatchLogGroup") ?? null,
    selfServicePortal: (item.text("SelfServicePortalUrl") ?? "") !== "",
    sessionHours: item.int("SessionTimeoutHours"),
    disconnectsOnTimeout: item.flag("DisconnectOnSessionTimeout"),
    banner: item.child("ClientLoginBannerOptions")?.flag("Enabled") ?? null,
    connectHandler: handler?.flag("Enabled") === true ? handler.text("LambdaFunctionArn") : null,
    enforcesRoutes: item.child("ClientRouteEnforcementOptions")?.flag("Enforced") ?? null,
    posture: posture.map((one) => one.text("TrustProviderType") ?? "unknown").sort(),
  };
}

const TYPES: ReadonlyMap<string | null, string> = new Map([
  ["certificate-authentication", "certificate"],
  ["directory-service-authentication", "directory"],
  ["federated-authentication", "federated"],
]);

function authenticationOf(option: Item): Authentication {
  const federated = option.child("FederatedAuthentication");
  const type = TYPES.get(option.text("Type"));
  if (type === undefined)
    option.gap("unmodelled", "A client VPN tells people apart in a way that is not known");
  return {
    type: type ?? "unknown",
    provider:
      federated?.text("SamlProviderArn") ?? option.child("ActiveDirectory")?.text("DirectoryId") ?? null,
    portalProvider: federated?.text("SelfServiceSamlProviderArn") ?? null,
    certificate: option.child("MutualAuthentication")?.text("ClientRootCertificateChain") ?? null,
  };
}

function link(item: Item, from: string, authentication: readonly Authentication[]): void {
  const { draft, pointer } = item;
  draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
  for (const to of item.texts("SecurityGroupIds")) draft.edge({ from, relation: "filters", to, pointer });
  const providers = authentication.flatMap((one) => [one.provider, one.portalProvider]);
  for (const to of new Set(providers)) draft.edge({ from, relation: "identity_providers", to, pointer });
  if (item.child("TransitGatewayConfiguration") !== null)
    item.gap("unmodelled", "A client VPN comes out at a transit gateway, which is not modelled");
}
