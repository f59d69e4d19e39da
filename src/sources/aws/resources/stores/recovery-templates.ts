import { nextTokens, type Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { recoveryEnds, recoveryFacts } from "../../stores/recovery.js";
import { textTags } from "../../stores/text-tags.js";

/** How machines that are added are copied. https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeReplicationConfigurationTemplates.html */
export const recoveryTemplates: Resource = {
  service: "drs",
  operation: "DescribeReplicationConfigurationTemplates",
  list: "items",
  recognizes: (first) => typeof first?.["replicationConfigurationTemplateID"] === "string",
  actions: ["drs:DescribeReplicationConfigurationTemplates"],
  kinds: ["transfer"],
  types: ["aws.recovery-template"],
  scope: "region",
  optional: true,
  neededWith: ["drs:DescribeSourceServers"],
  none: ["UninitializedAccountException"],
  paging: nextTokens(200),
  normalize({ items }) {
    for (const raw of items) {
      const template = byArn(raw, "arn");
      if (template === null) continue;
      const { id, item } = template;
      const name = item.text("replicationConfigurationTemplateID") ?? id;
      addData(template, {
        ...{ kind: "transfer", type: "aws.recovery-template", name, tags: textTags(item, "tags") },
        is: { transferType: "recovery-template", name, ...recoveryFacts(item) },
        ends: recoveryEnds(item),
      });
    }
  },
};
