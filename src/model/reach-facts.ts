import { type Static, Type } from "typebox";

/** Connections of one protocol and run of ports that are possible in fact. */
export const ReachableSchema = Type.Object({
  protocol: Type.String({
    description: "tcp, udp, icmp, icmpv6, an IANA number, or other: many of those without a name",
  }),
  from: Type.Integer({ description: "first port; 0 where the protocol has none" }),
  to: Type.Integer({ description: "last port; 65535 where the protocol has none" }),
  breadth: Type.Enum(["internet", "public"], {
    description: "internet: more public addresses than one owner holds; public: fewer",
  }),
  peers: Type.Array(Type.String(), {
    description: "canonical CIDRs, at most 16; none for the internet at large",
  }),
  trace: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), says: Type.String() }), {
    description: "the way of an example packet, there and back",
  }),
  rules: Type.Array(Type.Object({ id: Type.String(), label: Type.String() }), {
    description: "the rules of filters that admit it, the one nearest to the subject first",
  }),
  cause: Type.Object(
    { id: Type.String(), label: Type.String() },
    { description: "what to change: the first of those rules, else the interface" },
  ),
});

/** The fact `reach` of an interface: what the internet can open on it, and is answered. */
export const ReachFactSchema = Type.Object({
  ingress: Type.Array(ReachableSchema, { description: "the internet opens, and is answered" }),
  unanswered: Type.Array(ReachableSchema, { description: "what arrives and whose answer is lost" }),
});

/** The fact `egress` of an interface: what it can open on the internet, and is answered. */
export const EgressFactSchema = Type.Object({ openings: Type.Array(ReachableSchema) });

export type Reachable = Static<typeof ReachableSchema>;
export type ReachFact = Static<typeof ReachFactSchema>;
export type EgressFact = Static<typeof EgressFactSchema>;

const SpanMembers = {
  family: Type.Enum(["ipv4", "ipv6"]),
  protocol: Type.String({
    description: "tcp, udp, icmp, icmpv6, an IANA number, or other: many of those without a name",
  }),
  from: Type.Integer(),
  to: Type.Integer(),
};
const Named = Type.Object({ id: Type.String(), label: Type.String() });

/** The fact `effect` of a filter: which of its openings the internet at large comes through to something behind it. */
export const EffectFactSchema = Type.Object({
  certain: Type.Boolean({
    description: "everything behind the filter was seen: what is in neither list is certainly out of reach",
  }),
  paths: Type.Array(
    Type.Object({
      ...SpanMembers,
      at: Type.Object(Named.properties, { description: "what is reached, one of those behind it" }),
      trace: Type.Array(Named, { description: "the way of an example packet, there and back" }),
    }),
  ),
  uncertain: Type.Array(Type.Object(SpanMembers), {
    description: "what may be reached beside, or is by few addresses",
  }),
});

export type EffectFact = Static<typeof EffectFactSchema>;

const DeadRuleSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  direction: Type.Enum(["ingress", "egress"]),
  action: Type.String(),
  order: Type.Union([Type.Number(), Type.Null()]),
  by: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), action: Type.String() }), {
    description: "the rules that cover it together, at most 8",
  }),
  more: Type.Integer({ description: "how many of those were left out" }),
});

/** The fact `dead_rules` of a filter: rules that never decide anything. */
export const DeadRulesSchema = Type.Object({
  shadowed: Type.Array(DeadRuleSchema, { description: "of a filter that takes its rules in order" }),
  implied: Type.Array(DeadRuleSchema, { description: "of a filter whose rules add up" }),
});

export type DeadRules = Static<typeof DeadRulesSchema>;

/** The fact `segmentation` of the estate: services that go from zone to zone and must not. */
export const SegmentationSchema = Type.Object({
  declared: Type.Boolean({ description: "zones and what may pass between them are configured" }),
  forbidden: Type.Integer({ description: "how many cells of zone, zone and service must not have a way" }),
  open: Type.Array(
    Type.Object({
      from: Type.String({ description: "name of the zone" }),
      to: Type.String(),
      service: Type.String(),
      source: Type.String({ description: "what in the zone the way starts from" }),
      target: Type.String(),
      trace: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), says: Type.String() })),
      rules: Type.Array(Named, {
        description: "the rules of filters that admit it, the one nearest to the target first",
      }),
      cause: Named,
    }),
    { description: "the forbidden cells that have a way, one of the ways each" },
  ),
});

export type Segmentation = Static<typeof SegmentationSchema>;

/** The fact `lost_replies` of a network ACL: connections that groups admit and whose answers it refuses, one and all. */
export const LostRepliesSchema = Type.Object({
  lost: Type.Array(
    Type.Object({
      direction: Type.Enum(["ingress", "egress"], { description: "of the connection, as the card sees it" }),
      protocol: Type.String(),
      from: Type.Integer({ description: "first port that is called" }),
      to: Type.Integer(),
      peers: Type.Array(Type.String(), { description: "CIDRs of the other end, at most 16" }),
      morePeers: Type.Integer(),
      at: Type.Object(Named.properties, { description: "whose groups admit it" }),
      subnet: Named,
    }),
    { description: "at most 32" },
  ),
});

/** The fact `dead_ends` of a route table: active routes that lead to no network, data centre or internet. */
export const DeadEndsSchema = Type.Object({
  routes: Type.Array(
    Type.Object({
      destination: Type.String({ description: "CIDR or prefix list" }),
      label: Type.String({ description: "as it stands in the table" }),
      via: Type.Object({ type: Type.String(), id: Type.Union([Type.String(), Type.Null()]) }),
      says: Type.String({ description: "what ends the way" }),
    }),
  ),
});

/** The fact `returns` of a network: others to which routes lead, and from which they do not lead back as they came. */
export const ReturnsSchema = Type.Object({
  asymmetric: Type.Array(Type.Object({ to: Named, there: Named, back: Named }), {
    description: "there by one link, back by another",
  }),
  lost: Type.Array(Type.Object({ to: Named, there: Named }), { description: "no route leads back" }),
});

/** The fact `carried` of an attachment of a transit gateway: what goes through it to somewhere beyond. */
export const CarriedSchema = Type.Object({
  through: Type.Union([Named, Type.Null()], {
    description: "the network, or the attachment of a line to a data centre; null where nothing is carried",
  }),
  to: Type.Array(Type.String(), { description: "CIDRs of the destinations, at most 16" }),
  more: Type.Integer({ description: "how many of those were left out" }),
  internet: Type.Boolean({ description: "more public addresses are among them than one owner holds" }),
  onward: Type.Array(Named, { description: "where it goes on to" }),
});

export type LostRepliesFact = Static<typeof LostRepliesSchema>;
export type DeadEndsFact = Static<typeof DeadEndsSchema>;
export type ReturnsFact = Static<typeof ReturnsSchema>;
export type CarriedFact = Static<typeof CarriedSchema>;
