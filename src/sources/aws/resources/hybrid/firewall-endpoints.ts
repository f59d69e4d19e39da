import { arnIn, askBy } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_ListVpcEndpointAssociations.html */
export const firewallEndpoints: Resource = {
  service: "network-firewall",
  operation: "ListVpcEndpointAssociations",
  list: "VpcEndpointAssociations",
  actions: ["network-firewall:ListVpcEndpointAssociations"],
  kinds: ["firewall-endpoint"],
  types: ["aws.network-firewall-endpoint"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const one = named(raw, { arn: "VpcEndpointAssociationArn" });
      if (one !== null)
        draft.node({ ...one.base, kind: "firewall-endpoint", type: "aws.network-firewall-endpoint", is: {} });
    }
  },
};

/** Endpoints of a firewall in other networks. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_VpcEndpointAssociation.html */
export const firewallEndpointDescriptions: Resource = {
  service: "network-firewall",
  operation: "DescribeVpcEndpointAssociation",
  list: "VpcEndpointAssociation",
  object: ["VpcEndpointAssociation"],
  actions: ["network-firewall:DescribeVpcEndpointAssociation"],
  kinds: ["firewall-endpoint"],
  types: ["aws.network-firewall-endpoint"],
  scope: "region",
  each: {
    of: "network-firewall:ListVpcEndpointAssociations",
    input: askBy("VpcEndpointAssociationArn"),
    node: arnIn("VpcEndpointAssociationArn"),
  },
  normalize({ items: [whole], draft }) {
    const one = named(whole?.child("VpcEndpointAssociation") ?? null, { arn: "VpcEndpointAssociationArn" });
    if (whole === undefined || one === null) return;
    const { id: from, item, base } = one;
    const status = whole.about(from).child("VpcEndpointAssociationStatus");
    const endpoints = endpointsOf(status);
    const { pointer } = item;
    draft.node({
      ...{ ...base, kind: "firewall-endpoint", type: "aws.network-firewall-endpoint" },
      is: {
        state: (status?.text("Status") ?? "unknown").toLowerCase(),
        ...{ description: item.text("Description"), endpoints },
      },
    });
    draft.edge({ from, relation: "firewall", to: item.text("FirewallArn"), pointer });
    draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
    const subnet = item.child("SubnetMapping")?.text("SubnetId") ?? null;
    draft.edge({ from, relation: "subnets", to: subnet, pointer });
  },
};

function endpointsOf(status: Item | null) {
  const states = status?.child("AssociationSyncState") ?? null;
  return Object.keys(states?.json ?? {})
    .sort()
    .flatMap((zone) => {
      const at = states?.child(zone)?.child("Attachment") ?? null;
      if (at === null) return [];
      const state = (at.text("Status") ?? "unknown").toLowerCase();
      return [{ zone, subnet: at.text("SubnetId"), endpoint: at.text("EndpointId"), state }];
    });
}

/** By what TLS is opened: names alone. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_ListTLSInspectionConfigurations.html */
export const tlsInspections: Resource = {
  service: "network-firewall",
  operation: "ListTLSInspectionConfigurations",
  list: "TLSInspectionConfigurations",
  actions: ["network-firewall:ListTLSInspectionConfigurations"],
  kinds: ["tls-inspection"],
  types: ["aws.tls-inspection-configuration"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const one = named(raw, { arn: "Arn", name: "Name" });
      if (one === null) continue;
      const is = { name: one.name };
      draft.node({ ...one.base, kind: "tls-inspection", type: "aws.tls-inspection-configuration", is });
    }
  },
};
