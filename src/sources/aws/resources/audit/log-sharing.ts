import { ownId, thingByArn, thingNamed } from "../../audit/thing.js";
import { millisOf } from "../../audit/wording.js";
import { documentOf } from "../../policy-document.js";
import type { Paging, Resource } from "../../resource.js";

const PAGES: Paging = { input: "nextToken", output: "nextToken", size: { limit: 50 } };

/** Who else may write to log groups of the account. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ResourcePolicy.html */
export const logPolicies: Resource = {
  service: "logs",
  operation: "DescribeResourcePolicies",
  list: "resourcePolicies",
  actions: ["logs:DescribeResourcePolicies"],
  kinds: ["log-policy"],
  types: ["aws.log-resource-policy"],
  scope: "region",
  optional: true,
  neededWith: ["logs:DescribeLogGroups"],
  paging: PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const policy = thingNamed(raw, "policyName", (place, name) => ownId("log-policy", place, name));
      if (policy === null) continue;
      const { item, name, base } = policy;
      const [document, updated] = [documentOf(item, "policyDocument"), millisOf(item, "lastUpdatedTime")];
      draft.node({
        ...{ ...base, kind: "log-policy", type: "aws.log-resource-policy" },
        is: { name, document, updated },
      });
    }
  },
};

/** Where other accounts may send lines to. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Destination.html */
export const logDestinations: Resource = {
  service: "logs",
  operation: "DescribeDestinations",
  list: "destinations",
  actions: ["logs:DescribeDestinations"],
  kinds: ["log-destination"],
  types: ["aws.log-destination"],
  scope: "region",
  optional: true,
  neededWith: ["logs:DescribeLogGroups"],
  paging: PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const destination = thingByArn(raw, "arn", "destinationName");
      if (destination === null) continue;
      const { item, name, base } = destination;
      draft.node({
        ...{ ...base, kind: "log-destination", type: "aws.log-destination" },
        is: {
          ...{ name, target: item.text("targetArn"), role: item.text("roleArn") },
          policy: documentOf(item, "accessPolicy"),
          created: millisOf(item, "creationTime"),
        },
      });
    }
  },
};
