import { blockOf, sortedTexts } from "../block.js";
import { linkIdentity } from "../direct-connect-identity.js";
import type { Item } from "../item.js";
import { nextTokens, type Resource } from "../resource.js";

/** https://docs.aws.amazon.com/directconnect/latest/APIReference/API_VirtualInterface.html */
export const virtualInterfaces: Resource = {
  service: "directconnect",
  operation: "DescribeVirtualInterfaces",
  list: "virtualInterfaces",
  actions: ["directconnect:DescribeVirtualInterfaces"],
  kinds: ["virtual-interface"],
  types: ["aws.virtual-interface"],
  scope: "region",
  optional: true,
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const line = linkIdentity(raw, {
        kind: "dxvif",
        idMember: "virtualInterfaceId",
        ownerMember: "ownerAccount",
        nameMember: "virtualInterfaceName",
        regional: true,
      });
      if (line === null) continue;
      const { id: from, item, base } = line;
      const peers = item.list("bgpPeers");
      draft.node({
        ...base,
        kind: "virtual-interface",
        type: "aws.virtual-interface",
        is: {
          interfaceType: item.text("virtualInterfaceType") ?? "unknown",
          state: item.text("virtualInterfaceState") ?? "unknown",
          vlan: item.int("vlan"),
          asn: item.int("asnLong") ?? item.int("asn"),
          // With a prefix length: they are the ends of a link of their own.
          amazonAddresses: sortedTexts([item, ...peers].map((one) => one.text("amazonAddress"))),
          customerAddresses: sortedTexts([item, ...peers].map((one) => one.text("customerAddress"))),
          prefixes: sortedTexts(item.list("routeFilterPrefixes").map((prefix) => blockOf(prefix, "cidr"))),
          sessions: peers.map((peer) => ({
            family: peer.text("addressFamily") ?? "unknown",
            status: peer.text("bgpStatus") ?? "unknown",
            state: peer.text("bgpPeerState") ?? "unknown",
          })),
          connection: item.text("connectionId"),
          location: item.text("location"),
          group: null,
          amazonAsn: item.int("amazonSideAsn"),
          ...{ mtu: item.int("mtu"), jumboFrames: item.flag("jumboFrameCapable") },
          ...{ siteLink: item.flag("siteLinkEnabled"), device: item.text("awsDeviceV2") },
          peers: peers.map(peerOf),
        },
      });
      const { pointer } = item;
      draft.edge({ from, relation: "circuit", to: item.text("connectionId") || null, pointer });
      const to = [item.text("directConnectGatewayId"), item.text("virtualGatewayId")].find(
        (name) => name !== null && name !== "",
      );
      draft.edge({ from, relation: "gateway", to: to ?? null, pointer });
    }
  },
};

function peerOf(peer: Item) {
  return {
    family: peer.text("addressFamily") ?? "unknown",
    asn: peer.int("asnLong") ?? peer.int("asn"),
    amazonAddress: peer.text("amazonAddress"),
    customerAddress: peer.text("customerAddress"),
    status: peer.text("bgpStatus") ?? "unknown",
    state: peer.text("bgpPeerState") ?? "unknown",
    device: peer.text("awsDeviceV2"),
  };
}
