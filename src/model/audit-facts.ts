import { Type } from "typebox";
import {
  Created,
  Document,
  Flag,
  Key,
  MaybeCount,
  MaybeFlag,
  MaybeText,
  Moment,
  NodeName,
  Nullable,
  Text,
  Texts,
} from "./fact-shapes.js";

const Delivery = Nullable(
  Type.Object(
    { status: MaybeText, lastSuccess: Moment("the last time that it worked"), error: MaybeText },
    { description: "how it went of late; null where not told" },
  ),
);

/** One condition of a selector of events: any of what it takes, and none of what it refuses. */
const Condition = Type.Object({
  field: Type.String({ description: "eventSource, eventName, resources.ARN, userIdentity.arn, …" }),
  equals: Texts,
  startsWith: Texts,
  endsWith: Texts,
  notEquals: Texts,
  notStartsWith: Texts,
  notEndsWith: Texts,
});

/** How much of some events is written down. */
const Share = Type.Union([Type.Literal("all"), Type.Literal("some"), Type.Literal("none")], {
  description: "all, some (a condition leaves events out), none",
});

/** What trails and event stores write down. */
const Recorded = {
  selectors: Type.Array(
    Type.Object({
      name: MaybeText,
      category: Type.String({ description: "management, data, network-activity, insight, …" }),
      resourceTypes: Nullable(
        Type.Array(Text, { description: "of data events, as CloudFormation names them; null: any" }),
      ),
      read: Flag,
      write: Flag,
      conditions: Type.Array(Condition, { description: "all of them must hold; none: every event" }),
    }),
    { description: "an event that any of them selects is written down" },
  ),
  management: Type.Object({ read: Share, write: Share }),
  data: Type.Array(Type.Object({ resourceType: Text, read: Share, write: Share }), {
    description: "by type of resource, sorted; what is not there is not written down",
  }),
};

const Logging = {
  logging: MaybeFlag,
  started: Moment("when it was last switched on"),
  stopped: Moment("when it was last switched off"),
  lastDelivery: Moment("when files were last delivered"),
  lastDeliveryError: Nullable(Type.String({ description: "why the last delivery failed; null: it did not" })),
  lastDigestError: MaybeText,
  lastLogGroupDelivery: Moment("when its log group was last written to"),
  lastLogGroupError: MaybeText,
};

const Filtering = {
  pattern: Text,
  patternType: Type.Union([
    Type.Literal("everything"),
    Type.Literal("json"),
    Type.Literal("columns"),
    Type.Literal("text"),
    Type.Literal("unknown"),
  ]),
  expression: Nullable(
    Type.Unknown({
      description:
        "of a JSON pattern: {and: […]}, {or: […]}, or a test {field, operator, value}; null for others",
    }),
  ),
  cases: Nullable(
    Type.Array(
      Type.Array(
        Type.Object({
          field: Type.String({ description: "path without the leading `$.`" }),
          operator: Type.String({
            description:
              "=, !=, <, <=, >, >=, matches, not-matches (regular expressions), is, exists, not-exists",
          }),
          value: Nullable(
            Type.String({ description: "with * for any text, where the operator compares text" }),
          ),
        }),
      ),
      { description: "the same expression as a list of cases: one matches where all of its tests do" },
    ),
  ),
};

/** The neutral facts of what is written down of an estate, where, and who is told. */
export const AUDIT_FACTS = {
  trail: Type.Object({
    name: Text,
    home: Nullable(Type.String({ description: "Region that it was made in" })),
    multiRegion: MaybeFlag,
    organization: MaybeFlag,
    globalServices: MaybeFlag,
    validated: Nullable(Type.Boolean({ description: "files are signed, so that changes to them show" })),
    key: Key,
    bucket: Nullable(NodeName("store that the files go to")),
    prefix: MaybeText,
    logGroup: Nullable(NodeName("log group that events go to as well")),
    logRole: Nullable(NodeName("role that writes there")),
    topic: Nullable(NodeName("topic that is told of each file")),
    ...Logging,
    ...Recorded,
    insights: Type.Array(Text, { description: "kinds of unusual activity that it looks for" }),
  }),
  "trail-status": Type.Object({ ...Logging }),
  "event-store": Type.Object({
    name: Text,
    state: Text,
    multiRegion: MaybeFlag,
    organization: MaybeFlag,
    retentionDays: MaybeCount,
    deletionProtection: MaybeFlag,
    key: Key,
    federated: MaybeFlag,
    created: Created,
    ...Recorded,
  }),
  recorder: Type.Object({
    name: Text,
    role: Nullable(NodeName("role that it reads with")),
    serviceRole: Nullable(Type.Boolean({ description: "that role is the service's own" })),
    owner: Nullable(Type.String({ description: "service that made it for itself; null: the account's own" })),
    strategy: Type.String({
      description: "all, only (the types in `included`), all-but (those in `excluded`)",
    }),
    global: MaybeFlag,
    included: Texts,
    excluded: Texts,
    frequency: MaybeText,
    overrides: Type.Array(Type.Object({ types: Texts, frequency: Text })),
    recording: Flag,
    lastStatus: MaybeText,
    lastError: MaybeText,
    started: Moment("when it was last switched on"),
  }),
  "delivery-channel": Type.Object({
    name: Text,
    bucket: Nullable(NodeName("store that it delivers to")),
    prefix: MaybeText,
    key: Key,
    topic: Nullable(NodeName("topic that it tells")),
    everySeconds: MaybeCount,
    snapshot: Delivery,
    history: Delivery,
    stream: Delivery,
  }),
  aggregator: Type.Object({
    name: Text,
    organization: Flag,
    role: Nullable(NodeName("role by which it knows the organization")),
    accounts: Texts,
    allRegions: Flag,
    regions: Texts,
    created: Created,
    updated: Moment("when it was last changed"),
  }),
  "aggregated-source": Type.Object({
    source: Nullable(NodeName("account or organization")),
    sourceType: MaybeText,
    sourceRegion: MaybeText,
    status: Text,
    updated: Moment("when it was last read"),
    error: MaybeText,
  }),
  "conformance-pack": Type.Object({
    name: Text,
    managed: MaybeFlag,
    bucket: Nullable(NodeName("store that its results go to")),
    state: Text,
    reason: MaybeText,
    updated: Moment("when it was last changed"),
    createdBy: MaybeText,
  }),
  "config-rule": Type.Object({
    name: Text,
    source: Type.String({ description: "aws (the provider's), custom-lambda, custom-policy" }),
    identifier: Nullable(NodeName("the provider's name of the rule, or the function that decides")),
    state: Text,
    resourceTypes: Texts,
    tag: Nullable(Type.Object({ key: Text, value: MaybeText })),
    parameters: Nullable(Type.Unknown({ description: "parsed" })),
    everySeconds: MaybeCount,
    modes: Texts,
    createdBy: MaybeText,
    compliance: Type.String({ description: "compliant, non-compliant, not-applicable, insufficient-data" }),
    violations: Nullable(Type.Integer({ description: "things that break it, as far as it counts" })),
    moreViolations: MaybeFlag,
  }),
  "log-group": Type.Object({
    name: Text,
    logClass: MaybeText,
    retentionDays: Nullable(Type.Integer({ description: "null: for ever" })),
    key: Key,
    storedBytes: MaybeCount,
    dataProtection: MaybeText,
    deletionProtection: MaybeFlag,
    created: Created,
  }),
  "metric-filter": Type.Object({
    name: Text,
    ...Filtering,
    metrics: Type.Array(Type.Object({ namespace: Text, name: Text, value: Text, dimensions: Texts }), {
      description: "what it counts up",
    }),
    created: Created,
  }),
  "subscription-filter": Type.Object({
    name: Text,
    ...Filtering,
    destination: Nullable(NodeName("stream, function or destination that gets what matches")),
    destinationAccount: MaybeText,
    role: Nullable(NodeName("role that sends")),
    created: Created,
  }),
  "log-policy": Type.Object({ name: Text, document: Document, updated: Moment("when it was last changed") }),
  "log-destination": Type.Object({
    name: Text,
    target: Nullable(NodeName("stream that takes what is sent")),
    role: Nullable(NodeName("role that writes there")),
    policy: Document,
    created: Created,
  }),
  metric: Type.Object({ namespace: Text, name: Text }),
  alarm: Type.Object({
    name: Text,
    alarmType: Type.Union([Type.Literal("metric"), Type.Literal("composite")]),
    actionsEnabled: Flag,
    actions: Type.Array(NodeName("what is done when it goes off")),
    okActions: Type.Array(NodeName("what is done when it is over")),
    insufficientDataActions: Type.Array(NodeName("what is done when nobody knows")),
    state: Text,
    comparison: MaybeText,
    threshold: Nullable(Type.Number()),
    statistic: MaybeText,
    periodSeconds: MaybeCount,
    periods: MaybeCount,
    periodsToAlarm: MaybeCount,
    missingData: MaybeText,
    metrics: Type.Array(Type.Object({ namespace: Text, name: Text }), { description: "what it watches" }),
    rule: Nullable(Type.String({ description: "of a composite alarm, as it is written" })),
    children: Type.Array(NodeName("alarms that a composite one names")),
  }),
  topic: Type.Object({
    name: Text,
    owner: MaybeText,
    key: Key,
    policy: Document,
    fifo: Flag,
    confirmed: MaybeCount,
    pending: MaybeCount,
    signatureVersion: MaybeText,
  }),
  "topic-subscription": Type.Object({
    protocol: Text,
    confirmed: Flag,
    endpoint: Nullable(NodeName("queue, function or stream; addresses of people and of pages are not kept")),
    owner: MaybeText,
  }),
};
