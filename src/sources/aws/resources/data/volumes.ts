import { sortedTexts } from "../../block.js";
import { keyOf } from "../../data/key-edge.js";
import { belongsTo } from "../../data/store.js";
import { type Identity, identify, nodeBase } from "../../identity.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { nameTag } from "../../tags.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html */
export const volumes: Resource = {
  service: "ec2",
  operation: "DescribeVolumes",
  list: "Volumes",
  // File servers have volumes of their own.
  recognizes: (first) => first?.["FileSystemId"] === undefined,
  actions: ["ec2:DescribeVolumes"],
  kinds: ["data-store"],
  types: ["aws.volume"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  // Volumes that AWS services run for the account may be hidden from the plain list.
  input: { IncludeManagedResources: true },
  normalize({ items }) {
    for (const raw of items) {
      const volume = identify(raw, "volume", { idMember: "VolumeId" });
      if (volume !== null) addVolume(volume);
    }
  },
};

function addVolume(volume: Identity): void {
  const { id: from, short, owner, tags, item } = volume;
  const { draft, pointer } = item;
  const attachments = item.list("Attachments");
  const hosts = sortedTexts(attachments.map((one) => one.text("InstanceId")));
  const ends = attachments.map((one) => one.flag("DeleteOnTermination"));
  draft.node({
    ...nodeBase(volume),
    kind: "data-store",
    type: "aws.volume",
    is: {
      ...{ storeType: "volume", name: nameTag(tags) ?? short, state: item.text("State") },
      ...{
        created: momentOf(item, "CreateTime"),
        sizeGib: item.int("Size"),
        engine: item.text("VolumeType"),
      },
      ...{ encrypted: item.flag("Encrypted"), key: keyOf(item, from) },
      zones: sortedTexts([item.text("AvailabilityZone")]),
      outpost: item.text("OutpostArn"),
      attachedTo: hosts,
      deletedWithHost: ends.length === 0 ? null : ends.every((ending) => ending === true),
      service: item.child("Operator")?.text("Principal") ?? null,
    },
  });
  belongsTo(item, from, owner === undefined ? {} : { account: owner });
  for (const to of hosts) draft.edge({ from, relation: "hosts", to, pointer });
}
