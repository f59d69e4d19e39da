import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import { iamIdentity } from "./iam-identity.js";
import { attachedOf, boundaryOf, inAccount, listedOf } from "./iam-principal.js";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html */
export function addUserDetail(raw: Item): void {
  const user = iamIdentity(raw, { name: "UserName", unique: "UserId" });
  if (user === null) return;
  const { id, item, account = "", base } = user;
  item.draft.node({
    ...base,
    kind: "user",
    type: "aws.iam-user",
    is: { ...listedOf(user), boundary: boundaryOf(user), ...attachedOf(user, "UserPolicyList") },
  });
  inAccount(user);
  for (const group of item.texts("GroupList")) {
    const pointer = `${item.pointer}/GroupList`;
    item.draft.edge({ from: id, relation: "groups", to: groupName(account, group), pointer });
  }
}

/** What a list of users alone tells. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html */
export function addListedUser(raw: Item): void {
  const user = iamIdentity(raw, { name: "UserName", unique: "UserId" });
  if (user === null) return;
  const { item, base } = user;
  item.draft.node({
    ...base,
    kind: "user",
    type: "aws.iam-user",
    // Absent where there is no password, or none was used since October 2014 (API_User).
    is: { ...listedOf(user), passwordLastUsed: momentOf(item, "PasswordLastUsed") },
    // The list leaves tags out.
    tags: {},
  });
  inAccount(user);
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html */
export function addGroupDetail(raw: Item): void {
  const group = iamIdentity(raw, { name: "GroupName", unique: "GroupId" });
  if (group === null) return;
  const { item, account = "", base } = group;
  item.draft.node({
    ...base,
    // Users name their groups without a path; names are unique in an account.
    aliases: [...base.aliases, groupName(account, base.label)],
    kind: "group",
    type: "aws.iam-group",
    is: { ...listedOf(group), ...attachedOf(group, "GroupPolicyList") },
  });
  inAccount(group);
}

function groupName(account: string, name: string): string {
  return `aws:iam-group:${account}:${name}`;
}
