import { type Static, type TSchema, Type } from "typebox";
import { AUDIT_FACTS } from "./audit-facts.js";
import { BALANCER_FACTS } from "./balancer-facts.js";
import { DATA_FACTS, REGION_DATA_FACTS } from "./data-facts.js";
import { DNS_FACTS } from "./dns-facts.js";
import { Cidrs, Flag, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";
import { FIREWALL_FACTS } from "./firewall-facts.js";
import { HYBRID_FACTS } from "./hybrid-facts.js";
import { GATEWAY_MEMBERS, NETWORK_MEMBERS, REGION_MEMBERS, SITE_MEMBERS } from "./hybrid-members.js";
import { IDENTITY_FACTS } from "./identity-facts.js";
import type { Kind } from "./kinds.js";
import { LINK_FACTS } from "./link-facts.js";
import { OUTPOST_FACTS, POOL_USES } from "./outpost-facts.js";
import { POSTURE_FACTS } from "./posture-facts.js";
import { WEB_FACTS } from "./web-facts.js";

const PortRange = Type.Object({ from: Type.Integer(), to: Type.Integer() }, { additionalProperties: false });

/** Whom a rule admits or refuses; the members of a rule's list are a union. */
export const PeerSchema = Type.Union([
  Type.Object({ any: Type.Literal(true) }, { additionalProperties: false }),
  Type.Object({ cidr: Text }, { additionalProperties: false }),
  Type.Object({ range: Type.Object({ from: Text, to: Text }) }, { additionalProperties: false }),
  Type.Object({ prefixList: NodeName("id or alias of a prefix list") }, { additionalProperties: false }),
  Type.Object(
    { home: Flag, cidr: Text },
    {
      additionalProperties: false,
      description:
        "of these addresses those that are at home (or not), as the firewall has it that uses the rule",
    },
  ),
  Type.Object({ filter: NodeName("id or alias of a filter: its members") }, { additionalProperties: false }),
]);

export type Peer = Static<typeof PeerSchema>;

/** Who made a rule what it is, as far as somebody looked it up. */
export const LastChangeSchema = Type.Object(
  {
    who: Type.String({ description: "ARN, or the service that acted" }),
    when: Type.String({ description: "RFC 3339" }),
    from: Nullable(Type.String({ description: "address, or a service" })),
    event: Type.String({ description: "operation, e.g. AuthorizeSecurityGroupIngress" }),
  },
  { additionalProperties: false },
);

export type LastChange = Static<typeof LastChangeSchema>;

const Rule = Type.Object({
  direction: Type.Union([Type.Literal("ingress"), Type.Literal("egress")]),
  action: Type.Union(
    ["allow", "deny", "jump", "goto", "return", "continue", "inspect", "translate"].map((action) =>
      Type.Literal(action),
    ) as [
      ReturnType<typeof Type.Literal<"allow">>,
      ReturnType<typeof Type.Literal<"deny">>,
      ReturnType<typeof Type.Literal<"jump">>,
      ReturnType<typeof Type.Literal<"goto">>,
      ReturnType<typeof Type.Literal<"return">>,
      ReturnType<typeof Type.Literal<"continue">>,
      ReturnType<typeof Type.Literal<"inspect">>,
      ReturnType<typeof Type.Literal<"translate">>,
    ],
    {
      description:
        "inspect: handed from the stateless to the stateful rules of a firewall; translate: sent on under another address or port, so that what follows judges other packets",
    },
  ),
  order: Nullable(
    Type.Number({ description: "position in a first-match filter, ascending; null where order is void" }),
  ),
  family: Nullable(Type.Union([Type.Literal("ipv4"), Type.Literal("ipv6")])),
  protocols: Nullable(
    Type.Array(Type.Integer(), { description: "IANA protocol numbers; null is every protocol" }),
  ),
  ports: Nullable(Type.Array(PortRange, { description: "destination ports; null is every port" })),
  sourcePorts: Nullable(Type.Array(PortRange)),
  icmp: Nullable(
    Type.Object(
      { type: Nullable(Type.Integer()), code: Nullable(Type.Integer()) },
      { additionalProperties: false, description: "null members are any" },
    ),
  ),
  peers: Type.Array(PeerSchema, {
    description: "sources of an ingress rule, destinations of an egress rule",
  }),
  localPeers: Nullable(
    Type.Array(PeerSchema, { description: "the other end, where the filter can say it; null is any" }),
  ),
  established: Flag,
  lastChange: Type.Optional(LastChangeSchema),
  turns: Type.Optional(
    Type.Array(Type.Union([Type.Literal("new"), Type.Literal("reply")]), {
      description:
        "packets of a connection that can match: those that open it, answers to them; absent: answers alone where established, else both",
    }),
  ),
  twoWay: Type.Optional(
    Type.Boolean({ description: "it matches packets with the two ends exchanged as well" }),
  ),
  connection: Type.Optional(
    Type.Array(
      Type.Union([
        Type.Literal("to-server"),
        Type.Literal("to-client"),
        Type.Literal("established"),
        Type.Literal("not-established"),
      ]),
      { description: "packets of a connection that it looks at; absent: all" },
    ),
  ),
  description: Nullable(Text),
  unmodelled: Type.Array(Text, { description: "conditions that narrow the rule and are not understood" }),
});

const Filter = Type.Object({
  stateful: Flag,
  evaluation: Type.Union([Type.Literal("any-match"), Type.Literal("first-match")]),
  defaults: Type.Object({
    ingress: Type.Union([Type.Literal("allow"), Type.Literal("deny")]),
    egress: Type.Union([Type.Literal("allow"), Type.Literal("deny")]),
  }),
  directions: Type.Array(Type.Union([Type.Literal("ingress"), Type.Literal("egress")])),
  name: Text,
  description: Nullable(Text),
  isDefault: Flag,
});

/** One address of an interface that the world beyond a gateway knows by another. */
const Translation = Type.Object({
  inside: Text,
  outside: Text,
  by: Type.Union([Type.Literal("public"), Type.Literal("carrier"), Type.Literal("customer-owned")]),
});

/** What may pass internet gateways where VPC Block Public Access is on. */
const PublicAccess = Type.Union([Type.Literal("allow-bidirectional"), Type.Literal("allow-egress")]);

const Route = Type.Object({
  destination: Nullable(Type.String({ description: "CIDR; null where a prefix list names it" })),
  prefixList: Nullable(NodeName("id or alias of a prefix list")),
  via: Type.Object({ type: Text, id: Nullable(NodeName("what the route leads to")) }),
  state: Type.Union([Type.Literal("active"), Type.Literal("blackhole"), Type.Literal("unknown")]),
  origin: Type.Union([Type.Literal("local"), Type.Literal("static"), Type.Literal("propagated")]),
});

/** The neutral facts of each kind; what a source cannot say it leaves out. */
export const FACTS = {
  estate: Type.Object({}),
  region: Type.Object({
    enabled: Flag,
    ...REGION_DATA_FACTS,
    blockPublicAccess: Type.Optional(
      Type.Object(
        {
          mode: Type.Union([
            Type.Literal("off"),
            Type.Literal("block-ingress"),
            Type.Literal("block-bidirectional"),
          ]),
          managedBy: Nullable(Type.String({ description: "account, declarative-policy" })),
        },
        { description: "what every VPC keeps from internet gateways; absent where nobody told" },
      ),
    ),
    publicAccessExclusions: Type.Optional(
      Type.Array(Type.Object({ node: Text, mode: PublicAccess }), {
        description: "networks and subnets that this does not bind; absent where nobody told",
      }),
    ),
    ...REGION_MEMBERS,
  }),
  site: Type.Object({
    ...{ name: Text, country: Nullable(Text), cidrs: Cidrs, owner: Nullable(Text) },
    ...SITE_MEMBERS,
  }),
  network: Type.Object({
    cidrs: Cidrs,
    isDefault: Flag,
    state: Text,
    publicAccessExclusion: Type.Optional(PublicAccess),
    ...NETWORK_MEMBERS,
  }),
  subnet: Type.Object({
    cidrs: Cidrs,
    zone: Nullable(Text),
    isDefault: Flag,
    publicAddressOnLaunch: Flag,
    ipv6OnLaunch: Flag,
    outpost: Nullable(Text),
    freeAddresses: Nullable(Type.Integer()),
    publicAccessExclusion: Type.Optional(PublicAccess),
  }),
  "route-table": Type.Object({
    main: Flag,
    routes: Type.Array(Route, {
      description: "several with one destination share the traffic; absent where nobody told them",
    }),
    edgeAssociated: Flag,
    mode: Type.Optional(
      Nullable(Type.String({ description: "of a local gateway's table: direct-vpc-routing or coip" })),
    ),
  }),
  filter: Filter,
  rule: Rule,
  "prefix-list": Type.Object({ name: Text, owner: Text, family: Text, providerManaged: Flag }),
  "prefix-set": Type.Object({
    entries: Type.Array(Type.Object({ cidr: Text, description: Nullable(Text) })),
  }),
  interface: Type.Object({
    addresses: Texts,
    publicAddresses: Texts,
    translations: Type.Optional(
      Type.Array(Translation, { description: "absent where a source tells addresses alone" }),
    ),
    sourceDestinationCheck: Nullable(Flag),
    interfaceType: Text,
    status: Text,
    providerManaged: Flag,
    description: Text,
  }),
  host: Type.Object({
    name: Text,
    state: Text,
    addresses: Texts,
    publicAddresses: Texts,
    image: Nullable(Text),
    platform: Nullable(Text),
    owner: Nullable(Text),
    instanceProfile: Nullable(Text),
    tokensRequired: Nullable(Type.Boolean({ description: "IMDSv2 sessions are enforced" })),
    hardware: Type.Optional(
      Nullable(
        Type.Object(
          {
            id: Text,
            sockets: Nullable(Type.Integer()),
            cores: Nullable(Type.Integer()),
            outpost: Nullable(Text),
          },
          { description: "the physical server that is the account's alone; null: shared hardware" },
        ),
      ),
    ),
    licences: Type.Optional(
      Type.Array(Text, { description: "licence configurations that it counts for, sorted" }),
    ),
    outpost: Type.Optional(Nullable(NodeName("Outpost on which it runs"))),
  }),
  gateway: Type.Object({
    gatewayType: Type.String({ description: "internet, egress-only, nat, vpn, transit, carrier, local" }),
    connectivity: Nullable(Text),
    state: Text,
    addresses: Texts,
    publicAddresses: Texts,
    asn: Type.Optional(Nullable(Type.Integer({ description: "BGP autonomous system on its own side" }))),
    outpost: Type.Optional(Nullable(Text)),
    ...GATEWAY_MEMBERS,
  }),
  address: Type.Object({
    publicAddress: Nullable(Text),
    privateAddress: Nullable(Text),
    associated: Flag,
    customerOwnedAddress: Type.Optional(
      Type.String({ description: "known in the data centre of an Outpost alone" }),
    ),
  }),
  "address-pool": Type.Object({
    cidrs: Cidrs,
    poolType: Type.String({ description: "customer-owned" }),
    uses: Type.Optional(POOL_USES),
  }),
  peering: Type.Object({
    state: Text,
    requester: Type.Object({
      account: Nullable(Text),
      region: Nullable(Text),
      network: Nullable(Text),
      cidrs: Cidrs,
    }),
    accepter: Type.Object({
      account: Nullable(Text),
      region: Nullable(Text),
      network: Nullable(Text),
      cidrs: Cidrs,
    }),
  }),
  endpoint: Type.Object({
    endpointType: Text,
    service: Text,
    state: Text,
    privateDns: Flag,
    dnsNames: Type.Optional(Type.Array(Text, { description: "names that lead to it, as it is told" })),
    policy: Nullable(Type.Unknown({ description: "parsed policy document; null where there is none" })),
  }),
  "flow-log": Type.Object({
    status: Text,
    delivery: Nullable(Text),
    traffic: Text,
    destinationType: Text,
    destination: Nullable(Text),
  }),
  ...BALANCER_FACTS,
  ...FIREWALL_FACTS,
  ...LINK_FACTS,
  ...HYBRID_FACTS,
  ...OUTPOST_FACTS,
  ...WEB_FACTS,
  ...DNS_FACTS,
  ...IDENTITY_FACTS,
  ...DATA_FACTS,
  ...AUDIT_FACTS,
  ...POSTURE_FACTS,
} satisfies Record<Kind, TSchema>;

export type FactsByKind = { [K in Kind]: Static<(typeof FACTS)[K]> };
