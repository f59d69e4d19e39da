import { Type } from "typebox";
import { ENTRY_POINT, WEB_API } from "./entry-point-facts.js";
import { Flag, MaybeCount, NodeName, Nullable, Text, Texts } from "./fact-shapes.js";
import { RequestPartSchema, WebStatementSchema } from "./web-statement.js";

const Unmodelled = Type.Array(Text, { description: "settings that are not understood" });

/** The neutral facts of web ACLs and what hangs on them, and of what stands open to the internet behind them. */
export const WEB_FACTS = {
  "web-acl": Type.Object({
    name: Text,
    description: Nullable(Text),
    reach: Type.String({ description: "regional, or global: for content delivery" }),
    defaultAction: Type.String({ description: "of what no rule ends: allow, block, unknown" }),
    capacity: MaybeCount,
    metrics: Nullable(Flag),
    samples: Nullable(Flag),
    tokenDomains: Texts,
    bodyLimits: Type.Record(Text, Type.Integer(), {
      description:
        "bytes of a body that are inspected, by type of resource; what is not named has the default",
    }),
    challengeSeconds: MaybeCount,
    captchaSeconds: MaybeCount,
    addressReputation: Nullable(
      Type.String({ description: "when sources of floods are held back: always-on, under-attack" }),
    ),
    centrallyManaged: Type.Boolean({ description: "Firewall Manager made it, or took it over" }),
    protectedFields: Type.Array(Type.Object({ part: Text, names: Texts, how: Text }), {
      description: "of requests, hashed or replaced before they are written down",
    }),
    unmodelled: Unmodelled,
  }),
  "web-rule": Type.Object({
    name: Text,
    order: Type.Integer({ description: "position among all rules of its ACL or group, ascending from 0" }),
    priority: MaybeCount,
    stage: Type.Union([Type.Literal("first"), Type.Literal("own"), Type.Literal("last")], {
      description: "first and last are Firewall Manager's, around the ACL's own",
    }),
    action: Nullable(
      Type.String({
        description:
          "allow, block, count, captcha, challenge, monetize, unknown; null where a group's rules act",
      }),
    ),
    override: Nullable(
      Type.String({
        description: "of a group: none leaves its rules their actions, count lets it only count",
      }),
    ),
    responseCode: MaybeCount,
    statement: WebStatementSchema,
    labels: Type.Array(Text, { description: "that it adds to what it matches" }),
    metrics: Nullable(Flag),
    samples: Nullable(Flag),
    unmodelled: Unmodelled,
  }),
  "web-rule-group": Type.Object({
    name: Text,
    description: Nullable(Text),
    vendor: Nullable(Type.String({ description: "null: an own one" })),
    version: Nullable(Type.String({ description: "null: own, or the vendor's default" })),
    capacity: MaybeCount,
    metrics: Nullable(Flag),
    samples: Nullable(Flag),
    labelNamespace: Nullable(Text),
    managedRules: Type.Array(Type.Object({ rule: Text, action: Text }), {
      description: "of a vendor's group, which does not show what they match",
    }),
    describedVersion: Nullable(Type.String({ description: "the version that its rules were told of" })),
    availableVersions: Type.Array(Type.Object({ version: Text, updated: Nullable(Text) }), {
      description: "that may still be chosen, by name; updated is RFC 3339",
    }),
    defaultVersion: Nullable(Text),
    unmodelled: Unmodelled,
  }),
  "web-set": Type.Object({
    name: Text,
    description: Nullable(Text),
    setType: Type.Union([Type.Literal("addresses"), Type.Literal("patterns")]),
    family: Nullable(Type.Union([Type.Literal("ipv4"), Type.Literal("ipv6")])),
    entries: Type.Array(Text, { description: "canonical CIDR blocks, or regular expressions; sorted" }),
  }),
  "web-log": Type.Object({
    destinations: Type.Array(
      Type.Object({ type: Type.String({ description: "bucket, log-group, stream, unknown" }), name: Text }),
    ),
    keeps: Type.String({ description: "what no filter names: keep, drop, unknown" }),
    filters: Type.Array(
      Type.Object({
        keep: Flag,
        all: Type.Boolean({ description: "every condition must hold; otherwise one" }),
        actions: Texts,
        labels: Texts,
      }),
    ),
    redacted: Type.Array(RequestPartSchema),
    owner: Type.String({ description: "customer, security-lake, …" }),
    centrallyManaged: Flag,
  }),
  "entry-point": ENTRY_POINT,
  "web-api": WEB_API,
  "shield-subscription": Type.Object({
    state: Type.String({ description: "active, inactive, unknown" }),
    proactiveEngagement: Nullable(
      Type.String({ description: "the response team calls on its own: enabled, disabled, pending" }),
    ),
    renews: Nullable(Flag),
    ends: Nullable(Type.String({ description: "RFC 3339" })),
  }),
  "security-administrator": Type.Object({
    service: Type.String({ description: "firewall-manager" }),
    administrator: Nullable(NodeName("account that administers it; null: none")),
    status: Nullable(Text),
  }),
  "shield-protection": Type.Object({
    name: Text,
    resource: NodeName("id of what is protected"),
    automaticResponse: Nullable(
      Type.String({ description: "to floods of requests: block, count; null where it is off" }),
    ),
    healthChecks: Texts,
  }),
  "security-policy": Type.Object({
    name: Text,
    policyType: Type.String({ description: "of Firewall Manager, e.g. WAFV2" }),
    status: Nullable(Text),
    remediation: Nullable(Flag),
    cleansUp: Nullable(Type.Boolean({ description: "removes what it no longer protects" })),
    resourceTypes: Texts,
    resourceTags: Type.Array(Type.Object({ key: Text, value: Nullable(Text) })),
    tagsExclude: Type.Boolean({
      description: "what has the tags is left out; otherwise only that is in scope",
    }),
    tagsAll: Type.Boolean({ description: "all tags are needed; otherwise one" }),
    include: Nullable(Type.Object({ accounts: Texts, units: Texts })),
    exclude: Nullable(Type.Object({ accounts: Texts, units: Texts })),
    resourceSets: Texts,
    settings: Nullable(Type.Unknown({ description: "what the policy says of its service, parsed" })),
  }),
};
