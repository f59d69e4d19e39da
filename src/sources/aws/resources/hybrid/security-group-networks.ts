import { ec2Arn } from "../../arn.js";
import { isAccount } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * Security groups that other VPCs use beside their own.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupVpcAssociation.html
 */
export const securityGroupNetworks: Resource = {
  service: "ec2",
  operation: "DescribeSecurityGroupVpcAssociations",
  list: "SecurityGroupVpcAssociations",
  actions: ["ec2:DescribeSecurityGroupVpcAssociations"],
  kinds: ["group-association"],
  types: ["aws.security-group-vpc-association"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const [group, network] = [raw.text("GroupId"), raw.text("VpcId")];
      if (group === null || network === null) {
        raw.gap(
          "unparsed",
          `${draft.place.call} answered with an association that does not name its two ends`,
        );
        continue;
      }
      const state = raw.text("State") ?? "unknown";
      // One that could not be taken away is still there.
      if (state === "disassociated" || state === "association-failed") continue;
      const said = raw.text("GroupOwnerId");
      const owner = said !== null && isAccount(said) ? said : draft.place.account;
      const id = `${ec2Arn(draft.place, `security-group/${group}`, owner)}#vpc/${network}`;
      const { pointer, json: native } = raw;
      draft.node({
        ...{ id, kind: "group-association", type: "aws.security-group-vpc-association" },
        ...{ label: `${group} in ${network}`, is: { state }, native, pointer },
      });
      draft.edge({ from: id, relation: "filter", to: group, pointer, account: owner });
      draft.edge({ from: id, relation: "network", to: network, pointer, account: raw.text("VpcOwnerId") });
    }
  },
};
