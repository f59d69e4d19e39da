import type { FactsByKind } from "../../../model/index.js";
import { addressOf, blockOf, sortedTexts } from "../block.js";
import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";

type Tunnel = FactsByKind["vpn-connection"]["tunnels"][number];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html */
export const vpnConnections: Resource = {
  service: "ec2",
  operation: "DescribeVpnConnections",
  list: "VpnConnections",
  actions: ["ec2:DescribeVpnConnections"],
  kinds: ["vpn-connection"],
  types: ["aws.vpn-connection"],
  scope: "region",
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const connection = identify(raw, "vpn-connection", { idMember: "VpnConnectionId" });
      if (connection === null) continue;
      const { item } = connection;
      const options = item.child("Options");
      draft.node({
        ...nodeBase(connection),
        kind: "vpn-connection",
        type: "aws.vpn-connection",
        is: {
          state: item.text("State") ?? "unknown",
          staticRoutes: options?.flag("StaticRoutesOnly") ?? null,
          routes: item.list("Routes").flatMap((route) => {
            const cidr = blockOf(route, "DestinationCidrBlock");
            return cidr === null ? [] : [{ cidr, state: route.text("State") ?? "available" }];
          }),
          localCidr: selector(options, "Local"),
          remoteCidr: selector(options, "Remote"),
          accelerated: options?.flag("EnableAcceleration") ?? null,
          tunnels: tunnelsOf(item, options),
        },
      });
      link(connection);
    }
  },
};

function link({ id: from, item }: Identity): void {
  const { draft, pointer } = item;
  const to = item.text("VpnGatewayId") ?? item.text("TransitGatewayId");
  draft.edge({ from, relation: "gateway", to: to === "" ? null : to, pointer });
  draft.edge({ from, relation: "customer_gateway", to: item.text("CustomerGatewayId"), pointer });
  if ((to === null || to === "") && item.text("CoreNetworkArn") !== null)
    item.gap("unmodelled", "A VPN connection ends at a Cloud WAN core network, which is not modelled");
}

/** Traffic selectors of one side; null where they are open or not told. */
function selector(options: Item | null, side: "Local" | "Remote"): string | null {
  if (options === null) return null;
  return blockOf(options, `${side}Ipv4NetworkCidr`) ?? blockOf(options, `${side}Ipv6NetworkCidr`);
}

/** What the options configure and what telemetry tells of, by outside address. */
function tunnelsOf(item: Item, options: Item | null): Tunnel[] {
  const configured = options?.list("TunnelOptions") ?? [];
  const told = item.list("VgwTelemetry");
  const outside = sortedTexts([...configured, ...told].map((one) => addressOf(one, "OutsideIpAddress")));
  return outside.map((address) => {
    const option = configured.find((one) => addressOf(one, "OutsideIpAddress") === address);
    const telemetry = told.find((one) => addressOf(one, "OutsideIpAddress") === address);
    return {
      outsideAddress: address,
      insideCidrs:
        option === undefined
          ? []
          : sortedTexts([blockOf(option, "TunnelInsideCidr"), blockOf(option, "TunnelInsideIpv6Cidr")]),
      status: telemetry?.text("Status")?.toLowerCase() ?? null,
      acceptedRoutes: telemetry?.int("AcceptedRouteCount") ?? null,
      message: telemetry?.text("StatusMessage") ?? null,
    };
  });
}
