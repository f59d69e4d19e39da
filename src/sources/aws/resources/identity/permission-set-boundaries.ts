import type { FactsByKind } from "../../../../model/index.js";
import { eachPermissionSet, permissionSet } from "../../identity/permission-set.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/** What bounds the permissions of a permission set. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_GetPermissionsBoundaryForPermissionSet.html */
export const permissionSetBoundaries: Resource = {
  service: "sso-admin",
  operation: "GetPermissionsBoundaryForPermissionSet",
  list: "PermissionsBoundary",
  object: ["PermissionsBoundary"],
  actions: ["sso:GetPermissionsBoundaryForPermissionSet"],
  kinds: ["permission-set"],
  types: ["aws.permission-set"],
  scope: "region",
  needsEnvelope: true,
  none: ["ResourceNotFoundException"],
  each: eachPermissionSet(),
  normalize({ items: [whole], input, draft }) {
    const id = input["PermissionSetArn"];
    if (typeof id !== "string") return;
    const bound = whole?.about(id).child("PermissionsBoundary") ?? null;
    const boundary = bound === null ? null : boundaryIn(bound);
    if (whole !== undefined && boundary === null)
      whole.about(id).gap("unparsed", "The boundary of a permission set names no policy");
    const base = permissionSet(id, draft.place, { native: bound?.json ?? {}, pointer: bound?.pointer ?? "" });
    draft.node({ ...base, is: { boundary } });
  },
};

function boundaryIn(bound: Item): FactsByKind["permission-set"]["boundary"] {
  const policy = bound.text("ManagedPolicyArn");
  if (policy !== null) return { policy };
  const own = bound.child("CustomerManagedPolicyReference");
  const name = own?.text("Name") ?? null;
  return name === null ? null : { name, path: own?.text("Path") ?? "/" };
}
