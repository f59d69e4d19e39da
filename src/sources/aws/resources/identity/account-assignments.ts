import { accountId } from "../../arn.js";
import { globalScope } from "../../identity/iam-identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

/** Who has a permission set in an account. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountAssignments.html */
export const accountAssignments: Resource = {
  service: "sso-admin",
  operation: "ListAccountAssignments",
  list: "AccountAssignments",
  actions: ["sso:ListAccountAssignments"],
  kinds: ["assignment"],
  types: ["aws.account-assignment"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: {
    of: "sso-admin:ListAccountsForProvisionedPermissionSet",
    input: (list, { InstanceArn, PermissionSetArn }) =>
      list.texts("AccountIds").map((AccountId) => ({
        ...{ InstanceArn: InstanceArn ?? null, PermissionSetArn: PermissionSetArn ?? null, AccountId },
      })),
    node: ({ PermissionSetArn: arn, AccountId: account }) =>
      typeof arn === "string" && typeof account === "string" ? `${arn}#${account}` : null,
    relations: ["assignments"],
  },
  normalize({ items, input }) {
    const { PermissionSetArn: arn, AccountId: account } = input;
    if (typeof arn !== "string" || typeof account !== "string") return;
    for (const raw of items) addAssignment(raw.about(arn), { arn, account });
  },
};

function addAssignment(item: Item, { arn, account }: { arn: string; account: string }): void {
  const { draft, pointer } = item;
  const [type, principal] = [item.text("PrincipalType")?.toLowerCase() ?? null, item.text("PrincipalId")];
  if (type === null || principal === null) {
    item.gap("unparsed", `${draft.place.call} answered with an assignment to nobody`);
    return;
  }
  const id = `${arn}#${account}/${type}/${principal}`;
  const { region } = draft.place;
  draft.node({
    ...{
      id,
      kind: "assignment",
      type: "aws.account-assignment",
      label: `${type} ${principal} in ${account}`,
    },
    scope: { ...globalScope(arn), account, ...(region === undefined ? {} : { region }) },
    is: { principalType: type, principal },
    ...{ native: item.json, pointer },
  });
  draft.edge({ from: id, relation: "permission_set", to: arn, pointer });
  const to = accountId(globalScope(arn).partition ?? "aws", account);
  draft.edge({ from: id, relation: "account", to, pointer });
}
