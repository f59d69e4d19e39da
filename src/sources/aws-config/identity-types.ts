import type { ItemType } from "./item-type.js";

/** Beside them the API lists the provider's own policies, and when a role was last used. */
const LACKS = "when roles were last used, and the provider's own policies";

const iam = (type: string, list: string): ItemType => ({
  type: `AWS::IAM::${type}`,
  call: "iam:GetAccountAuthorizationDetails",
  list,
  tags: "Tags",
  lacks: LACKS,
});

/** Whom an account knows. Config files each of them under `global`, in every Region that records such things. */
export const IDENTITY_TYPES: readonly ItemType[] = [
  iam("Role", "RoleDetailList"),
  iam("User", "UserDetailList"),
  iam("Group", "GroupDetailList"),
  iam("Policy", "Policies"),
];
