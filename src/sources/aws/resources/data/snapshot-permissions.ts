import { ec2Arn } from "../../arn.js";
import { addCopy, sharedIn } from "../../data/copy.js";
import { identify } from "../../identity.js";
import type { Resource } from "../../resource.js";

/** Who may make volumes of a snapshot. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshotAttribute.html */
export const snapshotPermissions: Resource = {
  service: "ec2",
  operation: "DescribeSnapshotAttribute",
  list: "CreateVolumePermissions",
  object: ["CreateVolumePermissions", "SnapshotId"],
  actions: ["ec2:DescribeSnapshotAttribute"],
  kinds: ["data-copy"],
  types: ["aws.snapshot"],
  scope: "region",
  each: {
    of: "ec2:DescribeSnapshots",
    input(snapshot) {
      const id = snapshot.text("SnapshotId");
      const owner = snapshot.text("OwnerId");
      const { account } = snapshot.draft.place;
      // Its owner alone may ask, and alone can share it.
      if (id === null || (owner !== null && account !== undefined && owner !== account)) return null;
      return { Attribute: "createVolumePermission", SnapshotId: id };
    },
    node: ({ SnapshotId: id }, place) => (typeof id === "string" ? ec2Arn(place, `snapshot/${id}`) : null),
  },
  normalize({ items }) {
    for (const raw of items) {
      const snapshot = identify(raw, "snapshot", { idMember: "SnapshotId" });
      if (snapshot === null) continue;
      const sharedWith = sharedIn(snapshot.item.list("CreateVolumePermissions"));
      addCopy(snapshot, { type: "aws.snapshot", is: { sharedWith, isPublic: sharedWith.includes("all") } });
    }
  },
};
