import { ec2Arn } from "../../arn.js";
import { identify, nodeBase } from "../../identity.js";
import { isAccount } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";

const WORD = "local-gateway-virtual-interface-group";

/** Lines of a local gateway that carry the same traffic. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LocalGatewayVirtualInterfaceGroup.html */
export const linkGroups: Resource = {
  service: "ec2",
  operation: "DescribeLocalGatewayVirtualInterfaceGroups",
  list: "LocalGatewayVirtualInterfaceGroups",
  actions: ["ec2:DescribeLocalGatewayVirtualInterfaceGroups"],
  kinds: ["link-group"],
  types: ["aws.local-gateway-virtual-interface-group"],
  scope: "region",
  optional: true,
  neededWith: ["ec2:DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const group = identify(raw, WORD, { idMember: "LocalGatewayVirtualInterfaceGroupId" });
      if (group === null) continue;
      const { id: from, item } = group;
      const members = item.texts("LocalGatewayVirtualInterfaceIds");
      draft.node({
        ...{ ...nodeBase(group), kind: "link-group", type: "aws.local-gateway-virtual-interface-group" },
        is: {
          ...{ state: item.text("ConfigurationState"), members: members.length },
          asn: item.int("LocalBgpAsnExtended") ?? item.int("LocalBgpAsn"),
        },
      });
      const pointer = `${item.pointer}/LocalGatewayVirtualInterfaceIds`;
      for (const to of members) draft.edge({ from, relation: "virtual_interfaces", to, pointer });
    }
  },
};

/** Which tables send traffic over which lines. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LocalGatewayRouteTableVirtualInterfaceGroupAssociation.html */
export const linkGroupTables: Resource = {
  service: "ec2",
  operation: "DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations",
  list: "LocalGatewayRouteTableVirtualInterfaceGroupAssociations",
  actions: ["ec2:DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations"],
  kinds: ["link-group"],
  types: ["aws.local-gateway-virtual-interface-group"],
  scope: "region",
  optional: true,
  neededWith: ["ec2:DescribeLocalGatewayVirtualInterfaceGroups"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const item of items) {
      const [group, table] = ["LocalGatewayVirtualInterfaceGroupId", "LocalGatewayRouteTableId"].map(
        (member) => item.text(member),
      );
      if (group == null || table == null) {
        item.gap(
          "unparsed",
          `${draft.place.call} answered with an association that does not name its two ends`,
        );
        continue;
      }
      if (item.text("State") === "disassociated") continue;
      const said =
        /:(\d{12}):/.exec(item.text("LocalGatewayRouteTableArn") ?? "")?.[1] ?? item.text("OwnerId");
      const owner = said !== null && isAccount(said) ? said : undefined;
      const from = ec2Arn(draft.place, `${WORD}/${group}`, owner);
      draft.edge({ from, relation: "route_tables", to: table, pointer: item.pointer, account: owner });
    }
  },
};
