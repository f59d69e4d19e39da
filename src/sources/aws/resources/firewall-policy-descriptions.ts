import { askedAbout, byFirewallArn, byListedArn } from "../firewalls/firewall-identity.js";
import { groupBase, isStateful, nameOf } from "../firewalls/group.js";
import { policyFacts } from "../firewalls/policy-facts.js";
import type { Resource } from "../resource.js";

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeFirewallPolicy.html */
export const firewallPolicyDescriptions: Resource = {
  service: "network-firewall",
  operation: "DescribeFirewallPolicy",
  list: "FirewallPolicyResponse",
  object: ["FirewallPolicyResponse"],
  actions: ["network-firewall:DescribeFirewallPolicy"],
  kinds: ["firewall-policy"],
  types: ["aws.network-firewall-policy"],
  scope: "region",
  each: {
    of: "network-firewall:ListFirewallPolicies",
    input: byListedArn("Arn", "FirewallPolicyArn"),
    node: askedAbout({
      ...{ arn: "FirewallPolicyArn", name: "FirewallPolicyName", whole: "FirewallPolicyResponse" },
      word: () => "firewall-policy",
    }),
  },
  normalize({ items: [whole], draft }) {
    const described = byFirewallArn(whole?.child("FirewallPolicyResponse") ?? null, "FirewallPolicyArn");
    if (whole === undefined || described === null) return;
    const { id, item, scope, tags } = described;
    const policy = whole.about(id).child("FirewallPolicy");
    if (policy === null) item.gap("unparsed", `The policy ${nameOf(id)} was answered without its settings`);
    const facts = policy === null ? null : policyFacts(id, policy);
    const { pointer } = policy ?? item;
    draft.node({
      ...{ id, kind: "firewall-policy", type: "aws.network-firewall-policy", label: nameOf(id), scope, tags },
      ...{ is: facts ?? {}, native: whole.json, pointer },
    });
    const stateless = (facts?.statelessGroups ?? []).map(({ group }) => ({ group, stateful: false }));
    const stateful = (facts?.statefulGroups ?? []).map(({ group }) => ({ group, stateful: true }));
    for (const { group, stateful: kind } of [...stateless, ...stateful]) {
      const base = groupBase(draft.place, group, isStateful(group) ?? kind);
      draft.node({ ...base, is: {}, native: {}, pointer });
      draft.edge({ from: id, relation: "filters", to: group, pointer });
    }
  },
};
