import { addRoleDetail } from "../../identity/iam-role.js";
import { addGroupDetail, addUserDetail } from "../../identity/iam-user.js";
import { addManagedPolicy } from "../../identity/managed-policy.js";
import { IAM_MARKERS, type Resource } from "../../resource.js";

/**
 * Users, groups, roles and managed policies of an account, with what each of them may do.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export const accountAuthorizationDetails: Resource = {
  service: "iam",
  operation: "GetAccountAuthorizationDetails",
  list: "RoleDetailList",
  object: ["UserDetailList", "RoleDetailList"],
  actions: ["iam:GetAccountAuthorizationDetails"],
  kinds: ["role", "user", "group", "identity-policy"],
  types: ["aws.iam-role", "aws.iam-user", "aws.iam-group", "aws.iam-policy"],
  scope: "account",
  optional: true,
  neededWith: ["iam:ListRoles", "iam:ListUsers"],
  paging: IAM_MARKERS,
  normalize({ items: [whole] }) {
    for (const role of whole?.list("RoleDetailList") ?? []) addRoleDetail(role);
    for (const user of whole?.list("UserDetailList") ?? []) addUserDetail(user);
    for (const group of whole?.list("GroupDetailList") ?? []) addGroupDetail(group);
    for (const policy of whole?.list("Policies") ?? []) addManagedPolicy(policy);
  },
};
