import { Type } from "typebox";
import { PublicBlock } from "./data-facts.js";
import { Created, Flag, Moment, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";

const Document = Nullable(
  Type.Unknown({ description: "parsed policy document; null where it cannot be read" }),
);

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
  account: Type.Object({
    name: Nullable(Text),
    organization: Type.Optional(
      Type.Object(
        {
          id: NodeName("id of the organization"),
          managementAccount: Nullable(Text),
          allFeatures: Nullable(Flag),
        },
        { description: "the organization that it is in; absent where nobody told" },
      ),
    ),
    publicBlock: Type.Optional(PublicBlock),
    status: Type.Optional(Type.String({ description: "as its organization has it: active, suspended, …" })),
    joined: Type.Optional(Nullable(Type.String({ description: "when, RFC 3339 in UTC" }))),
    invited: Type.Optional(
      Nullable(Type.Boolean({ description: "it joined by invitation; false: it was made there" })),
    ),
    signInAliases: Type.Optional(Type.Array(Text, { description: "names by which people sign in" })),
  }),
  "identity-provider": Type.Object({
    name: Type.String({ description: "of an OIDC provider also the prefix of its condition keys" }),
    protocol: Type.Union([Type.Literal("saml"), Type.Literal("oidc"), Type.Literal("x509")], {
      description: "x509: a certificate authority whose certificates become credentials",
    }),
    enabled: Type.Optional(Nullable(Flag)),
    authority: Type.Optional(Nullable(NodeName("private certificate authority that it is"))),
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
  organization: Type.Object({
    managementAccount: Nullable(Text),
    allFeatures: Nullable(
      Type.Boolean({ description: "false: bills alone are shared, and policies hold nowhere" }),
    ),
  }),
  "organizational-unit": Type.Object({
    name: Text,
    root: Flag,
    policyTypes: Type.Array(Text, { description: "of the root: types of policies that are switched on" }),
  }),
  "organization-policy": Type.Object({
    name: Text,
    policyType: Type.String({
      description: "service-control, resource-control, tag, backup, aiservices-opt-out, declarative-ec2, …",
    }),
    description: Nullable(Text),
    providerManaged: Flag,
    document: Document,
  }),
  delegation: Type.Object({
    service: Type.String({ description: "principal of the service that the account manages for all" }),
    since: Moment("when it began"),
  }),
  "identity-center": Type.Object({
    status: Text,
    identityStore: Nullable(Text),
    created: Created,
  }),
  "permission-set": Type.Object({
    name: Text,
    description: Nullable(Text),
    created: Created,
    sessionSeconds: Nullable(Type.Integer()),
    relayState: Nullable(Text),
    inlinePolicy: Nullable(Type.Unknown({ description: "parsed policy document; null where there is none" })),
    attachedPolicies: Attached.attachedPolicies,
    customerPolicies: Type.Array(Type.Object({ name: Text, path: Text }), {
      description: "policies that each account has to have itself",
    }),
    boundary: Nullable(
      Type.Union([
        Type.Object({ policy: NodeName("id of a managed policy") }, { additionalProperties: false }),
        Type.Object({ name: Text, path: Text }, { additionalProperties: false }),
      ]),
    ),
  }),
  assignment: Type.Object({
    principalType: Type.String({ description: "user or group of the identity store" }),
    principal: Text,
  }),
  "token-issuer": Type.Object({
    name: Text,
    issuer: Nullable(Type.String({ description: "URL of the issuer whose tokens are taken" })),
  }),
  "identity-pool": Type.Object({
    name: Text,
    unauthenticated: Type.Boolean({ description: "guests get credentials" }),
    classicFlow: Flag,
    providers: Type.Array(
      Type.Object({
        type: Type.Union([
          Type.Literal("user-pool"),
          Type.Literal("social"),
          Type.Literal("oidc"),
          Type.Literal("saml"),
          Type.Literal("developer"),
        ]),
        name: NodeName("name, or id of an identity provider"),
        clientId: Nullable(Text),
        serverSideCheck: Nullable(Type.Boolean({ description: "revoked tokens are refused" })),
      }),
    ),
    authenticatedRole: Nullable(NodeName("id of the role of those who signed in")),
    unauthenticatedRole: Nullable(NodeName("id of the role of guests")),
    roleMappings: Type.Array(
      Type.Object({
        provider: Text,
        mappingType: Type.String({ description: "token or rules" }),
        otherwise: Nullable(Text),
        rules: Type.Array(
          Type.Object({ claim: Text, match: Text, value: Text, role: Nullable(NodeName("id of a role")) }),
        ),
      }),
    ),
  }),
  directory: Type.Object({
    name: Text,
    directoryType: Type.Union([
      Type.Literal("managed-ad"),
      Type.Literal("shared-managed-ad"),
      Type.Literal("ad-connector"),
      Type.Literal("simple-ad"),
      Type.Literal("unknown"),
    ]),
    shortName: Nullable(Text),
    edition: Nullable(Text),
    state: Text,
    dnsAddresses: Type.Array(Text, { description: "of a connector: the servers of the directory behind it" }),
    connectorAddresses: Texts,
    singleSignOn: Nullable(Flag),
    controllers: Nullable(Type.Integer()),
    osVersion: Nullable(Text),
    created: Created,
    owner: Nullable(Type.String({ description: "account that shares it, or has it" })),
    regions: Texts,
    radius: Nullable(
      Type.Object({ status: Text, servers: Texts, port: Nullable(Type.Integer()), protocol: Nullable(Text) }),
    ),
    ldaps: Type.String({ description: "of a managed one: enabled, enabling, enablefailed, disabled" }),
  }),
  "directory-trust": Type.Object({
    remoteDomain: Text,
    trustType: Type.String({ description: "forest or external" }),
    direction: Type.Union([
      Type.Literal("incoming"),
      Type.Literal("outgoing"),
      Type.Literal("two-way"),
      Type.Literal("unknown"),
    ]),
    state: Text,
    selective: Nullable(Type.Boolean({ description: "selective authentication is on" })),
    created: Created,
  }),
  analyzer: Type.Object({
    name: Text,
    analyzerType: Type.String({
      description: "account, organization, account-unused-access, organization-unused-access, …",
    }),
    state: Text,
    reason: Nullable(Text),
    created: Created,
    lastAnalyzed: Moment("when it last looked at something"),
    unusedAfterDays: Nullable(Type.Integer()),
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
