import { isoSeconds } from "../../identity/iso-duration.js";
import { aboutPermissionSet, eachPermissionSet, permissionSet } from "../../identity/permission-set.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html */
export const permissionSetDescriptions: Resource = {
  service: "sso-admin",
  operation: "DescribePermissionSet",
  list: "PermissionSet",
  object: ["PermissionSet"],
  actions: ["sso:DescribePermissionSet"],
  kinds: ["permission-set"],
  types: ["aws.permission-set"],
  scope: "region",
  needsEnvelope: true,
  each: eachPermissionSet(),
  normalize(page) {
    const about = aboutPermissionSet(page);
    const item = about?.item.child("PermissionSet") ?? null;
    if (about === null) return;
    if (item === null) {
      about.item.gap("unparsed", "A permission set was answered without its settings");
      return;
    }
    const base = permissionSet(about.id, page.draft.place, { native: item.json, pointer: item.pointer });
    const name = item.text("Name");
    page.draft.node({
      ...{ ...base, label: name ?? base.label },
      is: {
        name: name ?? base.label,
        description: item.text("Description"),
        created: momentOf(item, "CreatedDate"),
        sessionSeconds: sessionOf(item),
        relayState: item.text("RelayState"),
      },
    });
  },
};

/** An hour unless it says otherwise (API_CreatePermissionSet: the default is PT1H). */
function sessionOf(item: Item): number | null {
  const text = item.text("SessionDuration") ?? "PT1H";
  const seconds = isoSeconds(text);
  if (seconds === null) item.gap("unparsed", "How long a session of a permission set lasts cannot be read");
  return seconds;
}
