import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text } from "./fact-shapes.js";

const Stateless = Type.Union([
  Type.Literal("allow"),
  Type.Literal("deny"),
  Type.Literal("inspect"),
  Type.Literal("unknown"),
]);

/** The neutral facts of firewalls that routes lead through, and of the policies that they follow. */
export const FIREWALL_FACTS = {
  firewall: Type.Object({
    name: Text,
    state: Text,
    endpoints: Type.Array(
      Type.Object({ zone: Text, subnet: Nullable(Text), endpoint: Nullable(Text), state: Text }),
    ),
    protections: Type.Optional(
      Type.Object(
        { deletion: Nullable(Flag), subnets: Nullable(Flag), policy: Nullable(Flag) },
        { description: "what cannot be changed before protection is taken off" },
      ),
    ),
    key: Type.Optional(Nullable(NodeName("key that its state is encrypted with; null: the provider's own"))),
    unmodelled: Type.Array(Text, { description: "what it does besides, and is not understood" }),
  }),
  "firewall-policy": Type.Object({
    name: Text,
    statelessDefault: Stateless,
    fragmentDefault: Stateless,
    statelessGroups: Type.Array(Type.Object({ group: Text, priority: Nullable(Type.Integer()) }), {
      description: "in the order in which they are asked",
    }),
    strictOrder: Type.Boolean({
      description: "stateful rules in their order; otherwise those that pass go before those that refuse",
    }),
    statefulDefaults: Type.Array(Text, {
      description: "in strict order: what becomes of what no rule names",
    }),
    statefulGroups: Type.Array(
      Type.Object({
        group: Text,
        priority: Nullable(Type.Integer()),
        alertsOnly: Type.Boolean({ description: "its rules tell of packets and refuse none" }),
      }),
      { description: "in the order in which they are asked" },
    ),
    midstream: Type.Union([Type.Literal("deny"), Type.Literal("continue"), Type.Literal("unknown")], {
      description: "what becomes of TCP packets of a connection that it does not know",
    }),
    homeNet: Nullable(
      Type.Array(Text, { description: "CIDR blocks that are at home; null: those of its VPC" }),
    ),
    decrypts: Nullable(Type.String({ description: "id of the configuration by which TLS is opened" })),
    unmodelled: Type.Array(Text, { description: "settings that narrow it and are not understood" }),
  }),
};
