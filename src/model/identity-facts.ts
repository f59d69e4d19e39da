import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text } from "./fact-shapes.js";

const Moment = (description: string) =>
  Nullable(Type.String({ description: `${description}, RFC 3339 in UTC` }));
const Document = Nullable(
  Type.Unknown({ description: "parsed policy document; null where it cannot be read" }),
);
const Created = Moment("when it was made");
const _Texts = Type.Array(Text);

const Attached = {
  attachedPolicies: Type.Array(NodeName("id of a managed policy"), {
    description: "every one that is attached, whether its document was collected or not",
  }),
  inlinePolicies: Type.Array(Type.Object({ name: Text, document: Document })),
};
const Boundary = Nullable(NodeName("id of the policy that bounds what all others may allow"));

const Endpoint = Type.Object({ binding: Text, location: Text });

const Certificate = Type.Object({
  use: Type.String({ description: "signing, encryption or any" }),
  subject: Text,
  issuer: Text,
  notBefore: Moment("from when it is valid"),
  notAfter: Moment("until when it is valid"),
  fingerprint: Type.String({ description: "SHA-256, in lower-case hexadecimal digits" }),
  keyType: Type.String({ description: "rsa, ec, ed25519, …" }),
  keyBits: Nullable(Type.Integer({ description: "length of the modulus; null for keys without one" })),
});

/** The neutral facts of who there is, and who may become whom. */
export const IDENTITY_FACTS = {
  "identity-provider": Type.Object({
    name: Type.String({ description: "of an OIDC provider also the prefix of its condition keys" }),
    protocol: Type.Union([Type.Literal("saml"), Type.Literal("oidc")]),
    issuer: Nullable(Type.String({ description: "SAML entity id, or URL of an OIDC issuer" })),
    created: Created,
    validUntil: Moment("until when the provider takes it, as the cloud has it"),
    metadataValidUntil: Moment("until when the metadata may be used, by its own word"),
    signOn: Type.Array(Endpoint, { description: "where people are sent to sign in" }),
    signOut: Type.Array(Endpoint),
    certificates: Type.Array(Certificate),
    wantsSignedRequests: Flag,
    encryption: Nullable(
      Type.String({ description: "of assertions: required, allowed; null where not told" }),
    ),
    audiences: Type.Array(Text, { description: "client ids that tokens may be meant for" }),
    thumbprints: Type.Array(Text, { description: "SHA-1 of the issuer's certificate authorities" }),
  }),
  role: Type.Object({
    name: Text,
    path: Text,
    created: Created,
    description: Nullable(Text),
    trust: Document,
    maxSessionSeconds: Nullable(Type.Integer()),
    lastUsed: Moment("the last use that is known; null: none in the 400 days that are kept"),
    lastUsedRegion: Nullable(Text),
    boundary: Boundary,
    ...Attached,
    instanceProfiles: Type.Array(Text, { description: "ids of the profiles by which machines have it" }),
  }),
  user: Type.Object({
    name: Text,
    path: Text,
    created: Created,
    passwordLastUsed: Moment("when a password was last used; null: there is none, or it never was"),
    boundary: Boundary,
    ...Attached,
    root: Type.Object(
      {
        mfa: Nullable(Flag),
        accessKeys: Nullable(Flag),
        password: Nullable(Flag),
        signingCertificates: Nullable(Flag),
      },
      { description: "of the root user alone: what there is of it; null where not told" },
    ),
  }),
  group: Type.Object({ name: Text, path: Text, created: Created, ...Attached }),
  "identity-policy": Type.Object({
    name: Text,
    path: Text,
    description: Nullable(Text),
    created: Created,
    updated: Moment("when it was last changed"),
    providerManaged: Flag,
    version: Nullable(Text),
    document: Document,
    attachments: Nullable(Type.Integer({ description: "absent from policies of the provider" })),
    boundaryUses: Nullable(Type.Integer()),
  }),
  "password-policy": Type.Object({
    configured: Type.Boolean({ description: "false: the provider's default holds" }),
    minimumLength: Nullable(Type.Integer()),
    requiresSymbols: Flag,
    requiresNumbers: Flag,
    requiresUppercase: Flag,
    requiresLowercase: Flag,
    maxAgeDays: Nullable(Type.Integer({ description: "null: passwords do not expire" })),
    remembered: Type.Integer({ description: "earlier passwords that may not be used again" }),
    usersMayChange: Flag,
    expiredNeedAdministrator: Flag,
  }),
};
