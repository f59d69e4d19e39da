import { type Static, Type } from "typebox";
import { ProvenanceSchema } from "./provenance.js";

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Port = Type.Integer({ minimum: 0, maximum: 65535 });
const Ports = Type.Object({ from: Port, to: Port }, closed);

/** One end of a question. */
export const EndSchema = Type.Union(
  [
    Type.Object({ ip: Text }, { ...closed, description: "whatever has this address" }),
    Type.Object(
      { id: Text },
      {
        ...closed,
        description: "node by id or alias: interface, instance, subnet, VPC, site, load balancer, …",
      },
    ),
    Type.Object({ cidr: Text }, { ...closed, description: "whatever lies in this block" }),
    Type.Object(
      { internet: Type.Literal(true) },
      { ...closed, description: "public addresses outside the estate" },
    ),
    Type.Object({ tag: Text }, { ...closed, description: "key=value, or key: whatever carries it" }),
  ],
  { description: "what a question starts from or goes to" },
);

/** `causeway reach --batch`: one of these a line. */
export const QuestionSchema = Type.Object(
  {
    id: Type.Optional(Type.String({ maxLength: 2000, description: "comes back with the answer" })),
    from: EndSchema,
    to: EndSchema,
    protocol: Type.Optional(
      Type.Union([Type.String({ maxLength: 20 }), Type.Integer({ minimum: 0, maximum: 255 })], {
        description:
          "tcp, udp, icmp, icmpv6, another IANA name or number; tcp where a port is asked for, else any",
      }),
    ),
    port: Type.Optional(Type.Union([Port, Ports], { description: "destination port, or {from, to}" })),
    sourcePort: Type.Optional(Type.Union([Port, Ports], { description: "1024 to 65535 unless told" })),
    icmpType: Type.Optional(Type.Integer({ minimum: 0, maximum: 255 })),
    icmpCode: Type.Optional(Type.Integer({ minimum: 0, maximum: 255 })),
    whyNot: Type.Optional(
      Type.Boolean({ description: "tell everything that keeps the packets, not only the first" }),
    ),
    note: Type.Optional(Type.Unknown({ description: "for people" })),
    expect: Type.Optional(
      Type.Enum(["reaches", "blocked"], {
        description: "what must be so; blocked: anything that does not reach",
      }),
    ),
  },
  closed,
);

/** `causeway reach --assert`: what must be so. */
export const FlowsSchema = Type.Object(
  { version: Type.Optional(Type.Literal(1)), flows: Type.Array(Type.Unknown()) },
  closed,
);

/** Ports of one protocol that sources can open. */
const ServiceSchema = Type.Object({
  protocol: Type.String({
    description: "tcp, udp, icmp, icmpv6, an IANA number, or other: many of those without a name",
  }),
  ports: Type.Array(Ports, { description: "empty where the protocol has none" }),
  sources: Type.Array(Type.String(), { description: "canonical CIDR blocks, at most 16" }),
  moreSources: Type.Integer(),
  breadth: Type.Enum(["internet", "public", "private"], {
    description: "internet: more public addresses than one owner holds; public: some; private: none",
  }),
});

/** What the internet can open on one thing: connections that are answered. */
export const ExposedSchema = Type.Object({
  node: Type.String(),
  label: Type.String(),
  addresses: Type.Array(Type.String(), { description: "by which the internet reaches it" }),
  services: Type.Array(ServiceSchema),
  uncertain: Type.Array(ServiceSchema, { description: "what may be open beside, for all that is known" }),
  gaps: Type.Array(Type.String(), { description: "ids of the gaps that make it uncertain" }),
});

export type Exposed = Static<typeof ExposedSchema>;
export type Service = Static<typeof ServiceSchema>;

/** What becomes of a packet: reaches and is answered, or what keeps it. */
export const VERDICTS = ["reaches", "filtered", "unrouted", "no-return", "unknown"] as const;

const PacketSchema = Type.Object(
  {
    source: Text,
    destination: Text,
    protocol: Type.Integer(),
    sourcePort: Type.Optional(Port),
    destinationPort: Type.Optional(Port),
    icmpType: Type.Optional(Type.Integer()),
    icmpCode: Type.Optional(Type.Integer()),
  },
  { description: "an example packet as it is at this hop" },
);

const HAPPENINGS = [
  "leaves",
  "passes",
  "refused",
  "routed",
  "unrouted",
  "translated",
  "relayed",
  "arrives",
  "lost",
  "unknown",
] as const;

/** One thing that happens to a packet on its way. */
export const HopSchema = Type.Object({
  way: Type.Enum(["there", "back"]),
  node: Type.String({
    description: "id of the node at which it happens; internet, or a place without a node",
  }),
  label: Type.String(),
  what: Type.Enum(HAPPENINGS, {
    description:
      "passes, refused: a filter; routed, unrouted: a route table or gateway; translated: addresses change; relayed: a load balancer opens a connection of its own; lost: nobody has the address; unknown: it could not be seen what happens",
  }),
  says: Type.String({ description: "in words" }),
  by: Type.Optional(
    Type.Object(
      { id: Text, label: Text, at: Type.Optional(ProvenanceSchema) },
      { description: "the rule or route that decided" },
    ),
  ),
  packet: Type.Optional(PacketSchema),
});

/** What `reach` says to one question. */
export const AnswerSchema = Type.Object({
  id: Type.Optional(Type.String()),
  verdict: Type.Enum(VERDICTS),
  says: Type.String({ description: "why, in a sentence" }),
  from: Type.String({ description: "label of the end that the trace starts from" }),
  to: Type.String(),
  trace: Type.Array(HopSchema, { description: "hop by hop, there and back, as far as it gets" }),
  keeps: Type.Optional(
    Type.Array(HopSchema, {
      description: "where asked for: everything that would have to change for it to reach",
    }),
  ),
  assumes: Type.Array(Type.String(), {
    description: "what the verdict takes for granted and was not collected",
  }),
  gaps: Type.Array(Type.String(), { description: "ids of the gaps that make it unknown" }),
});

export type End = Static<typeof EndSchema>;
export type Question = Static<typeof QuestionSchema>;
export type ReachVerdict = (typeof VERDICTS)[number];
export type Hop = Static<typeof HopSchema>;
export type HopPacket = Static<typeof PacketSchema>;
export type Answer = Static<typeof AnswerSchema>;

/** Zones of the estate, and what may pass between them. */
export interface Zones {
  /** What belongs to each zone; none is empty. */
  readonly zones: Readonly<Record<string, readonly End[]>>;
  readonly services: Readonly<Record<string, Pick<Question, "protocol" | "port">>>;
  /** What may pass; without services all of them. Absent where nobody said it. */
  readonly allowed?: readonly {
    readonly from: string;
    readonly to: string;
    readonly services?: readonly string[];
  }[];
}

/** One cell of the matrix: a service from one zone to another. */
export interface Cell {
  readonly from: string;
  readonly to: string;
  readonly service: string;
  readonly verdict: ReachVerdict;
  /** Undefined where the configuration does not say what is allowed. */
  readonly allowed: boolean | undefined;
  /** A way that reaches, or what is not certain. */
  readonly answer: Answer;
}
