import { byArn } from "../../balancer-identity.js";
import { keyOf } from "../../data/key-edge.js";
import { addStore } from "../../data/store.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { isRegion, partsOfArn } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";
import { tagsOf } from "../../tags.js";

/** What there is, never what is in it. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html */
export const secrets: Resource = {
  service: "secretsmanager",
  operation: "ListSecrets",
  list: "SecretList",
  actions: ["secretsmanager:ListSecrets"],
  kinds: ["data-store"],
  types: ["aws.secret"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  input: { IncludePlannedDeletion: true },
  normalize({ items, draft }) {
    for (const raw of items) {
      const secret = byArn(raw, "ARN");
      if (secret === null) continue;
      const { id, item, scope } = secret;
      const name = item.text("Name") ?? id;
      const primary = primaryOf(item, id);
      addStore({
        ...{ id, item, scope, type: "aws.secret", label: name, tags: tagsOf(item) },
        is: { ...{ storeType: "secret", name, replicaOf: primary }, ...factsOf(item, id) },
      });
      const region = partsOfArn(primary ?? "")?.region;
      draft.edge({ from: id, relation: "replica_of", to: primary, pointer: item.pointer, region });
    }
  },
};

function factsOf(item: Item, id: string) {
  const rotates = item.flag("RotationEnabled") ?? false;
  return {
    created: momentOf(item, "CreatedDate"),
    // Without a key of its own the service's encrypts it.
    ...{ encrypted: true, key: keyOf(item, id), rotates },
    rotationDays: item.child("RotationRules")?.int("AutomaticallyAfterDays") ?? null,
    ...{ rotated: momentOf(item, "LastRotatedDate"), used: momentOf(item, "LastAccessedDate") },
    ...{ deletion: momentOf(item, "DeletedDate"), service: item.text("OwningService") },
  };
}

/** A replica has the ARN of its primary but for the Region. https://docs.aws.amazon.com/secretsmanager/latest/userguide/create-manage-multi-region-secrets.html */
function primaryOf(item: Item, id: string): string | null {
  const primary = item.text("PrimaryRegion");
  const own = partsOfArn(id)?.region;
  if (primary === null || !isRegion(primary) || own === undefined || primary === own) return null;
  return id.replace(`:${own}:`, `:${primary}:`);
}
