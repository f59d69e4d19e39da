import { ec2Arn } from "../../arn.js";
import { addCopy, sharedIn } from "../../data/copy.js";
import { identify } from "../../identity.js";
import type { Resource } from "../../resource.js";

/** Who may launch instances of an image. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageAttribute.html */
export const imagePermissions: Resource = {
  service: "ec2",
  operation: "DescribeImageAttribute",
  list: "LaunchPermissions",
  object: ["LaunchPermissions", "ImageId"],
  actions: ["ec2:DescribeImageAttribute"],
  kinds: ["data-copy"],
  types: ["aws.image"],
  scope: "region",
  each: {
    of: "ec2:DescribeImages",
    input(image) {
      const id = image.text("ImageId");
      const owner = image.text("OwnerId");
      const { account } = image.draft.place;
      // Its owner alone may ask.
      if (id === null || (owner !== null && account !== undefined && owner !== account)) return null;
      return { Attribute: "launchPermission", ImageId: id };
    },
    node: ({ ImageId: id }, place) => (typeof id === "string" ? ec2Arn(place, `image/${id}`) : null),
  },
  normalize({ items }) {
    for (const raw of items) {
      const image = identify(raw, "image", { idMember: "ImageId" });
      if (image === null) continue;
      const sharedWith = sharedIn(image.item.list("LaunchPermissions"));
      addCopy(image, { type: "aws.image", is: { sharedWith } });
    }
  },
};
