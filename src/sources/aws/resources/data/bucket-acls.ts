import { bucketDetail } from "../../data/bucket.js";
import { word } from "../../data/words.js";
import type { Item } from "../../item.js";

/** The groups to which the public belongs. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee */
const PUBLIC: ReadonlyMap<string, string> = new Map([
  ["http://acs.amazonaws.com/groups/global/AllUsers", "all"],
  ["http://acs.amazonaws.com/groups/global/AuthenticatedUsers", "authenticated"],
]);

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export const bucketAcls = bucketDetail({
  operation: "GetBucketAcl",
  action: "GetBucketAcl",
  list: "Grants",
  recognizes: (answer) => answer !== undefined && Object.hasOwn(answer, "Owner"),
  facts: (answer) => ({ publicGrants: answer === null ? [] : answer.list("Grants").flatMap(publicGrant) }),
});

function publicGrant(grant: Item): { to: string; permission: string }[] {
  const grantee = grant.child("Grantee");
  if (grantee === null) grant.gap("unparsed", "An ACL grants something to nobody who is told");
  const to = PUBLIC.get(grantee?.text("URI") ?? "");
  return to === undefined ? [] : [{ to, permission: word(grant.text("Permission") ?? "unknown") }];
}
