import { addKey, keyAsked } from "../../data/key.js";
import { arnScope, belongsTo } from "../../data/store.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html */
export const keys: Resource = {
  service: "kms",
  operation: "ListKeys",
  list: "Keys",
  actions: ["kms:ListKeys"],
  kinds: ["key"],
  types: ["aws.key"],
  scope: "region",
  optional: true,
  paging: { input: "Marker", output: "NextMarker", size: { Limit: 1000 } },
  normalize({ items, draft }) {
    for (const raw of items) {
      const id = raw.text("KeyArn") ?? keyAsked(raw.json, draft.place);
      if (id === null) {
        raw.gap("unparsed", "kms:ListKeys answered with a key that has no KeyId");
        continue;
      }
      addKey(raw.about(id), { id, is: {} });
      belongsTo(raw, id, arnScope(raw, id));
    }
  },
};
