import { ec2Arn } from "../arn.js";
import { isAccount } from "../names.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LocalGatewayRouteTableVpcAssociation.html */
export const localGatewayVpcAssociations: Resource = {
  service: "ec2",
  operation: "DescribeLocalGatewayRouteTableVpcAssociations",
  list: "LocalGatewayRouteTableVpcAssociations",
  actions: ["ec2:DescribeLocalGatewayRouteTableVpcAssociations"],
  kinds: ["route-table"],
  types: ["aws.local-gateway-route-table"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const item of items) {
      const table = item.text("LocalGatewayRouteTableId");
      if (table === null) {
        item.gap(
          "unparsed",
          `${draft.place.call} answered with an item that has no LocalGatewayRouteTableId`,
        );
        continue;
      }
      if (item.text("State") === "disassociated") continue;
      const owner =
        /:(\d{12}):/.exec(item.text("LocalGatewayRouteTableArn") ?? "")?.[1] ?? item.text("OwnerId");
      const from = ec2Arn(
        draft.place,
        `local-gateway-route-table/${table}`,
        owner !== null && isAccount(owner) ? owner : undefined,
      );
      draft.edge({
        from,
        relation: "networks",
        to: item.text("VpcId"),
        pointer: item.pointer,
        account: item.text("OwnerId"),
      });
    }
  },
};
