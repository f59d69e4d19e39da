import { accountIn } from "../../data/store.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/** Which repositories of images are copied where. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRegistry.html */
export const registryReplication: Resource = {
  service: "ecr",
  operation: "DescribeRegistry",
  list: "registryId",
  object: ["registryId", "replicationConfiguration"],
  actions: ["ecr:DescribeRegistry"],
  kinds: ["copy-rule"],
  types: ["aws.registry-replication-rule"],
  scope: "region",
  optional: true,
  neededWith: ["ecr:DescribeRepositories"],
  normalize({ items: [whole], draft }) {
    const { account = "", region = "", partition } = draft.place;
    const rules = whole?.child("replicationConfiguration")?.list("rules") ?? [];
    for (const [index, rule] of rules.entries()) {
      const id = `arn:${partition}:ecr:${region}:${account}:registry#replication/${index}`;
      addRule(rule.about(id), id);
    }
  },
};

function addRule(rule: Item, id: string): void {
  const { draft, pointer, json: native } = rule;
  const prefixes = rule.list("repositoryFilters").map((one) => one.text("filter"));
  draft.node({
    ...{ id, kind: "copy-rule", type: "aws.registry-replication-rule", label: "replication of images" },
    is: {
      ...{ ruleType: "replication", enabled: true, sources: [], keepDays: null },
      selection: prefixes.length === 0 ? null : { prefixes: prefixes.filter((one) => one !== null).sort() },
      destinations: rule.list("destinations").map((one) => ({
        ...{ region: one.text("region"), account: accountIn(one, "registryId"), store: null },
      })),
      copiesDeletions: rule.child("deleteReplication")?.flag("enabled") ?? false,
    },
    native,
    pointer,
  });
}
