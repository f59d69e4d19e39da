import { blockOf } from "../../block.js";
import { eachEc2, ec2In } from "../../hybrid/asked.js";
import { type Resource, tokens } from "../../resource.js";

const owner = ec2In("ClientVpnEndpointId", "client-vpn-endpoint");
const WHOSE = eachEc2("DescribeClientVpnEndpoints", "ClientVpnEndpointId", "client-vpn-endpoint");

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ClientVpnRoute.html */
export const clientVpnRoutes: Resource = {
  service: "ec2",
  operation: "DescribeClientVpnRoutes",
  list: "Routes",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "ClientVpnEndpointId"),
  actions: ["ec2:DescribeClientVpnRoutes"],
  kinds: ["client-vpn"],
  types: ["aws.client-vpn-endpoint"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  paging: tokens(1000),
  each: WHOSE,
  normalize({ items, input, draft }) {
    const id = owner(input, draft.place);
    if (id === null) return;
    const label = String(input["ClientVpnEndpointId"]);
    const routes = items.flatMap((raw) => {
      const item = raw.about(id);
      const cidr = blockOf(item, "DestinationCidr");
      if (cidr === null) return [];
      const state = item.child("Status")?.text("Code") ?? "unknown";
      return [{ cidr, subnet: item.text("TargetSubnet"), origin: item.text("Origin") ?? "unknown", state }];
    });
    draft.node({
      ...{ id, kind: "client-vpn", type: "aws.client-vpn-endpoint", label, aliases: [label] },
      ...{ is: { routes }, native: {}, pointer: "" },
    });
  },
};

/** Where clients come out. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TargetNetwork.html */
export const clientVpnTargets: Resource = {
  service: "ec2",
  operation: "DescribeClientVpnTargetNetworks",
  list: "ClientVpnTargetNetworks",
  actions: ["ec2:DescribeClientVpnTargetNetworks"],
  kinds: ["client-vpn"],
  types: ["aws.client-vpn-endpoint"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  paging: tokens(1000),
  each: WHOSE,
  normalize({ items, input, draft }) {
    const id = owner(input, draft.place);
    if (id === null) return;
    const label = String(input["ClientVpnEndpointId"]);
    const targets = items.map((raw) => {
      const item = raw.about(id);
      const state = item.child("Status")?.text("Code") ?? "unknown";
      return { subnet: item.text("TargetNetworkId"), state, filters: item.texts("SecurityGroups").sort() };
    });
    draft.node({
      ...{ id, kind: "client-vpn", type: "aws.client-vpn-endpoint", label, aliases: [label] },
      ...{ is: { targets }, native: {}, pointer: "" },
    });
    const inUse = targets.filter(({ state }) => state === "associated" || state === "associating");
    for (const { subnet, filters } of inUse) {
      draft.edge({ from: id, relation: "subnets", to: subnet, pointer: "" });
      for (const to of filters) draft.edge({ from: id, relation: "filters", to, pointer: "" });
    }
  },
};
