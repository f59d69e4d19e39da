import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { documentOf } from "../policy-document.js";
import { type Resource, tokens } from "../resource.js";
import { nameTag } from "../tags.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export const vpcEndpoints: Resource = {
  service: "ec2",
  operation: "DescribeVpcEndpoints",
  list: "VpcEndpoints",
  actions: ["ec2:DescribeVpcEndpoints"],
  kinds: ["endpoint"],
  types: ["aws.vpc-endpoint"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const endpoint = identify(raw, "vpc-endpoint", { idMember: "VpcEndpointId" });
      if (endpoint === null) continue;
      const { item } = endpoint;
      const service = item.text("ServiceName") ?? "";
      const type = capital(item.text("VpcEndpointType") ?? "Gateway");
      if (type === "GatewayLoadBalancer") behindAppliances(endpoint);
      draft.node({
        ...nodeBase(endpoint, nameTag(endpoint.tags) ?? service),
        kind: "endpoint",
        type: "aws.vpc-endpoint",
        is: {
          // Some answers write these words in lower case, and the API compares them without case.
          endpointType: type,
          service,
          state: (item.text("State") ?? "unknown").toLowerCase(),
          privateDns: item.flag("PrivateDnsEnabled") ?? false,
          ...namesOf(item),
          policy: documentOf(item, "PolicyDocument"),
        },
      });
      link(endpoint);
    }
  },
};

/** Only routes to it lead to the appliances: what else is known of the endpoint is. */
function behindAppliances({ id, item }: Identity): void {
  const message = `What the appliances behind ${item.text("VpcEndpointId")} do with packets is not modelled`;
  const { pointer } = item;
  item.draft.gap("unmodelled", message, { pointer, touches: { nodes: [id], relations: ["routed_by"] } });
}

function link({ id: from, item }: Identity): void {
  const { draft, pointer } = item;
  draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
  for (const [member, relation] of MANY)
    for (const to of item.texts(member)) draft.edge({ from, relation, to, pointer: `${pointer}/${member}` });
  for (const group of item.list("Groups"))
    draft.edge({ from, relation: "filters", to: group.text("GroupId"), pointer: group.pointer });
}

const MANY = [
  ["RouteTableIds", "route_tables"],
  ["SubnetIds", "subnets"],
  ["NetworkInterfaceIds", "interfaces"],
] as const;

/** Those of the endpoint and its zones, and those of the service where private DNS is on. */
function namesOf(item: Item): { dnsNames?: string[] } {
  const names = item.list("DnsEntries").flatMap((entry) => entry.text("DnsName") ?? []);
  return names.length === 0 ? {} : { dnsNames: [...new Set(names)].sort() };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
