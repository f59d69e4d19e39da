import fc from "fast-check";
import { describe, it } from "vitest";
import type { Json } from "../../../../src/model/index.js";
import { AUDIT } from "../../../../src/sources/aws/resources/audit/index.js";
import { read } from "../harness.js";
import { anyAnswer, brokenAt, expectShapes, madeUp, namesIn } from "../made-up.js";
import { ANSWERS, CERTIFICATE, TOPIC, TRAIL } from "./estate-answers.js";

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

const json = madeUp({ members: MEMBERS, values: VALUES });
const inputs = [
  ...["Name", "TrailName", "EventDataStore", "ConfigurationAggregatorName", "logGroupName", "TopicArn"],
  ...["DetectorId", "LicenseConfigurationArn", "CertificateArn", "FunctionName", "name", "SettingId"],
];
const input = fc
  .constantFrom<Json>(TRAIL, "x", "", 7)
  .map((value) => Object.fromEntries(inputs.map((member) => [member, value])));

describe("what tells of audit and posture", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    fc.assert(anyAnswer(AUDIT, input, json), { numRuns: 6000 });
  });

  it("never throws where a true answer is broken in one place", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(ANSWERS)),
        json.value,
        fc.nat(),
        ([question, output], odd, where) => {
          const [call = "", about = "x"] = question.split(" ");
          const broken = brokenAt(output, where % 60, odd);
          if (typeof broken !== "object" || broken === null) return;
          const asked = Object.fromEntries(inputs.map((member) => [member, about]));
          expectShapes(read(call, broken, { input: asked }));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
