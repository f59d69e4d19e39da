import { fileSystemArn } from "../../data/file-system.js";
import { keyOf } from "../../data/key-edge.js";
import { addStore } from "../../data/store.js";
import { gibOf, wordOrNull } from "../../data/words.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html */
export const fileSystems: Resource = {
  service: "efs",
  operation: "DescribeFileSystems",
  list: "FileSystems",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "PerformanceMode"),
  actions: ["elasticfilesystem:DescribeFileSystems"],
  kinds: ["data-store"],
  types: ["aws.file-system"],
  scope: "region",
  optional: true,
  paging: { input: "Marker", output: "NextMarker", size: { MaxItems: 100 } },
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("FileSystemId");
      if (short === null || short === "") raw.gap("unparsed", "A file system was answered without its id");
      else addFileSystem(raw.about(fileSystemArn(draft.place, short)), short);
    }
  },
};

function addFileSystem(item: Item, short: string): void {
  const id = fileSystemArn(item.draft.place, short);
  const zone = item.text("AvailabilityZoneName");
  addStore({
    ...{ id, item, type: "aws.file-system", label: item.text("Name") ?? short, aliases: [short] },
    tags: tagsOf(item),
    is: {
      ...{ storeType: "file-system", engine: "efs", name: item.text("Name") ?? short },
      ...{ state: wordOrNull(item.text("LifeCycleState")), created: momentOf(item, "CreationTime") },
      ...{ encrypted: item.flag("Encrypted"), key: keyOf(item, id) },
      sizeGib: gibOf(item.child("SizeInBytes")?.int("Value") ?? null),
      // One that names a zone stands in that alone; others in all of the Region.
      zones: zone === null ? [] : [zone],
      multiZone: zone === null,
    },
  });
}
