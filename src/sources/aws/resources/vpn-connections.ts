import type { FactsByKind } from "../../../model/index.js";
import { addressOf, blockOf, sortedTexts } from "../block.js";
import { tunnelOptions } from "../hybrid/tunnel-options.js";
import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";
import { withoutSecrets } from "../secrets.js";

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
          routes: routesOf(item),
          localCidr: selector(options, "Local"),
          remoteCidr: selector(options, "Remote"),
          accelerated: options?.flag("EnableAcceleration") ?? null,
          tunnels: tunnelsOf(item, options),
          ...{ category: item.text("Category"), bandwidth: options?.text("TunnelBandwidth") ?? null },
          outsideType: options?.text("OutsideIpAddressType")?.toLowerCase() ?? null,
          keyStored: item.text("PreSharedKeyArn") === null ? null : true,
        },
        // The device's configuration and the keys of the tunnels stand in the answer, whoever brings it.
        native: withoutSecrets(item.json),
      });
      link(connection);
    }
  },
};

function routesOf(item: Item): FactsByKind["vpn-connection"]["routes"] {
  return item.list("Routes").flatMap((route) => {
    const cidr = blockOf(route, "DestinationCidrBlock");
    if (cidr === null && route.text("DestinationCidrBlock") === null)
      route.gap("unparsed", "A static route of a VPN connection has no destination");
    return cidr === null ? [] : [{ cidr, state: route.text("State") ?? "available" }];
  });
}

/** The gateway at the cloud's end. A connection may stand for a while without one. */
function link({ id: from, item }: Identity): void {
  const { draft, pointer } = item;
  const gateways = ["VpnGatewayId", "TransitGatewayId", "CoreNetworkArn"];
  const to = gateways.map((member) => item.text(member) || null).find((text) => text !== null) ?? null;
  draft.edge({ from, relation: "gateway", to, pointer });
  draft.edge({ from, relation: "customer_gateway", to: item.text("CustomerGatewayId"), pointer });
  const association = item.text("GatewayAssociationState") ?? "associated";
  if (to === null && association !== "not-associated")
    item.gap("unmodelled", "A VPN connection ends at no gateway that is known here");
  if (to?.includes(":core-network/") === true)
    item.gap(
      "unmodelled",
      "A VPN connection ends at a Cloud WAN core network, whose routing is not modelled",
    );
  if (association === "associating" || association === "disassociating")
    item.gap("unmodelled", `A VPN connection is ${association}: whether its gateway uses it is not settled`);
}

/** The traffic selector of one side, `0.0.0.0/0` where it is open; null where it is not told. */
function selector(options: Item | null, side: "Local" | "Remote"): string | null {
  if (options === null) return null;
  return blockOf(options, `${side}Ipv4NetworkCidr`) ?? blockOf(options, `${side}Ipv6NetworkCidr`);
}

/** What the options configure and what telemetry tells, joined by outside address; sorted by it. */
function tunnelsOf(item: Item, options: Item | null): Tunnel[] {
  const configured = byAddress(options?.list("TunnelOptions") ?? []);
  const told = byAddress(item.list("VgwTelemetry"));
  const addresses = sortedTexts([...configured, ...told].map(([address]) => address));
  const known = addresses.map((address) =>
    tunnelOf(address, findAt(configured, address), findAt(told, address)),
  );
  // Options and telemetry without an address cannot be joined: each stands for itself.
  const loose = [
    ...configured.flatMap(([address, option]) => (address === null ? [tunnelOf(null, option, null)] : [])),
    ...told.flatMap(([address, telemetry]) => (address === null ? [tunnelOf(null, null, telemetry)] : [])),
  ];
  return [...known, ...loose];
}

type Addressed = readonly (readonly [address: string | null, item: Item])[];

function byAddress(items: readonly Item[]): Addressed {
  return items.map((item) => [addressOf(item, "OutsideIpAddress"), item]);
}

function findAt(items: Addressed, address: string): Item | null {
  return items.find(([at]) => at === address)?.[1] ?? null;
}

function tunnelOf(outsideAddress: string | null, option: Item | null, telemetry: Item | null): Tunnel {
  const inside = (option === null ? [] : ["TunnelInsideCidr", "TunnelInsideIpv6Cidr"]).map((member) =>
    option === null ? null : blockOf(option, member),
  );
  return {
    outsideAddress,
    insideCidrs: sortedTexts(inside),
    status: telemetry?.text("Status")?.toLowerCase() ?? null,
    acceptedRoutes: telemetry?.int("AcceptedRouteCount") ?? null,
    message: telemetry?.text("StatusMessage") ?? null,
    certificate: telemetry?.text("CertificateArn") || null,
    options: option === null ? null : tunnelOptions(option),
  };
}
