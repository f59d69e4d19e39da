import { sortedTexts } from "../../block.js";
import { addCopy } from "../../data/copy.js";
import { imageFacts } from "../../data/image.js";
import { type Identity, identify } from "../../identity.js";
import { type Resource, tokens } from "../../resource.js";

/** The account's own images. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
export const images: Resource = {
  service: "ec2",
  operation: "DescribeImages",
  list: "Images",
  actions: ["ec2:DescribeImages"],
  kinds: ["data-copy"],
  types: ["aws.image"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  // Who owns them sees deprecated ones anyway; disabled ones hold data all the same.
  input: { Owners: ["self"], IncludeDeprecated: true, IncludeDisabled: true },
  normalize({ items }) {
    for (const raw of items) {
      const image = identify(raw, "image", { idMember: "ImageId" });
      if (image !== null) addImage(image);
    }
  },
};

function addImage(image: Identity): void {
  const { id: from, item } = image;
  const { draft } = item;
  const disks = item.list("BlockDeviceMappings").flatMap((one) => one.child("Ebs") ?? []);
  const copies = sortedTexts(disks.map((disk) => disk.text("SnapshotId")));
  const coded = disks.map((disk) => disk.flag("Encrypted") ?? false);
  const region = item.text("SourceImageRegion");
  addCopy(image, {
    type: "aws.image",
    name: item.text("Name"),
    is: {
      ...imageFacts(image, "Public"),
      of: item.text("SourceInstanceId") ?? item.text("SourceImageId"),
      source: region === null ? null : { region, account: null, store: item.text("SourceImageId") },
      encrypted: coded.length === 0 ? null : coded.every(Boolean),
      outpost: disks.map((disk) => disk.text("OutpostArn")).find((outpost) => outpost !== null) ?? null,
      copies,
    },
  });
  // Of what lies behind others' images nothing can be seen.
  if (image.owner !== draft.place.account) return;
  for (const disk of disks)
    draft.edge({ from, relation: "parts", to: disk.text("SnapshotId"), pointer: disk.pointer });
}
