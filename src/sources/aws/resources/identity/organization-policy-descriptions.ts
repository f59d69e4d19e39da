import { isObject } from "../../../../model/index.js";
import { organizationPolicy } from "../../identity/organization-policy.js";
import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";

/** What a policy of an organization says. https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html */
export const organizationPolicyDescriptions: Resource = {
  service: "organizations",
  operation: "DescribePolicy",
  list: "Policy",
  object: ["Policy"],
  // IAM and Lambda answer with a `Policy` too.
  recognizes(whole) {
    const policy = whole?.["Policy"] ?? null;
    return isObject(policy) && isObject(policy["PolicySummary"] ?? null);
  },
  actions: ["organizations:DescribePolicy"],
  kinds: ["organization-policy"],
  types: ["aws.organization-policy"],
  scope: "account",
  each: {
    of: "organizations:ListPolicies",
    input(policy) {
      const id = policy.text("Id");
      return id === null ? null : { PolicyId: id };
    },
    node({ PolicyId: asked, Policy: told }) {
      const summary = isObject(told ?? null) ? (told as { PolicySummary?: unknown }).PolicySummary : null;
      const own = isObject((summary ?? null) as never) ? (summary as { Id?: unknown }).Id : null;
      const id = asked ?? own;
      return typeof id === "string" ? id : null;
    },
  },
  normalize({ items: [whole], draft }) {
    const told = whole?.child("Policy") ?? null;
    const summary = told?.child("PolicySummary") ?? null;
    if (whole !== undefined && summary === null)
      whole.gap("unparsed", `${draft.place.call} answered without a policy`);
    const policy = summary === null ? null : organizationPolicy(summary);
    if (told === null || policy === null) return;
    const document = documentOf(told.about(policy.id), "Content");
    if (document === null)
      policy.item.gap("unparsed", "The content of a policy of an organization cannot be read");
    draft.node({ ...policy.node, is: { ...policy.node.is, document } });
  },
};
