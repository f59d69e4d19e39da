import { addCopy, type CopyFacts } from "../../data/copy.js";
import { keyOf } from "../../data/key-edge.js";
import { wordOrNull } from "../../data/words.js";
import { type Identity, identify } from "../../identity.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { nameTag } from "../../tags.js";

/** The volume of a snapshot that was copied from another. https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html */
const NO_VOLUME = "vol-ffffffff";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html */
export const snapshots: Resource = {
  service: "ec2",
  operation: "DescribeSnapshots",
  list: "Snapshots",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "SnapshotId"),
  actions: ["ec2:DescribeSnapshots"],
  kinds: ["data-copy"],
  types: ["aws.snapshot"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  input: { OwnerIds: ["self"] },
  normalize({ items }) {
    for (const raw of items) {
      const snapshot = identify(raw, "snapshot", { idMember: "SnapshotId" });
      if (snapshot !== null) addSnapshot(snapshot);
    }
  },
};

function addSnapshot(snapshot: Identity): void {
  const { id: from, short, owner, tags, item } = snapshot;
  const volume = item.text("VolumeId");
  const of = volume === null || volume.startsWith(NO_VOLUME) ? null : volume;
  // Mostly the volume is gone, which is no hole in what is known: the fact names it, and no edge leads there.
  addCopy(snapshot, {
    type: "aws.snapshot",
    is: {
      ...{ copyType: "snapshot", name: nameTag(tags) ?? short, of, state: item.text("State") },
      ...{ created: momentOf(item, "StartTime"), sizeGib: item.int("VolumeSize") },
      ...{ encrypted: item.flag("Encrypted"), key: keyOf(item, from) },
      outpost: item.text("OutpostArn"),
      ...(of === null ? copiedFrom(item) : {}),
      owner: owner ?? null,
      ownerAlias: wordOrNull(item.text("OwnerAlias")),
    },
  });
}

/** Of a copy, what was copied, where its description is still the provider's. https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html */
function copiedFrom(item: Item): CopyFacts {
  const told = /^\[Copied (snap-[0-9a-f]+) from ([a-z0-9-]+)\]/.exec(item.text("Description") ?? "");
  const [, store = null, region = null] = told ?? [];
  return store === null ? {} : { source: { region, account: null, store } };
}
