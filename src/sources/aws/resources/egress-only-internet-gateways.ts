import { identify } from "../identity.js";
import { type Resource, tokens } from "../resource.js";
import { addAttachedGateway } from "./internet-gateways.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html */
export const egressOnlyInternetGateways: Resource = {
  service: "ec2",
  operation: "DescribeEgressOnlyInternetGateways",
  list: "EgressOnlyInternetGateways",
  actions: ["ec2:DescribeEgressOnlyInternetGateways"],
  kinds: ["gateway"],
  types: ["aws.egress-only-internet-gateway"],
  scope: "region",
  paging: tokens(255),
  normalize({ items }) {
    for (const raw of items) {
      const gateway = identify(raw, "egress-only-internet-gateway", {
        idMember: "EgressOnlyInternetGatewayId",
      });
      if (gateway !== null) addAttachedGateway(gateway, "aws.egress-only-internet-gateway", "egress-only");
    }
  },
};
