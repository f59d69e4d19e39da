import { Type } from "typebox";
import { Flag, NodeName, Nullable, Text } from "./fact-shapes.js";

const Texts = Type.Array(Text);
const MaybeText = Nullable(Text);
const MaybeFlag = Nullable(Flag);
const Count = Nullable(Type.Integer());
const Moment = (description: string) =>
  Nullable(Type.String({ description: `${description}, RFC 3339 in UTC` }));
const Created = Moment("when it was made");
const AutoEnable = Nullable(
  Type.String({ description: "which members it is switched on for: all, new, none" }),
);

/** The neutral facts of what watches an estate, and of the machines, licences and certificates that are kept. */
export const POSTURE_FACTS = {
  detector: Type.Object({
    enabled: Flag,
    publishSeconds: Count,
    features: Type.Array(
      Type.Object({
        name: Text,
        enabled: Flag,
        parts: Type.Array(Type.Object({ name: Text, enabled: Flag })),
      }),
      { description: "sorted by name" },
    ),
    created: Created,
    administrator: Nullable(
      Type.String({ description: "account that manages it for the organization; null: none" }),
    ),
    autoEnable: AutoEnable,
    autoEnableFeatures: Type.Array(Type.Object({ name: Text, autoEnable: Text })),
  }),
  "security-hub": Type.Object({
    since: Moment("since when it is on"),
    autoEnableControls: MaybeFlag,
    findings: Nullable(
      Type.String({ description: "security-control: one a control; standard-control: one a standard" }),
    ),
  }),
  "security-standard": Type.Object({
    standard: Type.String({ description: "id of the standard, with its version" }),
    state: Text,
    reason: MaybeText,
  }),
  "finding-aggregator": Type.Object({
    homeRegion: Nullable(Type.String({ description: "where findings are brought together" })),
    mode: MaybeText,
    regions: Texts,
  }),
  inspector: Type.Object({
    state: Text,
    scans: Type.Array(Type.Object({ what: Text, state: Text }), {
      description: "ec2, ecr, lambda, lambdaCode, codeRepository, sorted",
    }),
  }),
  "data-discovery": Type.Object({
    enabled: Flag,
    publishSeconds: Count,
    role: Nullable(NodeName("role that looks into stores")),
    created: Created,
  }),
  "managed-host": Type.Object({
    name: Text,
    hostType: Type.String({
      description: "hybrid (registered by an activation), cloud (a host of the provider)",
    }),
    computer: MaybeText,
    ping: Nullable(Type.String({ description: "online, connection-lost, inactive" })),
    lastPing: Moment("when its agent was last heard of"),
    agentVersion: MaybeText,
    agentCurrent: MaybeFlag,
    platform: MaybeText,
    platformName: MaybeText,
    platformVersion: MaybeText,
    addresses: Texts,
    activation: Nullable(NodeName("activation by which it registered")),
    role: MaybeText,
    registered: Moment("when it registered"),
    associations: MaybeText,
  }),
  activation: Type.Object({
    description: MaybeText,
    defaultName: MaybeText,
    role: MaybeText,
    limit: Count,
    registered: Count,
    expires: Moment("until when machines may register"),
    expired: MaybeFlag,
    created: Created,
  }),
  "compliance-summary": Type.Object({
    complianceType: Type.String({ description: "Patch, Association, …" }),
    compliant: MaybeFlag,
    severity: MaybeText,
    checked: Moment("when it was looked at"),
    compliantCount: Count,
    violations: Count,
    critical: Count,
    high: Count,
  }),
  software: Type.Object({
    name: Text,
    machines: Nullable(Type.Integer({ description: "managed machines that report it" })),
  }),
  "document-sharing": Type.Object({
    public: Type.Boolean({ description: "documents may be shared with everybody" }),
  }),
  "command-document": Type.Object({
    name: Text,
    documentType: MaybeText,
    owner: MaybeText,
    created: Created,
    sharedWith: Type.Array(Text, { description: "account ids; `all` is everybody" }),
  }),
  "licence-configuration": Type.Object({
    name: Text,
    counts: Type.String({ description: "vcpu, core, socket, instance" }),
    limit: Count,
    hardLimit: MaybeFlag,
    consumed: Count,
    rules: Type.Array(Type.Object({ rule: Text, value: MaybeText })),
    state: MaybeText,
    owner: MaybeText,
    consumedBy: Type.Array(Type.Object({ resourceType: Text, consumed: Count })),
    expires: Moment("until when it holds"),
  }),
  "licence-use": Type.Object({
    resource: Nullable(NodeName("machine, image or database that takes licences")),
    resourceType: Text,
    owner: MaybeText,
    status: MaybeText,
    associated: Flag,
    consumed: Count,
  }),
  certificate: Type.Object({
    names: Type.Array(Text, { description: "that it is for, sorted" }),
    allNames: Nullable(Type.Boolean({ description: "false: there are more than the list tells" })),
    state: Text,
    origin: Type.String({ description: "imported, amazon-issued, private" }),
    issuer: MaybeText,
    subject: MaybeText,
    keyType: MaybeText,
    keyBits: Count,
    signature: MaybeText,
    notBefore: Moment("from when it is valid"),
    notAfter: Moment("until when it is valid"),
    inUse: MaybeFlag,
    usedBy: Type.Array(NodeName("what presents it")),
    renewable: MaybeFlag,
    renewal: MaybeText,
    validation: Type.Array(Text, { description: "how its names were proven: dns, email, http" }),
    transparency: Nullable(Type.Boolean({ description: "it is written to public logs" })),
    exportable: MaybeFlag,
    authority: Nullable(NodeName("private authority that issued it")),
  }),
  cluster: Type.Object({
    name: Text,
    clusterType: Type.String({ description: "kubernetes, containers" }),
    state: Text,
    version: MaybeText,
    created: Created,
    endpoint: MaybeText,
    publicEndpoint: MaybeFlag,
    privateEndpoint: MaybeFlag,
    publicCidrs: Type.Array(Text, { description: "who may ask the public endpoint; canonical" }),
    issuer: Nullable(Type.String({ description: "URL of the OIDC issuer of its workloads" })),
    logs: Type.Array(Text, { description: "kinds of logs that are written, sorted" }),
    secretsKey: Nullable(NodeName("key that its secrets are encrypted with; null: none of one's own")),
    authentication: MaybeText,
    role: Nullable(NodeName("role of its control plane")),
    outposts: Type.Array(NodeName("Outposts that its control plane runs on")),
    remoteCidrs: Type.Array(Text, { description: "of nodes and pods on premises" }),
    deletionProtection: MaybeFlag,
    insights: MaybeFlag,
    unmodelled: Texts,
  }),
  function: Type.Object({
    name: Text,
    runtime: MaybeText,
    packageType: MaybeText,
    state: MaybeText,
    role: Nullable(NodeName("role that it runs with")),
    key: Nullable(NodeName("key that its settings are encrypted with; null: the service's own")),
    updated: Moment("when it was last changed"),
    timeoutSeconds: Count,
    traced: Flag,
    architectures: Texts,
    layers: Type.Array(NodeName("layers that it is put together with")),
    logFormat: MaybeText,
    deadLetters: Nullable(NodeName("queue or topic that gets what failed")),
  }),
};
