import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import { documentOf } from "../policy-document.js";
import { iamIdentity } from "./iam-identity.js";
import { inAccount, listedOf } from "./iam-principal.js";

/** A managed policy. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html */
export function addManagedPolicy(raw: Item): void {
  const policy = iamIdentity(raw, { name: "PolicyName", unique: "PolicyId" });
  if (policy === null) return;
  const { item, account, base } = policy;
  const own = account !== undefined;
  const { AttachmentCount: _a, PermissionsBoundaryUsageCount: _p, ...native } = item.json;
  // The provider's own policies are the same for everybody; how often each account uses one is not.
  const uses = { attachments: item.int("AttachmentCount"), boundaryUses: item.int(BOUNDS) };
  item.draft.node({
    ...base,
    kind: "identity-policy",
    type: "aws.iam-policy",
    is: {
      ...listedOf(policy),
      description: item.text("Description"),
      updated: momentOf(item, "UpdateDate"),
      providerManaged: !own,
      version: item.text("DefaultVersionId"),
      document: defaultOf(item),
      ...(own ? uses : {}),
    },
    native: own ? item.json : native,
  });
  inAccount(policy);
}

const BOUNDS = "PermissionsBoundaryUsageCount";

/** The version that is in force. */
function defaultOf(item: Item): JsonObject | null {
  const versions = item.list("PolicyVersionList");
  const version = versions.find((one) => one.flag("IsDefaultVersion") === true);
  const document = version === undefined ? null : documentOf(version, "Document");
  if (document === null) item.gap("unparsed", "The version of a policy that is in force cannot be read");
  return document;
}
