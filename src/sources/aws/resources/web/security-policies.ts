import { byArn } from "../../balancer-identity.js";
import type { Item } from "../../item.js";
import type { Place } from "../../place.js";
import { type Resource, tokens } from "../../resource.js";
import { parsedDocument } from "../../web/entry-point.js";

const COMMON = {
  service: "fms",
  scope: "region",
  partitions: ["aws", "aws-us-gov"],
  kinds: ["security-policy"],
  types: ["aws.firewall-manager-policy"],
} as const;

/** Its administrator sees the policies of the organization. https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_ListPolicies.html */
export const securityPolicies: Resource = {
  ...COMMON,
  operation: "ListPolicies",
  list: "PolicyList",
  recognizes: (first) => typeof first?.["PolicyArn"] === "string",
  actions: ["fms:ListPolicies"],
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const policy = byArn(raw, "PolicyArn");
      if (policy === null) continue;
      const { id, item, scope } = policy;
      const name = item.text("PolicyName") ?? id;
      draft.node({
        ...{ id, kind: "security-policy", type: "aws.firewall-manager-policy", label: name, scope },
        ...{ native: item.json, pointer: item.pointer },
        is: {
          ...{ name, policyType: item.text("SecurityServiceType") ?? "unknown" },
          ...{ status: item.text("PolicyStatus"), remediation: item.flag("RemediationEnabled") },
        },
      });
    }
  },
};

/** https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_Policy.html */
export const securityPolicyDescriptions: Resource = {
  ...COMMON,
  operation: "GetPolicy",
  list: "Policy",
  object: ["Policy", "PolicyArn"],
  actions: ["fms:GetPolicy"],
  each: {
    of: "fms:ListPolicies",
    input(policy) {
      const id = policy.text("PolicyId");
      return id === null ? null : { PolicyId: id };
    },
    node({ PolicyId: id }, { partition, region = "", account = "" }: Place) {
      return typeof id === "string" ? `arn:${partition}:fms:${region}:${account}:policy/${id}` : null;
    },
  },
  normalize({ items: [whole], draft }) {
    const policy = whole === undefined ? null : byArn(whole, "PolicyArn");
    const item = policy?.item.child("Policy") ?? null;
    if (policy === null || item === null) return;
    const { id, scope } = policy;
    const name = item.text("PolicyName") ?? id;
    const data = item.child("SecurityServicePolicyData");
    draft.node({
      ...{ id, kind: "security-policy", type: "aws.firewall-manager-policy", label: name, scope },
      ...{ native: item.json, pointer: item.pointer },
      is: {
        ...{ name, policyType: data?.text("Type") ?? "unknown", status: item.text("PolicyStatus") },
        ...{
          remediation: item.flag("RemediationEnabled"),
          cleansUp: item.flag("DeleteUnusedFMManagedResources"),
        },
        ...scopeFacts(item),
        settings: data === null ? null : parsedDocument(data, "ManagedServiceData"),
      },
    });
  },
};

function scopeFacts(item: Item) {
  const single = item.text("ResourceType");
  const types = [...item.texts("ResourceTypeList"), ...(single === null ? [] : [single])];
  return {
    // Where there are several, the one member only says so.
    resourceTypes: [...new Set(types)].filter((type) => type !== "ResourceTypeList").sort(),
    resourceTags: item.list("ResourceTags").flatMap((tag) => {
      const key = tag.text("Key");
      return key === null ? [] : [{ key, value: tag.text("Value") }];
    }),
    tagsExclude: item.flag("ExcludeResourceTags") ?? false,
    tagsAll: item.text("ResourceTagLogicalOperator") !== "OR",
    include: mapOf(item.child("IncludeMap")),
    exclude: mapOf(item.child("ExcludeMap")),
    resourceSets: item.texts("ResourceSetIds").sort(),
  };
}

function mapOf(map: Item | null): { accounts: string[]; units: string[] } | null {
  if (map === null) return null;
  const told = { accounts: map.texts("ACCOUNT").sort(), units: map.texts("ORG_UNIT").sort() };
  return told.accounts.length + told.units.length === 0 ? null : told;
}
