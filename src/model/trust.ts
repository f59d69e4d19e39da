import { type Static, Type } from "typebox";
import { Nullable, Text } from "./fact-shapes.js";

const KeySchema = Type.Object({
  required: Type.Boolean({ description: "a request without the key is refused" }),
  any: Type.Boolean({ description: "any value will do" }),
  values: Nullable(Type.Array(Text, { description: "all values that will do; null: more than 20" })),
  prefix: Type.String({ description: "how every value begins" }),
  example: Nullable(
    Type.String({ description: "the shortest value; … is any character that does not matter" }),
  ),
  exact: Type.Boolean({ description: "false: fewer values may do" }),
});

/** The fact `trust` of a role: each way into it, after what is denied. */
export const TrustSchema = Type.Object({
  ways: Type.Array(
    Type.Object({
      statement: Nullable(Type.Integer({ description: "place in the trust policy, from 0" })),
      sid: Nullable(Text),
      call: Type.Enum(["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"]),
      party: Type.Object({
        type: Type.Enum([
          ...[
            "anyone",
            "account",
            "role",
            "user",
            "session",
            "federated-user",
            "root",
            "unique-id",
            "service",
          ],
          ...["saml", "oidc", "web-identity", "canonical", "unknown"],
        ]),
        name: Text,
        account: Nullable(Text),
        exists: Nullable(Type.Boolean({ description: "null: its account was not collected" })),
        relation: Nullable(
          Type.Enum(["same-account", "organization", "outside", "unknown"], {
            description: "of its account to that of the role; null: it is of no account",
          }),
        ),
      }),
      except: Type.Array(Text, { description: "who of them is kept out" }),
      keys: Type.Record(Text, KeySchema, { description: "what the request must hold, by key in lower case" }),
      conditions: Type.Array(Type.Object({ operator: Text, key: Text, values: Type.Array(Text) }), {
        description: "as written, of the statement and of those that deny",
      }),
      issuer: Nullable(
        Type.Object(
          {
            name: Type.String({ description: "host and path, as in its condition keys" }),
            kind: Type.String({
              description: "github, gitlab, terraform-cloud, eks, google, azure, okta, …; other",
            }),
            shared: Nullable(
              Type.Boolean({ description: "it gives tokens to strangers too; null: not known" }),
            ),
            tenants: Nullable(
              Type.Array(Text, { description: "whose tokens will do; null: those of anybody" }),
            ),
            audiences: Nullable(
              Type.Array(Text, { description: "clients whose tokens will do; null: more than 20" }),
            ),
          },
          { description: "of web identities alone" },
        ),
      ),
      tagsSession: Type.Boolean({ description: "they may pass tags on" }),
      setsSource: Type.Boolean({ description: "they may set a source identity" }),
      exact: Type.Boolean({ description: "false: less may be let in than is told" }),
    }),
  ),
});

export type TrustFact = Static<typeof TrustSchema>;
export type TrustWay = TrustFact["ways"][number];

/** The fact `privileges` of a role or user: what it could make of what it may do. */
export const PrivilegesSchema = Type.Object({
  administrator: Nullable(
    Type.Boolean({
      description:
        "it may do everything, perhaps not in all circumstances; null: it depends on conditions, or is not known",
    }),
  ),
  escalations: Type.Array(
    Type.Object({ name: Text, actions: Type.Array(Text, { description: "what it takes together" }) }),
    { description: "ways by which it certainly can give itself everything" },
  ),
  guarded: Type.Boolean({ description: "a boundary or a service control policy holds for it" }),
});

export type PrivilegesFact = Static<typeof PrivilegesSchema>;
