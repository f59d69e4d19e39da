import { accessPointAsked } from "../../data/access-point.js";
import { arnScope, tellOfStore } from "../../data/store.js";
import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetAccessPointPolicy.html */
export const accessPointPolicies: Resource = {
  service: "s3control",
  operation: "GetAccessPointPolicy",
  list: "Policy",
  object: ["Policy"],
  // Bare, it may as well be a bucket's.
  recognizes: () => false,
  actions: ["s3:GetAccessPointPolicy"],
  kinds: ["data-store"],
  types: ["aws.bucket-access-point"],
  scope: "region",
  needsEnvelope: true,
  names: { account: "AccountId" },
  none: ["NoSuchAccessPointPolicy"],
  each: {
    of: "s3control:ListAccessPoints",
    input(point) {
      const name = point.text("Name");
      return name === null || name === "" ? null : { Name: name };
    },
    node: accessPointAsked,
  },
  normalize({ items: [whole], input, draft }) {
    const id = accessPointAsked(input, draft.place);
    if (id === null) return;
    const name = String(input["Name"]);
    const item = whole?.about(id) ?? null;
    const node = { id, type: "aws.bucket-access-point", label: name, aliases: [name] };
    if (item === null)
      draft.node({ ...node, kind: "data-store", is: { policy: null }, native: {}, pointer: "" });
    else
      tellOfStore({ ...node, item, scope: arnScope(item, id), is: { policy: documentOf(item, "Policy") } });
  },
};
