import { byArn } from "../../balancer-identity.js";
import { addKey, keyArn } from "../../data/key.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/** Names of keys, by which stores name them too. https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html */
export const keyAliases: Resource = {
  service: "kms",
  operation: "ListAliases",
  list: "Aliases",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "AliasName"),
  actions: ["kms:ListAliases"],
  kinds: ["key"],
  types: ["aws.key"],
  scope: "region",
  optional: true,
  neededWith: ["kms:ListKeys"],
  paging: { input: "Marker", output: "NextMarker", size: { Limit: 100 } },
  normalize({ items }) {
    for (const raw of items) {
      const alias = byArn(raw, "AliasArn");
      const target = raw.text("TargetKeyId");
      // Names of services' keys stand there before there is such a key.
      if (alias === null || target === null) continue;
      addAlias(raw, { arn: alias.id, target });
    }
  },
};

function addAlias(raw: Item, { arn, target }: { arn: string; target: string }): void {
  const id = keyArn(raw.draft.place, target);
  const name = raw.about(id).text("AliasName");
  addKey(raw.about(id), {
    ...{ id, is: {}, native: {} },
    aliases: [arn, ...(name === null ? [] : [name])],
  });
}
