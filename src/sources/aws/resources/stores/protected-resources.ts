import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { addData, type Known, withId } from "../../stores/data-node.js";
import { placeOfStore } from "../../stores/place-of.js";
import { storeOf } from "../../stores/vault.js";

/** The latest backup of whatever has one. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListProtectedResources.html */
export const protectedResources: Resource = {
  service: "backup",
  operation: "ListProtectedResources",
  list: "Results",
  recognizes: (first) => typeof first?.["ResourceArn"] === "string",
  actions: ["backup:ListProtectedResources"],
  kinds: ["data-copy"],
  types: ["aws.last-backup"],
  scope: "region",
  optional: true,
  neededWith: ["backup:ListBackupPlans"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const of = raw.text("ResourceArn");
      if (of === null)
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no ResourceArn`);
      else addLast(withId(raw, `${of}#last-backup`), of);
    }
  },
};

function addLast(last: Known, of: string): void {
  const { item } = last;
  const name = item.text("ResourceName") ?? of;
  addData(last, {
    ...{ kind: "data-copy", type: "aws.last-backup", name },
    is: {
      ...{ copyType: "last-backup", name, of, source: placeOfStore(of, item.draft.place) },
      created: momentOf(item, "LastBackupTime"),
    },
    ends: {
      more: [
        ["vault", item.text("LastBackupVaultArn")],
        ["store", storeOf(item.text("ResourceType"), of)],
      ],
    },
  });
}
