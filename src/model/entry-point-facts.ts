import { Type } from "typebox";
import { Flag, MaybeCount, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";

const Origin = Type.Object({
  name: Text,
  domain: Nullable(Text),
  originType: Type.String({ description: "bucket, network (inside a VPC), custom, unknown" }),
  protocol: Nullable(
    Type.String({ description: "https-only, http-only, match-viewer; null: the provider's own" }),
  ),
  tlsProtocols: Texts,
  accessControl: Nullable(Type.String({ description: "id of how requests to it are signed" })),
  accessIdentity: Nullable(Type.String({ description: "id of the older kind" })),
  headers: Type.Array(Text, { description: "names of headers that are added; their values are not kept" }),
  shielded: Flag,
});

const Behavior = Type.Object({
  path: Nullable(Type.String({ description: "null: whatever no other names" })),
  origin: Nullable(Text),
  viewerProtocol: Type.String({ description: "https-only, redirect-to-https, allow-all, unknown" }),
  methods: Texts,
  signedOnly: Type.Boolean({ description: "viewers need signed addresses or cookies" }),
  functions: Type.Boolean({ description: "code runs on requests" }),
});

const Authentication = Type.Array(Type.Object({ type: Text, name: Nullable(Text), source: Nullable(Text) }), {
  description: "ways in which those who ask may be told apart",
});

/** Neutral facts of an API whose stages are the entry points. */
export const WEB_API = Type.Object({
  name: Text,
  apiType: Type.String({ description: "rest-api, http-api, websocket-api" }),
  endpointTypes: Type.Array(Text, { description: "edge, regional, private" }),
  public: Nullable(Type.Boolean({ description: "the internet can ask it, where its policy lets it" })),
  defaultDomain: Nullable(Type.Boolean({ description: "the provider's own name of it works" })),
  tlsMinimum: Nullable(Text),
  policy: Nullable(Type.Unknown({ description: "parsed policy document; null: none" })),
  authorizers: Authentication,
  openRoutes: Type.Array(Text, { description: "methods and paths that ask nobody who they are" }),
  origins: Nullable(Type.Array(Text, { description: "of pages that may ask it from a browser (CORS)" })),
});

/** Neutral facts of what answers requests from the internet (or may), whatever service it is of. */
export const ENTRY_POINT = Type.Object({
  name: Text,
  entryType: Type.String({
    description:
      "cdn, rest-api, http-api, websocket-api, graphql-api, user-pool, app-service, verified-access, function-url, accelerator",
  }),
  state: Nullable(Text),
  enabled: Nullable(Flag),
  public: Nullable(Type.Boolean({ description: "the internet can ask it; null where not told" })),
  domains: Type.Array(Text, { description: "names that it answers to, its provider's first" }),
  defaultDomain: Nullable(Type.Boolean({ description: "the provider's own name of it works" })),
  tlsMinimum: Nullable(Type.String({ description: "the provider's word; null where it is not told here" })),
  certificate: Nullable(Text),
  accessLogs: Type.Optional(
    Nullable(
      Type.Object({ destination: Nullable(Text), level: Nullable(Text) }, { description: "null: off" }),
    ),
  ),
  executionLogs: Type.Optional(
    Nullable(
      Type.String({ description: "how much is written down of what it does: error, info, all; null: off" }),
    ),
  ),
  traced: Type.Optional(Nullable(Flag)),
  authentication: Type.Optional(Authentication),
  encryptedCache: Type.Optional(Nullable(Type.Boolean({ description: "null: no cache" }))),
  clientCertificate: Type.Optional(Nullable(Text)),
  cdn: Type.Optional(
    Type.Object({
      origins: Type.Array(Origin),
      originGroups: Type.Array(Type.Object({ name: Text, origins: Texts })),
      behaviors: Type.Array(Behavior),
      geo: Type.Object({ type: Text, countries: Texts }),
      ipv6: Nullable(Flag),
      realtimeLogs: Flag,
      staging: Flag,
    }),
  ),
  rootObject: Type.Optional(Nullable(Text)),
  users: Type.Optional(
    Type.Object({
      mfa: Type.String({ description: "off, optional, on, unknown" }),
      password: Nullable(
        Type.Object({
          length: MaybeCount,
          upper: Flag,
          lower: Flag,
          numbers: Flag,
          symbols: Flag,
          history: MaybeCount,
          temporaryDays: MaybeCount,
        }),
      ),
      threatProtection: Type.String({ description: "off, audit, enforced, unknown" }),
      selfRegistration: Nullable(Flag),
      deletionProtection: Nullable(Flag),
    }),
  ),
  addresses: Type.Optional(Type.Array(Text, { description: "public addresses that are its own" })),
  acceleratorListeners: Type.Optional(
    Type.Array(
      Type.Object({
        id: NodeName("listener"),
        protocol: Type.String({ description: "tcp, udp" }),
        ports: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() })),
      }),
    ),
  ),
  unmodelled: Texts,
});
