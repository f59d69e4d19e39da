import { byArn } from "../../balancer-identity.js";
import { addStore } from "../../data/store.js";
import { gibOf, wordOrNull } from "../../data/words.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/fsx/latest/APIReference/API_Volume.html */
export const fileServerVolumes: Resource = {
  service: "fsx",
  operation: "DescribeVolumes",
  list: "Volumes",
  recognizes: (first) => first?.["FileSystemId"] !== undefined,
  actions: ["fsx:DescribeVolumes"],
  kinds: ["data-store"],
  types: ["aws.file-server-volume"],
  scope: "region",
  optional: true,
  neededWith: ["fsx:DescribeFileSystems"],
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const volume = byArn(raw, "ResourceARN");
      if (volume === null) continue;
      const { id, item, scope } = volume;
      const short = item.text("VolumeId") ?? id;
      const ontap = item.child("OntapConfiguration");
      const zfs = item.child("OpenZFSConfiguration");
      addStore({
        ...{ id, item, scope, type: "aws.file-server-volume", tags: tagsOf(item) },
        ...{ label: item.text("Name") ?? short, aliases: [short] },
        is: {
          ...{ storeType: "volume", name: item.text("Name") ?? short, encrypted: true },
          ...{ engine: wordOrNull(item.text("VolumeType")), state: wordOrNull(item.text("Lifecycle")) },
          created: momentOf(item, "CreationTime"),
          sizeGib: gibOf(ontap?.int("SizeInBytes") ?? null) ?? zfs?.int("StorageCapacityQuotaGiB") ?? null,
          rootPath: ontap?.text("JunctionPath") ?? zfs?.text("VolumePath") ?? null,
        },
      });
      draft.edge({ from: id, relation: "cluster", to: item.text("FileSystemId"), pointer: item.pointer });
    }
  },
};
