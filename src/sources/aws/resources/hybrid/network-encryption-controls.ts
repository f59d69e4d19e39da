import { isObject } from "../../../../model/index.js";
import { ec2Arn, regionId } from "../../arn.js";
import type { Item } from "../../item.js";
import { isNarrowed } from "../../paging.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * Whether packets inside a VPC must be encrypted, and what is left out of that.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEncryptionControl.html
 */
export const networkEncryptionControls: Resource = {
  service: "ec2",
  operation: "DescribeVpcEncryptionControls",
  list: "VpcEncryptionControls",
  actions: ["ec2:DescribeVpcEncryptionControls"],
  kinds: [],
  types: ["aws.vpc", "aws.region"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, input, draft }) {
    const controlled: string[] = [];
    for (const raw of items) {
      const short = raw.text("VpcId");
      if (short === null) {
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no VpcId`);
        continue;
      }
      const id = ec2Arn(draft.place, `vpc/${short}`);
      const item = raw.about(id);
      const state = item.text("State") ?? "unknown";
      if (state === "deleted") continue;
      const encryptionControl = {
        mode: item.text("Mode") ?? "unknown",
        state,
        exclusions: exclusionsOf(item),
      };
      draft.node({
        ...{ id, kind: "network", type: "aws.vpc", label: short, aliases: [short] },
        ...{ is: { encryptionControl }, native: {}, pointer: item.pointer },
      });
      controlled.push(id);
    }
    const { account, region } = draft.place;
    if (account === undefined || region === undefined) return;
    if (isNarrowed(networkEncryptionControls, input)) return;
    // The Region holds the list of them, so that "none" is not taken for "nobody asked".
    draft.node({
      ...{ id: regionId(account, region), kind: "region", type: "aws.region", label: region },
      ...{ is: { encryptionControls: controlled.sort() }, native: {}, pointer: "" },
    });
  },
};

/** Names of what is left out, in the provider's words. */
function exclusionsOf(item: Item): string[] {
  const told = item.child("ResourceExclusions")?.json ?? {};
  return Object.entries(told)
    .flatMap(([name, one]) => {
      const state = one !== undefined && one !== null && isObject(one) ? one["State"] : null;
      return state === "disabled" ? [] : [name];
    })
    .sort();
}
