import { ec2Arn } from "../../arn.js";
import { blockOf } from "../../block.js";
import { eachEc2 } from "../../hybrid/asked.js";
import { type Resource, tokens } from "../../resource.js";

/** Who may go where. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizationRule.html */
export const clientVpnAuthorizations: Resource = {
  service: "ec2",
  operation: "DescribeClientVpnAuthorizationRules",
  list: "AuthorizationRules",
  actions: ["ec2:DescribeClientVpnAuthorizationRules"],
  kinds: ["vpn-authorization"],
  types: ["aws.client-vpn-authorization-rule"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  each: {
    ...eachEc2("DescribeClientVpnEndpoints", "ClientVpnEndpointId", "client-vpn-endpoint"),
    relations: ["authorizations"],
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("ClientVpnEndpointId");
      if (short === null) {
        raw.gap("unparsed", `${draft.place.call} answered with a rule that names no endpoint`);
        continue;
      }
      const to = ec2Arn(draft.place, `client-vpn-endpoint/${short}`);
      const everyone = raw.flag("AccessAll") ?? false;
      const group = raw.text("GroupId") || null;
      const told = raw.text("DestinationCidr") ?? "";
      const id = `${to}#authorization/${told}/${everyone ? "all" : (group ?? "")}`;
      const item = raw.about(id);
      const { pointer } = item;
      if (told === "") item.gap("unparsed", "An authorization of a client VPN has no destination");
      draft.node({
        ...{ id, kind: "vpn-authorization", type: "aws.client-vpn-authorization-rule" },
        ...{
          label: `${told} for ${everyone ? "everybody" : (group ?? "nobody")}`,
          native: item.json,
          pointer,
        },
        is: {
          ...{ destination: blockOf(item, "DestinationCidr"), everyone, group },
          state: item.child("Status")?.text("Code") ?? "unknown",
          description: item.text("Description"),
        },
      });
      draft.edge({ from: id, relation: "client_vpn", to, pointer });
    }
  },
};
