import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";
import { NAME_SERVER } from "./name-server-facts.js";

const Name = Type.String({
  description:
    "absolute domain name, lower case, with its last dot; octets that a label cannot show as they are, as in RFC 1035 section 5.1",
});
const Names = Type.Array(Name);
const Count = Type.Integer();

const Routing = Type.Object(
  {
    policy: Type.String({
      description:
        "simple, weighted, latency, geolocation, geoproximity, failover, multivalue, cidr; unknown where none of these is told",
    }),
    identifier: Type.Optional(
      Type.String({ description: "tells the record sets of one name and type apart" }),
    ),
    weight: Type.Optional(Count),
    region: Type.Optional(Text),
    failover: Type.Optional(Type.String({ description: "primary, secondary" })),
    location: Type.Optional(
      Type.Object(
        { continent: Nullable(Text), country: Nullable(Text), subdivision: Nullable(Text) },
        { description: "of who asks; country * is whoever no other record set serves" },
      ),
    ),
    proximity: Type.Optional(
      Type.Object({
        region: Nullable(Text),
        localZoneGroup: Nullable(Text),
        latitude: Nullable(Text),
        longitude: Nullable(Text),
        bias: Nullable(Count),
      }),
    ),
    cidr: Type.Optional(
      Type.Object({ collection: Text, location: Nullable(Text) }, { description: "of who asks" }),
    ),
  },
  { description: "which of the record sets of one name and type is answered" },
);

/** The neutral facts of names: who answers what about them, where they lead, and what is logged of it. */
export const DNS_FACTS = {
  zone: Type.Object({
    name: Name,
    private: Type.Boolean({ description: "answered in its networks alone" }),
    comment: Nullable(Text),
    recordCount: Type.Optional(
      Nullable(
        Type.Integer({
          description:
            "absent where nobody read its records: of another's zone its association alone is told",
        }),
      ),
    ),
    service: Nullable(Type.String({ description: "the provider's service that made it and keeps it" })),
    nameServers: Type.Optional(Names),
    transfers: Type.Optional(
      Type.Array(Text, {
        description: "who may copy it whole, where it says so: CIDR blocks, any, none, keys",
      }),
    ),
    delegationSet: Type.Optional(Nullable(Text)),
    signing: Type.Optional(
      Type.Object({
        status: Type.String({
          description: "signing, not-signing, deleting, action-needed, internal-failure, unknown",
        }),
        message: Nullable(Text),
        keys: Type.Array(
          Type.Object({
            name: Text,
            status: Text,
            kmsKey: Nullable(NodeName("the key that signs")),
            keyTag: Nullable(Count),
            algorithm: Nullable(Count),
            digestType: Nullable(Count),
            digest: Nullable(Text),
          }),
          { description: "key-signing keys, by name" },
        ),
      }),
    ),
  }),
  "name-server": NAME_SERVER,
  record: Type.Object({
    name: Name,
    wildcard: Type.Boolean({ description: "its first label is *, RFC 4592" }),
    recordType: Type.String({ description: "A, AAAA, CNAME, …" }),
    ttl: Nullable(Type.Integer({ description: "seconds; null where the target of an alias says it" })),
    values: Type.Array(Text, { description: "as they are written; empty for an alias" }),
    addresses: Type.Optional(Type.Array(Text, { description: "of A and AAAA" })),
    targets: Type.Optional(
      Type.Array(Name, { description: "names that CNAME, NS, PTR, MX, SRV, SVCB and HTTPS point to" }),
    ),
    texts: Type.Optional(Type.Array(Text, { description: "of TXT and SPF, their strings joined" })),
    authorities: Type.Optional(
      Type.Array(Type.Object({ flags: Count, tag: Text, value: Text }), { description: "of CAA, RFC 8659" }),
    ),
    signers: Type.Optional(
      Type.Array(Type.Object({ keyTag: Count, algorithm: Count, digestType: Count, digest: Text }), {
        description: "of DS, RFC 4034",
      }),
    ),
    alias: Type.Optional(
      Type.Object({
        zone: NodeName("id of the zone that the target lies in; services have zones of their own"),
        name: Name,
        evaluatesHealth: Flag,
      }),
    ),
    routing: Routing,
    trafficPolicy: Type.Optional(Type.String({ description: "instance of a traffic policy that keeps it" })),
  }),
  "health-check": Type.Object({
    checkType: Type.String({
      description:
        "http, https, http-str-match, https-str-match, tcp, calculated, cloudwatch-metric, recovery-control",
    }),
    address: Nullable(Text),
    name: Nullable(Name),
    port: Nullable(Count),
    path: Nullable(Text),
    searched: Nullable(Type.String({ description: "text that the answer has to hold" })),
    interval: Nullable(Type.Integer({ description: "seconds" })),
    failureThreshold: Nullable(Count),
    inverted: Flag,
    disabled: Type.Boolean({ description: "it counts as healthy whatever is answered" }),
    serverNameIndication: Nullable(Flag),
    measuresLatency: Flag,
    regions: Texts,
    healthThreshold: Nullable(Type.Integer({ description: "children that have to be healthy" })),
    alarm: Nullable(Type.Object({ name: Text, region: Text })),
    onMissingData: Nullable(Type.String({ description: "healthy, unhealthy, lastknownstatus" })),
    routingControl: Nullable(NodeName("the routing control that decides")),
    service: Nullable(Text),
  }),
  domain: Type.Object({
    name: Name,
    autoRenew: Nullable(Flag),
    transferLock: Nullable(Flag),
    expires: Nullable(Type.String({ description: "RFC 3339" })),
    nameServers: Type.Optional(Names),
    registrar: Type.Optional(Nullable(Text)),
    created: Type.Optional(Nullable(Type.String({ description: "RFC 3339" }))),
    statuses: Type.Optional(Type.Array(Text, { description: "EPP codes, as clientTransferProhibited" })),
    privacy: Type.Optional(
      Type.Object(
        {
          registrant: Nullable(Flag),
          admin: Nullable(Flag),
          technical: Nullable(Flag),
          billing: Nullable(Flag),
        },
        { description: "whether WHOIS hides the contact" },
      ),
    ),
    signers: Type.Optional(
      Type.Array(
        Type.Object({
          keyTag: Nullable(Count),
          algorithm: Nullable(Count),
          digestType: Nullable(Count),
          digest: Nullable(Text),
        }),
        { description: "keys that the parent zone vouches for; none: DNSSEC is off" },
      ),
    ),
  }),
  "resolver-endpoint": Type.Object({
    name: Text,
    direction: Type.String({ description: "inbound, outbound, inbound-delegation" }),
    status: Text,
    addressFamily: Nullable(Type.String({ description: "ipv4, ipv6, dualstack" })),
    protocols: Type.Array(Text, { description: "Do53, DoH, DoH-FIPS" }),
    addressCount: Nullable(Count),
    outpost: Nullable(Text),
    addresses: Type.Optional(
      Type.Array(
        Type.Object({ addresses: Texts, subnet: Nullable(NodeName("short id of its subnet")), status: Text }),
      ),
    ),
  }),
  "resolver-rule": Type.Object({
    name: Text,
    ruleType: Type.String({ description: "forward, system, recursive, delegate" }),
    domain: Nullable(Name),
    delegation: Nullable(
      Type.String({ description: "absolute name; delegations to it go the endpoint's way" }),
    ),
    targets: Type.Array(
      Type.Object({
        address: Text,
        port: Count,
        protocol: Text,
        serverName: Nullable(Text),
      }),
    ),
    status: Text,
    shared: Nullable(Type.Boolean({ description: "with other accounts" })),
    providerManaged: Flag,
    fallsBack: Type.Optional(
      Type.Boolean({ description: "where no target answers, the name servers of the internet are asked" }),
    ),
  }),
  "resolver-settings": Type.Object({
    dnsSupport: Type.Optional(
      Type.Boolean({ description: "the provider's resolver answers in the network at all" }),
    ),
    dnsHostnames: Type.Optional(Type.Boolean({ description: "machines with public addresses have names" })),
    firewallFailOpen: Type.Optional(
      Type.String({
        description: "enabled: what the DNS firewall cannot judge is answered; disabled: it is refused",
      }),
    ),
    autodefinedReverse: Type.Optional(
      Type.String({ description: "enabled, disabled or on their way: whether private addresses have names" }),
    ),
    dnssecValidation: Type.Optional(Type.String({ description: "enabled, disabled or on their way" })),
  }),
  "dns-association": Type.Object({
    name: Nullable(Text),
    status: Text,
    priority: Type.Optional(Type.Integer({ description: "of a firewall group: the lowest judges first" })),
    mutationProtection: Type.Optional(Flag),
    managedBy: Type.Optional(Nullable(Text)),
  }),
  "query-log": Type.Object({
    name: Nullable(Text),
    queries: Type.String({ description: "zone: what a public zone answers; resolver: what networks ask" }),
    destination: Nullable(NodeName("log group, bucket or stream")),
    destinationType: Nullable(Type.String({ description: "logs, s3, firehose" })),
    status: Text,
    shared: Nullable(Flag),
  }),
  "dns-firewall-group": Type.Object({
    name: Text,
    shared: Nullable(Flag),
  }),
  "dns-firewall-rule": Type.Object({
    name: Text,
    priority: Nullable(Type.Integer({ description: "the lowest judges first" })),
    action: Type.String({ description: "allow, alert, block; unknown" }),
    blockResponse: Nullable(Type.String({ description: "nodata, nxdomain, override" })),
    override: Nullable(
      Type.Object({ name: Name, recordType: Text, ttl: Nullable(Type.Integer({ description: "seconds" })) }),
    ),
    queryType: Nullable(Type.String({ description: "the one type of question that it judges; null is all" })),
    inspectsRedirections: Type.Boolean({ description: "names that a CNAME leads to have to be listed too" }),
    protection: Nullable(
      Type.Object(
        { threat: Text, confidence: Text },
        { description: "what it detects instead of listed names: dga, dns-tunneling, dictionary-dga" },
      ),
    ),
    unmodelled: Type.Array(Text, { description: "what it judges by that is not understood" }),
  }),
  "domain-list": Type.Object({
    name: Text,
    managedBy: Nullable(Type.String({ description: "the provider's lists tell nobody what they hold" })),
    category: Nullable(Text),
  }),
  "domain-set": Type.Object({
    domains: Type.Array(Name, { description: "with a first label *: what lies below, not the name itself" }),
  }),
  "name-service": Type.Object({
    serviceType: Type.String({ description: "namespace, service" }),
    name: Type.String({ description: "of a DNS namespace an absolute domain name; of a service its label" }),
    discovery: Type.String({
      description: "dns-public, dns-private or http of a namespace; dns, dns-http or http of a service",
    }),
    description: Nullable(Text),
    records: Type.Array(Type.Object({ recordType: Text, ttl: Nullable(Count) })),
    routingPolicy: Nullable(Type.String({ description: "multivalue, weighted" })),
    healthCheck: Nullable(
      Type.Object({
        checkType: Type.String({ description: "http, https, tcp, custom" }),
        path: Nullable(Text),
        failureThreshold: Nullable(Count),
      }),
    ),
    instanceCount: Nullable(Count),
  }),
};
