import { type Identity, identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html */
export const internetGateways: Resource = {
  service: "ec2",
  operation: "DescribeInternetGateways",
  list: "InternetGateways",
  actions: ["ec2:DescribeInternetGateways"],
  kinds: ["gateway"],
  types: ["aws.internet-gateway"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items }) {
    for (const raw of items) {
      const gateway = identify(raw, "internet-gateway", { idMember: "InternetGatewayId" });
      if (gateway !== null) addAttachedGateway(gateway, "aws.internet-gateway", "internet");
    }
  },
};

/** A gateway that hangs on one VPC and has no addresses of its own; without an attachment it is detached. */
export function addAttachedGateway(gateway: Identity, type: string, gatewayType: string): void {
  const { item, owner } = gateway;
  const { draft } = item;
  const attachments = item.list("Attachments");
  const state = attachments[0]?.text("State") ?? "detached";
  draft.node({
    ...nodeBase(gateway),
    kind: "gateway",
    type,
    // The API says `available` for what its own documentation calls attached.
    is: {
      gatewayType,
      connectivity: null,
      state: state === "available" ? "attached" : state,
      addresses: [],
      publicAddresses: [],
    },
  });
  for (const attachment of attachments) {
    const { pointer } = attachment;
    if (attachment.text("State") === "detached") continue;
    draft.edge({
      from: gateway.id,
      relation: "network",
      to: attachment.text("VpcId"),
      pointer,
      account: owner,
    });
  }
}
