import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { casesOf, expressionOf } from "../../../../src/sources/aws/audit/json-pattern.js";
import { withoutSecrets } from "../../../../src/sources/aws/secrets.js";
import { ACCOUNT, arrows, nodeOf, REGION, read } from "../harness.js";

const GROUP = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail`;
const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:alarms`;
const test = (field: string, operator: string, value: string | null) => ({ field, operator, value });
const filtered = (filterPattern: string, more: object = {}) =>
  read("logs:DescribeMetricFilters", {
    metricFilters: [
      {
        ...{
          filterName: "f",
          logGroupName: "trail",
          filterPattern,
          creationTime: 1_700_000_000_000,
          ...more,
        },
        metricTransformations: [{ metricName: "Root", metricNamespace: "CIS", metricValue: "1" }],
      },
    ],
  });
const ID = `${GROUP}#metric-filter/f`;

describe("a pattern of JSON", () => {
  it.each([
    [
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
      [
        [
          test("userIdentity.type", "=", "Root"),
          test("userIdentity.invokedBy", "not-exists", null),
          test("eventType", "!=", "AwsServiceEvent"),
        ],
      ],
    ],
    [
      "{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion))}",
      [
        [test("eventSource", "=", "kms.amazonaws.com"), test("eventName", "=", "DisableKey")],
        [test("eventSource", "=", "kms.amazonaws.com"), test("eventName", "=", "ScheduleKeyDeletion")],
      ],
    ],
    [
      '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = AccessDenied*) }',
      [[test("errorCode", "=", "*UnauthorizedOperation")], [test("errorCode", "=", "AccessDenied*")]],
    ],
    // Without parentheses && binds closer.
    [
      "{ $.a = 1 || $.b = 2 && $.c = 3 }",
      [[test("a", "=", "1")], [test("b", "=", "2"), test("c", "=", "3")]],
    ],
    ["{ $.sourceIPAddress != 123.123.* }", [[test("sourceIPAddress", "!=", "123.123.*")]]],
    ["{ $.bandwidth > -75 }", [[test("bandwidth", ">", "-75")]]],
    ["{ $.latency <= 1.5e3 }", [[test("latency", "<=", "1.5e3")]]],
    ["{ $.flag IS TRUE }", [[test("flag", "is", "true")]]],
    ["{ $.object is null }", [[test("object", "is", "null")]]],
    ["{ $.items[0].id EXISTS }", [[test("items[0].id", "exists", null)]]],
    ["{ $.user = %^adm.*% }", [[test("user", "matches", "^adm.*")]]],
    ['{ $.text = "a \\"b\\" && (c)" }', [[test("text", "=", 'a "b" && (c)')]]],
  ])("%s is understood", (pattern, cases) => {
    const batch = filtered(pattern);
    expect(batch.gaps).toEqual([]);
    expect(nodeOf(batch, ID).is).toMatchObject({ patternType: "json", cases });
  });

  it("is kept as a tree as well", () => {
    expect(expressionOf(" $.a = 1 && ($.b = 2 || $.c = 3) ")).toEqual({
      and: [test("a", "=", "1"), { or: [test("b", "=", "2"), test("c", "=", "3")] }],
    });
  });

  it.each([
    "{ }",
    "{ $.a }",
    "{ $.a = 1 ",
    "{ ($.a = 1 }",
    "{ $.a = 1 && }",
    "{ $.a > b }",
    "{ a = 1 }",
    "{ $.a = 1 $.b = 2 }",
    "{ $.a IS MAYBE }",
  ])("%s is a gap", (pattern) => {
    const batch = filtered(pattern);
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([["unmodelled", [ID]]]);
    expect(nodeOf(batch, ID).is).toMatchObject({ patternType: "unknown", cases: null });
  });

  it("with more cases than anybody reads is a gap, and its tree is there", () => {
    const either = (field: string) =>
      `(${Array.from({ length: 30 }, (_x, n) => `$.${field}=${n}`).join("||")})`;
    const batch = filtered(`{ ${either("a")} && ${either("b")} }`);
    expect(batch.gaps).toHaveLength(1);
    expect(nodeOf(batch, ID).is).toMatchObject({ patternType: "json", cases: null });
  });

  it("means the same as its cases, whatever it is", () => {
    const leaf = fc
      .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2"))
      .map(([f, v]) => `$.${f} = ${v}`);
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .tuple(tie("pattern"), fc.constantFrom("&&", "||"), tie("pattern"))
          .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      ),
    }));
    const event = fc.record({
      a: fc.constantFrom("1", "2"),
      b: fc.constantFrom("1", "2"),
      c: fc.constantFrom("1", "2"),
    });
    fc.assert(
      fc.property(pattern, event, (text, values) => {
        const expression = expressionOf(text);
        const cases = expression === null ? null : casesOf(expression);
        const meant = new Function(
          "a",
          "b",
          "c",
          `return ${text.replace(/\$\.([abc]) = (\d)/g, '($1 === "$2")')}`,
        ) as (a: string, b: string, c: string) => boolean;
        const found = cases?.some((one) => one.every(({ field, value }) => values[field as "a"] === value));
        expect(found).toBe(meant(values.a, values.b, values.c));
      }),
      { numRuns: 500 },
    );
  });

  it("never throws, and takes time that grows with the text", () => {
    const part = fc.constantFrom(
      ...'{ } ( ) && || = != < $ $.a $.a.b [0] " % * IS NOT EXISTS NULL x 1 \\'.split(" "),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(typeof expressionOf(parts.join(" "))).toBe("object");
      }),
      { numRuns: 2000 },
    );
    const started = performance.now();
    for (const text of ["(", '"', "%", "$.a", "$", "a ", "&&", "[", "$.a=1||"])
      expressionOf(text.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("lines of a log", () => {
  it.each([
    ["", "everything", [[]]],
    ["[ip, user, status=4*]", "columns", null],
    ["ERROR -timeout", "text", null],
  ])("that %s takes are %s", (pattern, patternType, cases) => {
    const batch = filtered(pattern);
    expect(batch.gaps).toEqual([]);
    expect(nodeOf(batch, ID).is).toMatchObject({ patternType, cases, expression: null });
  });

  it("are counted up, and an alarm tells a topic", () => {
    const alarm = `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:root`;
    const groups = read("logs:DescribeLogGroups", {
      logGroups: [
        {
          ...{ logGroupName: "trail", retentionInDays: 365, storedBytes: 5, logGroupClass: "STANDARD" },
          ...{ arn: `${GROUP}:*`, kmsKeyId: `arn:aws:kms:${REGION}:${ACCOUNT}:key/1` },
        },
      ],
    });
    const alarms = read("cloudwatch:DescribeAlarms", {
      MetricAlarms: [
        {
          ...{ AlarmName: "root", AlarmArn: alarm, ActionsEnabled: true, AlarmActions: [TOPIC] },
          ...{ Namespace: "CIS", MetricName: "Root", Statistic: "Sum", Period: 300, EvaluationPeriods: 1 },
          ...{ Threshold: 1, ComparisonOperator: "GreaterThanOrEqualToThreshold", StateValue: "OK" },
        },
      ],
      CompositeAlarms: [
        {
          ...{ AlarmName: "both", AlarmArn: `${alarm}2`, AlarmRule: 'ALARM("root") OR ALARM(other)' },
          ActionsEnabled: false,
        },
      ],
    });
    const topics = read("sns:GetTopicAttributes", {
      Attributes: {
        ...{ TopicArn: TOPIC, Owner: ACCOUNT, SubscriptionsConfirmed: "1", SubscriptionsPending: "0" },
        Policy: '{"Statement":[]}',
      },
    });
    const graph = assemble([groups, filtered("{ $.a = 1 }"), alarms, topics]);
    const metric = `aws:metric:${ACCOUNT}:${REGION}:CIS/Root`;
    expect(graph.step(GROUP, "metric_filters")?.ids).toEqual([ID]);
    expect(graph.step(ID, "metrics")?.ids).toEqual([metric]);
    expect(graph.step(metric, "alarms")?.ids).toEqual([alarm]);
    expect(graph.step(alarm, "topics")?.ids).toEqual([TOPIC]);
    expect(graph.node(GROUP)?.is).toMatchObject({ retentionDays: 365, logClass: "standard" });
    expect(graph.node(alarm)?.is).toMatchObject({
      ...{ alarmType: "metric", actionsEnabled: true, threshold: 1, periodSeconds: 300 },
      ...{ comparison: "greater-than-or-equal-to-threshold", metrics: [{ namespace: "CIS", name: "Root" }] },
    });
    expect(graph.node(`${alarm}2`)?.is).toMatchObject({
      ...{ alarmType: "composite", actionsEnabled: false, children: ["other", "root"] },
    });
    expect(graph.node(TOPIC)?.is).toMatchObject({ confirmed: 1, pending: 0, policy: { Statement: [] } });
    expect(graph.gaps.map(({ reason, touches }) => [reason, touches.relations])).toEqual([
      ["dangling", ["key"]],
    ]);
  });

  it("are sent on, perhaps to another account", () => {
    const destinationArn = `arn:aws:logs:${REGION}:444455556666:destination:central`;
    const batch = read(
      "logs:DescribeSubscriptionFilters",
      {
        subscriptionFilters: [
          { filterName: "s", logGroupName: "trail", filterPattern: "", destinationArn, creationTime: 0 },
        ],
      },
      { input: { logGroupName: "trail" } },
    );
    expect(nodeOf(batch, `${GROUP}#subscription-filter/s`).is).toMatchObject({
      ...{ destination: destinationArn, destinationAccount: "444455556666", patternType: "everything" },
    });
    expect(arrows(batch)).toEqual([`${GROUP}#subscription-filter/s -log_group-> ${GROUP}`]);
  });

  it("may be written and taken by those whom a policy names", () => {
    const policyDocument = '{"Statement":{"Principal":"*"}}';
    const policies = read("logs:DescribeResourcePolicies", {
      resourcePolicies: [{ policyName: "p", policyDocument, lastUpdatedTime: 1 }],
    });
    expect(nodeOf(policies, `aws:log-policy:${ACCOUNT}:${REGION}:p`).is).toMatchObject({
      document: { Statement: { Principal: "*" } },
    });
    const arn = `arn:aws:logs:${REGION}:${ACCOUNT}:destination:d`;
    const destinations = read("logs:DescribeDestinations", {
      destinations: [{ destinationName: "d", arn, targetArn: "t", accessPolicy: "{" }],
    });
    expect(destinations.gaps.map(({ touches }) => touches.nodes)).toEqual([[arn]]);
  });

  it("counted up for some sources alone are a gap", () => {
    const { gaps } = filtered("ERROR", { fieldSelectionCriteria: '@aws.account = "1"' });
    expect(gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([["unmodelled", [ID]]]);
  });
});

describe("those whom a topic tells", () => {
  const subscription = (Protocol: string, Endpoint: string, SubscriptionArn: string) => ({
    ...{ SubscriptionArn, Owner: ACCOUNT, Protocol, Endpoint, TopicArn: TOPIC },
  });
  const queue = `arn:aws:sqs:${REGION}:${ACCOUNT}:q`;

  it("are machines by name, and people and pages by protocol alone", () => {
    const list = [
      subscription("email", "CANARY@example.com", `${TOPIC}:1`),
      subscription("https", "https://example.com/CANARY", "PendingConfirmation"),
      subscription("sqs", queue, `${TOPIC}:2`),
      subscription("application", "arn:CANARY", `${TOPIC}:3`),
    ];
    const batch = read("sns:ListSubscriptions", { Subscriptions: list });
    expect(batch.gaps).toEqual([]);
    expect(batch.nodes.map(({ is }) => is)).toEqual([
      { protocol: "email", confirmed: true, endpoint: null, owner: ACCOUNT },
      { protocol: "https", confirmed: false, endpoint: null, owner: ACCOUNT },
      { protocol: "sqs", confirmed: true, endpoint: queue, owner: ACCOUNT },
      { protocol: "application", confirmed: true, endpoint: null, owner: ACCOUNT },
    ]);
    expect(JSON.stringify([batch, withoutSecrets({ Subscriptions: list })])).not.toContain("CANARY");
  });
});
