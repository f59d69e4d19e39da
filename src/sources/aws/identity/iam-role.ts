import { isObject, type Json, type JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import { documentOf } from "../policy-document.js";
import { type IamIdentity, iamIdentity } from "./iam-identity.js";
import { attachedOf, boundaryOf, inAccount, listedOf } from "./iam-principal.js";

/** A role as GetAccountAuthorizationDetails tells it. https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html */
export function addRoleDetail(raw: Item): void {
  const role = iamIdentity(raw, { name: "RoleName", unique: "RoleId" });
  if (role === null) return;
  const { item, base } = role;
  const used = item.child("RoleLastUsed");
  item.draft.node({
    ...base,
    kind: "role",
    type: "aws.iam-role",
    is: {
      ...listedOf(role),
      trust: trustOf(role),
      // The last 400 days at most. https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html
      lastUsed: used === null ? null : momentOf(used, "LastUsedDate"),
      lastUsedRegion: used?.text("Region") ?? null,
      boundary: boundaryOf(role),
      ...attachedOf(role, "RolePolicyList"),
      instanceProfiles: profilesOf(item),
    },
  });
  inAccount(role);
}

/** What a list of roles alone tells. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
export function addListedRole(raw: Item): void {
  const role = iamIdentity(raw, { name: "RoleName", unique: "RoleId" });
  if (role === null) return;
  const { item, base } = role;
  item.draft.node({
    ...base,
    kind: "role",
    type: "aws.iam-role",
    is: {
      ...listedOf(role),
      trust: trustOf(role),
      description: item.text("Description"),
      maxSessionSeconds: item.int("MaxSessionDuration"),
    },
    // The list leaves tags out.
    tags: {},
  });
  inAccount(role);
}

function profilesOf(item: Item): string[] {
  const arns = item.list("InstanceProfileList").map((profile) => profile.text("Arn"));
  return [...new Set(arns.filter((arn) => arn !== null))].sort();
}

/** Who may become the role, as its document says; and an arrow to each provider of identities that it names. */
function trustOf({ id, item }: IamIdentity): JsonObject | null {
  const trust = documentOf(item, "AssumeRolePolicyDocument");
  if (trust === null) {
    item.gap("unparsed", `Who may become ${id} cannot be read`);
    return null;
  }
  const pointer = `${item.pointer}/AssumeRolePolicyDocument`;
  const providers = [...new Set(federatedIn(trust))].sort();
  for (const to of providers) item.draft.edge({ from: id, relation: "trusts", to, pointer });
  return trust;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html: names of web identities (`accounts.google.com`) are no nodes. */
const PROVIDER = /^arn:[a-z-]+:iam::\d{12}:(?:saml-provider|oidc-provider)\/./;

function federatedIn(trust: JsonObject): string[] {
  return listed(trust["Statement"]).flatMap((statement) => {
    const principal = isObject(statement) ? statement["Principal"] : undefined;
    const federated = isObject(principal) ? listed(principal["Federated"]) : [];
    return federated.filter((name) => typeof name === "string").filter((name) => PROVIDER.test(name));
  });
}

/** Where a document may hold one thing or a list of them. */
function listed(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
