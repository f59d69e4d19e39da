import { Type } from "typebox";
import { Cidrs, Flag, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";

const Phase = Type.Object({
  encryption: Texts,
  integrity: Texts,
  groups: Type.Array(Type.Integer(), { description: "Diffie-Hellman groups (RFC 3526, RFC 5903)" }),
  seconds: Nullable(Type.Integer({ description: "lifetime of the keys" })),
});

/** What a tunnel is willing to talk; an empty list is the provider's default: all that it knows. */
const TunnelOptions = Type.Object({
  ikeVersions: Texts,
  phase1: Phase,
  phase2: Phase,
  rekeyMarginSeconds: Nullable(Type.Integer()),
  replayWindow: Nullable(Type.Integer()),
  deadPeerSeconds: Nullable(Type.Integer()),
  deadPeerAction: Nullable(Type.String({ description: "clear, none, restart" })),
  startup: Nullable(Type.String({ description: "add: the far end begins; start" })),
  logging: Nullable(Flag),
  bgpLogging: Nullable(Flag),
  lifecycleControl: Nullable(Type.Boolean({ description: "endpoints are replaced when the customer says" })),
});

/** The neutral facts of what joins networks to each other and to data centres. */
export const LINK_FACTS = {
  "gateway-association": Type.Object({
    state: Text,
    allowedPrefixes: Type.Array(Type.String(), {
      description: "CIDR blocks that are advertised to the data centre",
    }),
    virtualInterface: Type.Optional(Nullable(NodeName("line by which it is reached"))),
    virtualInterfaceAccount: Type.Optional(Nullable(Text)),
    virtualInterfaceRegion: Type.Optional(Nullable(Text)),
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
    segment: Type.Optional(Nullable(Type.String({ description: "of a core network" }))),
    regions: Type.Optional(Texts),
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
        certificate: Type.Optional(
          Nullable(NodeName("by which the far end shows who it is; null: a key that both know")),
        ),
        options: Type.Optional(Nullable(TunnelOptions)),
      }),
    ),
    bandwidth: Type.Optional(Nullable(Text)),
    category: Type.Optional(Nullable(Text)),
    outsideType: Type.Optional(
      Nullable(Type.String({ description: "publicipv4, privateipv4: inside a line, ipv6" })),
    ),
    keyStored: Type.Optional(
      Nullable(Type.Boolean({ description: "the shared keys lie in a store of secrets" })),
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
    amazonAsn: Type.Optional(Nullable(Type.Integer())),
    mtu: Type.Optional(Nullable(Type.Integer())),
    jumboFrames: Type.Optional(Nullable(Flag)),
    siteLink: Type.Optional(
      Nullable(Type.Boolean({ description: "data centres talk to each other over it" })),
    ),
    device: Type.Optional(Nullable(Type.String({ description: "of the cloud, on which it ends" }))),
    peers: Type.Optional(
      Type.Array(
        Type.Object({
          family: Text,
          asn: Nullable(Type.Integer()),
          amazonAddress: Nullable(Text),
          customerAddress: Nullable(Text),
          status: Text,
          state: Text,
          device: Nullable(Text),
        }),
      ),
    ),
    connection: Nullable(Text),
    location: Nullable(Text),
    group: Nullable(Type.String({ description: "id of its group on a local gateway" })),
  }),
};
