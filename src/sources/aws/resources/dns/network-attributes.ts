import { networkSettings } from "../../dns/network-settings-node.js";
import { ownNetwork } from "../../dns/own-network.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/** Attributes of a network that decide about names: the API tells one at a time. */
const ATTRIBUTES = ["enableDnsHostnames", "enableDnsSupport"];
const MEMBERS = [
  ["EnableDnsSupport", "dnsSupport"],
  ["EnableDnsHostnames", "dnsHostnames"],
] as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html */
export const networkAttributes: Resource = {
  service: "ec2",
  operation: "DescribeVpcAttribute",
  list: "VpcId",
  object: ["VpcId"],
  recognizes: (whole) => MEMBERS.some(([member]) => whole?.[member] !== undefined),
  actions: ["ec2:DescribeVpcAttribute"],
  kinds: ["resolver-settings"],
  types: ["aws.resolver-settings"],
  scope: "region",
  each: {
    of: "ec2:DescribeVpcs",
    optional: true,
    input(network) {
      const VpcId = ownNetwork(network);
      return VpcId === null ? null : ATTRIBUTES.map((Attribute) => ({ VpcId, Attribute }));
    },
    node: ({ VpcId: id }) => (typeof id === "string" ? id : null),
    relations: ["resolver_settings"],
  },
  normalize({ items: [whole], draft }) {
    const network = whole?.text("VpcId") ?? null;
    if (whole === undefined || network === null) return;
    const node = networkSettings(whole, network, draft.place.account);
    const item = whole.about(node.id);
    draft.node({ ...node, is: factsOf(item), native: {} });
    draft.edge({ from: node.id, relation: "network", to: network, pointer: "" });
  },
};

function factsOf(item: Item) {
  const facts = MEMBERS.flatMap(([member, fact]) => {
    const value = item.child(member)?.flag("Value") ?? null;
    return value === null ? [] : [[fact, value] as const];
  });
  if (facts.length === 0)
    item.gap("unmodelled", `${item.draft.place.call} tells nothing about names that is known here`);
  return Object.fromEntries(facts) as { dnsSupport?: boolean; dnsHostnames?: boolean };
}
