import { accountId } from "../../arn.js";
import { addAccount } from "../../identity.js";
import { scopeOf } from "../../place.js";
import type { Resource } from "../../resource.js";

/**
 * Who administers Firewall Manager; its own matters are settled in us-east-1.
 * https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_GetAdminAccount.html
 */
export const securityAdministrator: Resource = {
  service: "fms",
  operation: "GetAdminAccount",
  list: "AdminAccount",
  object: ["AdminAccount"],
  actions: ["fms:GetAdminAccount"],
  kinds: ["security-administrator"],
  types: ["aws.firewall-manager-administrator"],
  scope: "account",
  partitions: ["aws"],
  optional: true,
  // Nobody was named.
  none: ["ResourceNotFoundException"],
  globalInput: {},
  normalize({ items: [item], draft }) {
    const { account = "", partition } = draft.place;
    if (item === undefined) return;
    const from = draft.node({
      id: `aws:firewall-manager-administrator:${account}`,
      ...{ kind: "security-administrator", type: "aws.firewall-manager-administrator" },
      ...{
        label: `Firewall Manager of ${account}`,
        scope: scopeOf(draft.place),
        native: item.json,
        pointer: "",
      },
      is: {
        service: "firewall-manager",
        administrator: item.text("AdminAccount"),
        status: item.text("RoleStatus")?.toLowerCase() ?? null,
      },
    });
    if (account === "") return;
    addAccount(draft, account, { pointer: "", native: {}, partition });
    draft.edge({ from, relation: "account", to: accountId(partition, account), pointer: "" });
  },
};
