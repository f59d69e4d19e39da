import { ec2Arn } from "../../arn.js";
import { addCopy } from "../../data/copy.js";
import { imageFacts } from "../../data/image.js";
import { identify } from "../../identity.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * Images that instances were made of, whoever owns them, also those that are gone or no longer shared.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceImageMetadata.html
 */
export const instanceImages: Resource = {
  service: "ec2",
  operation: "DescribeInstanceImageMetadata",
  list: "InstanceImageMetadata",
  actions: ["ec2:DescribeInstanceImageMetadata"],
  kinds: ["data-copy"],
  types: ["aws.image"],
  scope: "region",
  optional: true,
  neededWith: ["ec2:DescribeImages"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const told = raw.child("ImageMetadata");
      const image = told === null ? null : identify(told, "image", { idMember: "ImageId" });
      if (told === null) raw.gap("unparsed", "What an instance was made of is told without ImageMetadata");
      if (image === null) continue;
      addCopy(image, { type: "aws.image", name: image.item.text("Name"), is: imageFacts(image, "IsPublic") });
      const instance = raw.text("InstanceId");
      const from = ec2Arn(draft.place, `instance/${instance ?? ""}`, raw.text("OwnerId") ?? undefined);
      if (instance === null) raw.gap("unparsed", "An image is told for an instance that has no InstanceId");
      else draft.edge({ from, relation: "image", to: image.id, pointer: raw.pointer });
    }
  },
};
