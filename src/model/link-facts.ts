import { Type } from "typebox";
import { Cidrs, Flag, Nullable, Text } from "./fact-shapes.js";

const Texts = Type.Array(Text);

/** The neutral facts of what joins networks to each other and to data centres. */
export const LINK_FACTS = {
  "gateway-association": Type.Object({
    state: Text,
    allowedPrefixes: Type.Array(Type.String(), {
      description: "CIDR blocks that are advertised to the data centre",
    }),
  }),
  attachment: Type.Object({
    attachmentType: Type.String({
      description: "vpc, vpn, direct-connect-gateway, peering, connect, client-vpn, network-function",
    }),
    state: Text,
    resource: Nullable(Type.String({ description: "short id of what is attached" })),
    resourceAccount: Nullable(Type.String({ description: "who owns what is attached" })),
    peer: Nullable(Type.Object({ gateway: Nullable(Text), account: Nullable(Text), region: Nullable(Text) })),
    associationState: Nullable(Text),
    applianceMode: Nullable(Flag),
    groupReferencing: Nullable(Flag),
    cidrs: Nullable(Type.Array(Text, { description: "what a Connect or client attachment serves" })),
    ipv6: Type.Optional(Nullable(Flag)),
    transport: Type.Optional(
      Nullable(Type.String({ description: "short id of the attachment that a Connect one runs over" })),
    ),
  }),
  "vpn-connection": Type.Object({
    state: Text,
    staticRoutes: Nullable(
      Type.Boolean({ description: "routes are configured and not learnt by BGP; null where not told" }),
    ),
    routes: Type.Array(Type.Object({ cidr: Text, state: Text })),
    localCidr: Nullable(Type.String({ description: "traffic selector on the data centre's side" })),
    remoteCidr: Nullable(Type.String({ description: "traffic selector on the cloud's side" })),
    accelerated: Nullable(Flag),
    tunnels: Type.Array(
      Type.Object({
        outsideAddress: Nullable(Text),
        insideCidrs: Cidrs,
        status: Nullable(Type.String({ description: "up, down; null where no telemetry was told" })),
        acceptedRoutes: Nullable(Type.Integer()),
        message: Nullable(Text),
      }),
    ),
  }),
  "virtual-interface": Type.Object({
    interfaceType: Type.String({ description: "private, transit, public, local-gateway" }),
    state: Text,
    vlan: Nullable(Type.Integer()),
    asn: Nullable(Type.Integer({ description: "of the data centre's router" })),
    amazonAddresses: Texts,
    customerAddresses: Texts,
    prefixes: Type.Array(Text, { description: "a public one advertises these to the provider" }),
    sessions: Type.Array(
      Type.Object(
        { family: Text, status: Text, state: Text },
        { description: "BGP peers; status up, down, unknown" },
      ),
    ),
    connection: Nullable(Text),
    location: Nullable(Text),
    group: Nullable(Type.String({ description: "id of its group on a local gateway" })),
  }),
};
