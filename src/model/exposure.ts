import { type Static, Type } from "typebox";

/** A run of ports of one protocol. `all` is every protocol with every port; ports are 0–65535 where they are void. */
export const OpeningSchema = Type.Object({
  protocol: Type.String({ description: "tcp, udp, icmp, icmpv6, all, or the IANA number" }),
  from: Type.Integer(),
  to: Type.Integer(),
});

/**
 * What one set of rules of a filter lets through together, in one address family. The causes of a
 * filter are disjoint: no (family, protocol, port) stands in two of them, so each is one thing to mend.
 */
export const CauseSchema = Type.Object({
  family: Type.Union([Type.Literal("ipv4"), Type.Literal("ipv6")]),
  rules: Type.Array(Type.Object({ id: Type.String(), label: Type.String() }), {
    description: "the rules that admit it, widest first",
  }),
  openings: Type.Array(OpeningSchema, { description: "sorted, disjoint" }),
  breadth: Type.Enum(["internet", "public", "private", "members"], {
    description:
      "internet: more public addresses than one owner can hold (over a /8, IPv6 over a /16, settable); public: some public address; private: none; members: only members of other filters",
  }),
  peers: Type.Array(Type.String(), { description: "canonical CIDRs of the union, at most 16" }),
  morePeers: Type.Integer({ description: "how many CIDRs were left out" }),
  publicPrefix: Type.Union([Type.Integer(), Type.Null()], {
    description: "length of the largest aligned public block admitted, null for none; 0 is everything",
  }),
  allPorts: Type.Boolean({ description: "some opening covers every port of tcp, of udp, or every protocol" }),
});

/** The fact `exposure` of a filter: for each direction what it admits, after order, defaults and lists. */
export const ExposureSchema = Type.Object({
  ingress: Type.Array(CauseSchema),
  egress: Type.Array(CauseSchema),
});

export type Exposure = Static<typeof ExposureSchema>;
export type Cause = Static<typeof CauseSchema>;
export type Opening = Static<typeof OpeningSchema>;
