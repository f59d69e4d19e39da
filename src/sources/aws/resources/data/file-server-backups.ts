import { byArn } from "../../balancer-identity.js";
import { keyOf } from "../../data/key-edge.js";
import { gibOf, wordOrNull } from "../../data/words.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { nameTag, tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/fsx/latest/APIReference/API_Backup.html */
export const fileServerBackups: Resource = {
  service: "fsx",
  operation: "DescribeBackups",
  list: "Backups",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "FileSystem"),
  actions: ["fsx:DescribeBackups"],
  kinds: ["data-copy"],
  types: ["aws.file-server-backup"],
  scope: "region",
  optional: true,
  neededWith: ["fsx:DescribeFileSystems"],
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const backup = byArn(raw, "ResourceARN");
      if (backup === null) continue;
      const { id, item, scope, account } = backup;
      const [short, tags] = [item.text("BackupId") ?? id, tagsOf(item)];
      draft.node({
        ...{ id, kind: "data-copy", type: "aws.file-server-backup", aliases: [short], scope, tags },
        ...{ label: nameTag(tags) ?? short, native: item.json, pointer: item.pointer },
        is: {
          ...factsOf(item, id),
          name: nameTag(tags) ?? short,
          owner: item.text("OwnerId") ?? account ?? null,
        },
      });
    }
  },
};

function factsOf(item: Item, id: string) {
  const volume = item.child("Volume");
  const region = item.text("SourceBackupRegion");
  return {
    ...{
      copyType: "backup",
      state: wordOrNull(item.text("Lifecycle")),
      created: momentOf(item, "CreationTime"),
    },
    of: volume?.text("VolumeId") ?? item.child("FileSystem")?.text("FileSystemId") ?? null,
    source: region === null ? null : { region, account: null, store: item.text("SourceBackupId") },
    ...{ encrypted: true, key: keyOf(item, id), automatic: item.text("Type") === "AUTOMATIC" },
    sizeGib: gibOf(item.int("SizeInBytes")) ?? item.child("FileSystem")?.int("StorageCapacity") ?? null,
  };
}
