import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";

/** Target groups that requests are handed on to, with their shares. */
const Forwards = Type.Array(
  Type.Object({
    group: NodeName("target group"),
    weight: Nullable(Type.Integer({ description: "its share among the others; null where it is alone" })),
    sticky: Type.Boolean({ description: "who was sent to it before may stay with it" }),
  }),
);

/** The neutral facts of load balancers and what stands behind them. */
export const BALANCER_FACTS = {
  "load-balancer": Type.Object({
    name: Text,
    balancerType: Text,
    scheme: Text,
    state: Text,
    addressFamily: Text,
    dnsNames: Type.Optional(Type.Array(Text, { description: "names that lead to it, as it is told" })),
    attributes: Nullable(Type.Record(Text, Text)),
  }),
  listener: Type.Object({
    protocol: Text,
    port: Nullable(Type.Integer()),
    tlsPolicy: Nullable(Text),
    certificates: Texts,
    redirectsTo: Nullable(Type.String({ description: "protocol that a default redirect goes to" })),
    forwards: Type.Optional(Forwards),
    targetPort: Type.Optional(
      Nullable(Type.Integer({ description: "on every target, where the listener names it itself" })),
    ),
  }),
  "listener-rule": Type.Object({
    priority: Nullable(Type.Integer({ description: "rules are tried in this order; null comes last" })),
    isDefault: Flag,
    conditions: Type.Array(Text, { description: "what narrows the requests, one field each" }),
    action: Type.String({ description: "what becomes of a request in the end: forward, redirect, …" }),
    redirectsTo: Nullable(Type.String({ description: "protocol that a redirect goes to" })),
    forwards: Forwards,
  }),
  "target-group": Type.Object({
    name: Text,
    protocol: Nullable(Text),
    port: Nullable(Type.Integer()),
    targetType: Text,
    healthCheck: Type.Object({ enabled: Flag, protocol: Nullable(Text), path: Nullable(Text) }),
    attributes: Nullable(Type.Record(Text, Text)),
  }),
  target: Type.Object({
    target: NodeName("instance, address or load balancer that gets the traffic"),
    port: Nullable(Type.Integer()),
    health: Text,
    reason: Nullable(Text),
  }),
};
