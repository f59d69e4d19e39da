import fc from "fast-check";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { FACTS, type Json, type Kind } from "../../../../src/model/index.js";
import { normalizeAnswer } from "../../../../src/sources/aws/index.js";
import { callOf } from "../../../../src/sources/aws/resource.js";
import { AUDIT } from "../../../../src/sources/aws/resources/audit/index.js";
import { answer } from "../harness.js";
import { ANSWERS, CERTIFICATE, TOPIC, TRAIL } from "./estate-answers.js";

/** Every name that stands in the answers, so that what is made up goes deep. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
const MEMBERS = [
  ...new Set([
    ...namesIn(ANSWERS),
    ..."Status ServiceRole FindingPublishingFrequency Features Name AdditionalConfiguration Administrator AccountId MemberAccountLimitReached AutoEnable AdvancedEventSelectors Values ExcludeManagementEventSources TopicArn Attributes Policy KmsMasterKeyId Protocol Endpoint SubscriptionArn CompositeAlarms LogAlarms AlarmRule Metrics MetricStat Metric DimensionList InsightSelectors InsightType ServiceSetting SettingValue SettingId failedAccounts recordingMode recordingModeOverrides resourceTypes exclusionByResourceTypes recordingStrategy useOnly configStreamDeliveryInfo deliveryFrequency configSnapshotDeliveryProperties AccountAggregationSources AccountIds ConfigRuleName Scope Source InputParameters Compliance ComplianceContributorCount ConformancePackArn policyName policyDocument destinationName arn connectorConfig outpostConfig outpostArns Options InUseBy creationTime fieldSelectionCriteria __proto__".split(
      " ",
    ),
  ]),
];
const VALUES: Json[] = [
  ...[TRAIL, TOPIC, CERTIFICATE, "arn:aws:s3:::b", "arn:x", "", "\u0000", "x", "111122223333"],
  ...["{ $.a = 1 }", "{ ( }", "[a, b]", '{"a":1}', "2026-01-01T00:00:00Z", "soon", "ENABLED", "ONE_HOUR"],
  ...["10.0.0.0/8", "10.0.0.1", 1e300, -1, 0, 1.5, "RSA_2048", "Management", "eventCategory", "true"],
];

const json = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(...VALUES),
    fc.constantFrom<Json>(...VALUES),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(tie("object"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...MEMBERS), tie("value")), { maxLength: 9 })
    .map((entries) => Object.fromEntries(entries)),
}));
const inputs = [
  ...["Name", "TrailName", "EventDataStore", "ConfigurationAggregatorName", "logGroupName", "TopicArn"],
  ...["DetectorId", "LicenseConfigurationArn", "CertificateArn", "FunctionName", "name", "SettingId"],
];
const input = fc
  .constantFrom<Json>(TRAIL, "x", "", 7)
  .map((value) => Object.fromEntries(inputs.map((member) => [member, value])));

describe("what tells of audit and posture", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AUDIT),
        input,
        json.object,
        fc.array(json.object, { maxLength: 4 }),
        json.value,
        (...[resource, asked, whole, items, odd]) => {
          const members = Object.fromEntries((resource.object ?? []).map((member) => [member, odd]));
          const output = { ...members, ...(whole as object), [resource.list]: resource.object ? odd : items };
          const batch = normalizeAnswer(answer(callOf(resource), output, { input: asked as never }));
          for (const { kind, is } of batch.nodes)
            expect(Check(Type.Partial(FACTS[kind as Kind]), is), JSON.stringify(is)).toBe(true);
          assemble([batch]);
        },
      ),
      { numRuns: 6000 },
    );
  });

  it("never throws where a true answer is broken in one place", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(ANSWERS)),
        json.value,
        fc.nat(),
        ([question, output], odd, where) => {
          const [call = "", about = "x"] = question.split(" ");
          let left = where % 60;
          const broken = JSON.parse(JSON.stringify(output), (_name, value) =>
            left-- === 0 ? odd : (value as unknown),
          ) as object;
          if (typeof broken !== "object" || broken === null) return;
          const asked = Object.fromEntries(inputs.map((member) => [member, about]));
          const batch = normalizeAnswer(answer(call, broken, { input: asked }));
          for (const { kind, is } of batch.nodes)
            expect(Check(Type.Partial(FACTS[kind as Kind]), is), JSON.stringify(is)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
