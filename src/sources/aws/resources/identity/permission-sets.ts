import { globalScope } from "../../identity/iam-identity.js";
import { eachInstance, instanceSeenBy, permissionSet } from "../../identity/permission-set.js";
import { type Resource, tokens } from "../../resource.js";

/** Permission sets by their ARNs. Whoever may list them sees the instance, owner or not. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListPermissionSets.html */
export const permissionSets: Resource = {
  service: "sso-admin",
  operation: "ListPermissionSets",
  list: "PermissionSets",
  object: ["PermissionSets"],
  actions: ["sso:ListPermissionSets"],
  kinds: ["permission-set"],
  types: ["aws.permission-set"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: eachInstance(["permission_sets"]),
  normalize({ items: [whole], input, draft }) {
    const instance = input["InstanceArn"];
    if (whole === undefined || typeof instance !== "string") return;
    const { place } = draft;
    const [pointer, native] = ["/PermissionSets", {}];
    draft.node({
      ...{ id: instance, kind: "identity-center", type: "aws.identity-center", is: {}, native, pointer },
      ...{ label: instance.replace(/^.*\//s, ""), aliases: [instanceSeenBy(instance, place)] },
      scope: globalScope(instance),
    });
    for (const id of whole.texts("PermissionSets")) {
      draft.node({ ...permissionSet(id, place, { native, pointer }), is: {} });
      draft.edge({ from: id, relation: "identity_center", to: instance, pointer });
    }
  },
};
