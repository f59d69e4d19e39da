import type { JsonObject } from "../../../model/index.js";
import { accountId } from "../arn.js";
import { momentOf } from "../moment.js";
import { documentOf } from "../policy-document.js";
import type { IamIdentity } from "./iam-identity.js";

interface Attached {
  readonly attachedPolicies: string[];
  readonly inlinePolicies: { name: string; document: JsonObject | null }[];
}

/** What a role, user or group may do: its managed policies, and those that stand in itself. */
export function attachedOf({ id, item }: IamIdentity, inline: string): Attached {
  const { draft } = item;
  const attachedPolicies = item.list("AttachedManagedPolicies").flatMap((policy) => {
    const to = policy.text("PolicyArn");
    if (to === null) policy.gap("unparsed", `A policy is attached to ${id} without its ARN`);
    draft.edge({ from: id, relation: "policies", to, pointer: policy.pointer });
    return to === null ? [] : [to];
  });
  const inlinePolicies = item.list(inline).map((policy) => {
    const document = documentOf(policy, "PolicyDocument");
    if (document === null) policy.gap("unparsed", `A policy inside ${id} cannot be read`);
    return { name: policy.text("PolicyName") ?? "", document };
  });
  return {
    attachedPolicies: [...new Set(attachedPolicies)].sort(),
    inlinePolicies: inlinePolicies.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The members of everybody and everything that IAM lists. */
export function listedOf({ item, base }: IamIdentity) {
  return { name: base.label, path: item.text("Path") ?? "/", created: momentOf(item, "CreateDate") };
}

/** The policy that bounds what a role or user may do, whatever else allows it. */
export function boundaryOf({ id, item }: IamIdentity): string | null {
  const bound = item.child("PermissionsBoundary");
  const to = bound?.text("PermissionsBoundaryArn") ?? null;
  item.draft.edge({ from: id, relation: "boundary", to, pointer: bound?.pointer ?? item.pointer });
  if (bound !== null && to === null) bound.gap("unparsed", `The boundary of ${id} has no ARN`);
  return to;
}

/** The account that a thing of IAM belongs to; the provider's own belong to none. */
export function inAccount({ id, item, account, base }: IamIdentity): void {
  const to = account === undefined ? null : accountId(base.scope.partition ?? "aws", account);
  item.draft.edge({ from: id, relation: "account", to, pointer: item.pointer });
}
