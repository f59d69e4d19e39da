import { Type } from "typebox";
import {
  Flag,
  NodeName,
  Nullable,
  OptionalCount,
  OptionalFlag,
  OptionalText,
  Text,
  Texts,
} from "./fact-shapes.js";
import { SHARING_FACTS } from "./sharing-facts.js";

/** What keeps a line to a data centre secret on its first metres (IEEE 802.1AE). */
const Macsec = Type.Object({
  capable: Nullable(Flag),
  mode: Nullable(Type.String({ description: "no_encrypt, should_encrypt, must_encrypt" })),
  portStatus: Nullable(Type.String({ description: "encryption up, encryption down" })),
  keys: Type.Array(Type.Object({ name: Text, state: Text, since: Nullable(Text) }), {
    description: "names of the keys (CKN) and whether they are associated; never the keys themselves",
  }),
});

const MirrorRules = Type.Array(
  Type.Object({
    order: Nullable(Type.Integer()),
    action: Text,
    protocol: Nullable(Type.Integer({ description: "IANA number; null is every protocol" })),
    source: Nullable(Text),
    destination: Nullable(Text),
  }),
);

/** The neutral facts of what else joins networks: client VPNs, lines, route servers, private services. */
export const HYBRID_FACTS = {
  "client-vpn": Type.Object({
    name: Text,
    state: Text,
    description: OptionalText,
    authentication: Type.Array(
      Type.Object({
        type: Type.String({ description: "certificate, directory, federated, unknown" }),
        provider: Nullable(NodeName("SAML provider or directory that vouches for people")),
        portalProvider: Nullable(NodeName("SAML provider of the self-service portal")),
        certificate: Nullable(Type.String({ description: "certificate authority of the clients" })),
      }),
    ),
    clientCidr: Nullable(Text),
    splitTunnel: Nullable(Flag),
    dnsServers: Texts,
    transport: Nullable(Text),
    port: Nullable(Type.Integer()),
    serverCertificate: Nullable(NodeName("certificate that the endpoint shows")),
    logging: Nullable(Flag),
    logGroup: Nullable(Text),
    selfServicePortal: Type.Boolean({ description: "people fetch their configuration themselves" }),
    sessionHours: Nullable(Type.Integer()),
    disconnectsOnTimeout: Nullable(Flag),
    banner: Nullable(Flag),
    connectHandler: Nullable(NodeName("program that admits each connection; null: none")),
    enforcesRoutes: Nullable(Flag),
    posture: Type.Array(Text, { description: "services that vouch for the state of the machine" }),
    routes: Type.Optional(
      Type.Array(
        Type.Object({ cidr: Text, subnet: Nullable(NodeName("subnet")), origin: Text, state: Text }),
      ),
    ),
    targets: Type.Optional(
      Type.Array(
        Type.Object({
          subnet: Nullable(NodeName("subnet")),
          state: Text,
          filters: Type.Array(NodeName("filter")),
        }),
        { description: "where clients come out" },
      ),
    ),
  }),
  "vpn-authorization": Type.Object({
    destination: Nullable(Text),
    everyone: Type.Boolean({ description: "all who sign in" }),
    group: Nullable(Type.String({ description: "id of the group, as the identity provider has it" })),
    state: Text,
    description: Nullable(Text),
  }),
  circuit: Type.Object({
    name: Text,
    circuitType: Type.String({
      description: "connection, hosted-connection, lag: bundled lines; uplink: what somebody wrote down",
    }),
    state: Text,
    mbps: Nullable(Type.Integer({ description: "bandwidth; of a bundle, of all its lines" })),
    location: Nullable(NodeName("where it ends")),
    provider: Nullable(Text),
    device: Nullable(Type.String({ description: "of the cloud, on which it ends" })),
    macsec: Type.Optional(Macsec),
    jumboFrames: OptionalFlag,
    redundant: Type.Optional(
      Nullable(Type.String({ description: "yes, no, unknown: a second device beside it" })),
    ),
    vlan: OptionalCount(),
    members: OptionalCount(),
    minimumMembers: OptionalCount(),
    hostsOthers: OptionalFlag,
  }),
  "endpoint-service": Type.Object({
    name: Text,
    state: Text,
    types: Texts,
    acceptanceRequired: Nullable(Flag),
    addressTypes: Texts,
    privateName: Nullable(Text),
    privateNameState: Nullable(Text),
    regions: Type.Array(Text, { description: "others in which it is offered" }),
    zones: Texts,
    remoteAccess: Nullable(Flag),
    principals: Type.Optional(
      Type.Array(Type.Object({ type: Text, principal: Text }), {
        description: "who may ask for an endpoint; `*` is everybody",
      }),
    ),
  }),
  "endpoint-connection": Type.Object({
    state: Text,
    endpoint: Nullable(NodeName("endpoint of the other side")),
    endpointAccount: Nullable(Text),
    endpointRegion: Nullable(Text),
    created: Nullable(Text),
  }),
  "dhcp-options": Type.Object({
    domainName: Nullable(Text),
    nameServers: Type.Array(Text, {
      description: "addresses; the provider's own resolver is not among them",
    }),
    providerResolver: Type.Boolean({ description: "machines ask the provider's resolver" }),
    timeServers: Texts,
    unmodelled: Texts,
  }),
  "group-association": Type.Object({ state: Text }),
  "route-server": Type.Object({
    state: Text,
    asn: Nullable(Type.Integer()),
    persistRoutes: Nullable(Text),
    persistMinutes: Nullable(Type.Integer({ description: "that routes outlive their last session" })),
  }),
  "route-server-end": Type.Object({
    endType: Type.String({ description: "endpoint: of the cloud; peer: whom it talks to" }),
    state: Text,
    address: Nullable(Text),
    endpoint: Type.Optional(Nullable(NodeName("endpoint that the peer talks to"))),
    asn: OptionalCount(),
    liveness: OptionalText,
    bgp: Type.Optional(Nullable(Type.String({ description: "up, down" }))),
    bfd: Type.Optional(Nullable(Type.String({ description: "up, down" }))),
  }),
  "global-network": Type.Object({ name: Text, state: Text }),
  "network-device": Type.Object({
    name: Text,
    deviceType: Nullable(Text),
    vendor: Nullable(Text),
    model: Nullable(Text),
    state: Text,
  }),
  "firewall-endpoint": Type.Object({
    state: Text,
    description: Nullable(Text),
    endpoints: Type.Array(
      Type.Object({ zone: Text, subnet: Nullable(Text), endpoint: Nullable(Text), state: Text }),
    ),
  }),
  "tls-inspection": Type.Object({ name: Text }),
  "traffic-mirror": Type.Object({
    order: Nullable(Type.Integer()),
    bytes: Nullable(Type.Integer({ description: "of each packet; null: all" })),
    vxlan: Nullable(Type.Integer()),
    description: Nullable(Text),
  }),
  "mirror-target": Type.Object({ targetType: Text, owner: Nullable(Text), description: Nullable(Text) }),
  "mirror-filter": Type.Object({ ingress: MirrorRules, egress: MirrorRules, services: Texts }),
  "endpoint-group": Type.Object({
    groupRegion: Nullable(Text),
    listener: NodeName("listener that it serves"),
    trafficPercent: Nullable(Type.Number()),
    healthProtocol: Nullable(Text),
    healthPort: Nullable(Type.Integer()),
    endpoints: Type.Array(
      Type.Object({
        id: NodeName("what answers"),
        health: Nullable(Text),
        weight: Nullable(Type.Integer()),
        keepsClientAddress: Nullable(Flag),
      }),
    ),
    ports: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), {
      description: "ports of the listener that are sent to other ones",
    }),
  }),
  "service-network": Type.Object({
    name: Text,
    authentication: Type.Optional(Type.String({ description: "none, aws_iam" })),
    sharing: OptionalFlag,
    policy: Type.Optional(Nullable(Type.Unknown({ description: "parsed policy document; null: none" }))),
  }),
  "network-service": Type.Object({
    name: Text,
    state: Nullable(Text),
    domain: Nullable(Text),
    customDomain: Nullable(Text),
    certificate: Type.Optional(Nullable(NodeName("certificate"))),
    authentication: Type.Optional(Type.String({ description: "none, aws_iam" })),
    policy: Type.Optional(Nullable(Type.Unknown({ description: "parsed policy document; null: none" }))),
  }),
  "service-association": Type.Object({
    associationType: Type.String({ description: "network, service" }),
    state: Text,
    privateNames: OptionalFlag,
    createdBy: OptionalText,
  }),
  "dns-profile": Type.Object({
    name: Text,
    sharing: Nullable(Text),
    resources: Type.Optional(
      Type.Array(
        Type.Object({ name: Nullable(Text), resource: NodeName("zone, rule, …"), type: Text, state: Text }),
      ),
    ),
  }),
  "waf-classic-rule": Type.Object({
    order: Nullable(Type.Integer()),
    rule: NodeName("id of the rule"),
    ruleType: Text,
    action: Text,
  }),
  ...SHARING_FACTS,
};
