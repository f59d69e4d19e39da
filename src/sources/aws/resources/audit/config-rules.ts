import type { FactsByKind } from "../../../../model/index.js";
import { configThing } from "../../audit/config-service.js";
import { secondsOf, worded, wordedOr } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { documentOf } from "../../policy-document.js";
import type { Paging, Resource } from "../../resource.js";

const KIND = { kind: "config-rule", type: "aws.config-rule" } as const;
const PAGES: Paging = { input: "NextToken", output: "NextToken", size: {} };

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigRule.html */
export const configRules: Resource = {
  service: "config",
  operation: "DescribeConfigRules",
  list: "ConfigRules",
  actions: ["config:DescribeConfigRules"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConfigurationRecorders", "config:DescribeComplianceByConfigRule"],
  paging: PAGES,
  normalize({ items }) {
    for (const raw of items) {
      const rule = configThing(raw, KIND.kind, "ConfigRuleName");
      if (rule === null) continue;
      const { item, base, name } = rule;
      const aliases = sortedTexts([item.text("ConfigRuleArn")]);
      item.draft.node({ ...base, ...KIND, aliases, is: { name, ...factsOf(item) } });
    }
  },
};

function factsOf(
  item: Item,
): Omit<FactsByKind["config-rule"], "name" | "compliance" | "violations" | "moreViolations"> {
  const [source, scope] = [item.child("Source"), item.child("Scope")];
  const key = scope?.text("TagKey") ?? null;
  const details = source?.list("SourceDetails") ?? [];
  const every = [item, ...details].map((one) => secondsOf(one, "MaximumExecutionFrequency"));
  return {
    source: wordedOr(source?.text("Owner") ?? null),
    identifier: source?.text("SourceIdentifier") || null,
    state: wordedOr(item.text("ConfigRuleState")),
    resourceTypes: sortedTexts(scope?.texts("ComplianceResourceTypes") ?? []),
    tag: key === null ? null : { key, value: scope?.text("TagValue") ?? null },
    parameters: documentOf(item, "InputParameters"),
    everySeconds: every.find((one) => one !== null) ?? null,
    modes: sortedTexts(item.list("EvaluationModes").map((one) => worded(one.text("Mode")))),
    createdBy: item.text("CreatedBy"),
  };
}

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ComplianceByConfigRule.html */
export const configRuleCompliance: Resource = {
  service: "config",
  operation: "DescribeComplianceByConfigRule",
  list: "ComplianceByConfigRules",
  actions: ["config:DescribeComplianceByConfigRule"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConfigRules"],
  paging: PAGES,
  normalize({ items }) {
    for (const raw of items) {
      const rule = configThing(raw, KIND.kind, "ConfigRuleName");
      if (rule === null) continue;
      const { item, base, name } = rule;
      const compliance = item.child("Compliance");
      const count = compliance?.child("ComplianceContributorCount") ?? null;
      item.draft.node({
        ...{ ...base, ...KIND },
        is: {
          ...{ name, compliance: wordedOr(compliance?.text("ComplianceType") ?? null) },
          violations: count?.int("CappedCount") ?? null,
          moreViolations: count?.flag("CapExceeded") ?? null,
        },
      });
    }
  },
};
