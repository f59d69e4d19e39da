import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text } from "./fact-shapes.js";

const Moment = Nullable(Type.String({ description: "RFC 3339 in UTC" }));

/** The neutral facts of what accounts share, and of machines outside that get credentials by certificate. */
export const SHARING_FACTS = {
  "resource-share": Type.Object({
    name: Text,
    state: Text,
    owner: Nullable(Text),
    mine: Nullable(Type.Boolean({ description: "the account that was asked owns it" })),
    external: Nullable(Type.Boolean({ description: "accounts outside the organization may be added" })),
    created: Moment,
    resources: Type.Optional(
      Type.Array(Type.Object({ resource: NodeName("what is shared"), type: Text, state: Nullable(Text) })),
    ),
    principals: Type.Optional(
      Type.Array(
        Type.Object({
          principal: Type.String({ description: "account, organization, unit, role or user" }),
          external: Nullable(Type.Boolean({ description: "outside the organization" })),
        }),
      ),
    ),
  }),
  "credential-profile": Type.Object({
    name: Text,
    enabled: Nullable(Flag),
    roles: Type.Array(NodeName("role that a certificate may become")),
    managedPolicies: Type.Array(NodeName("policy that bounds every session")),
    sessionPolicy: Nullable(Type.Unknown({ description: "parsed policy document; null: none" })),
    sessionSeconds: Nullable(Type.Integer()),
    namesSessions: Nullable(Type.Boolean({ description: "those who ask may name their session" })),
    instanceProperties: Nullable(Flag),
    mappings: Type.Array(Type.Object({ field: Text, rules: Type.Array(Text) }), {
      description: "parts of the certificate that become attributes of the session",
    }),
  }),
  "revocation-list": Type.Object({ name: Text, enabled: Nullable(Flag), created: Moment, updated: Moment }),
};
