import { addAccount, addRegion } from "../identity.js";
import { isRegion, partitionOf } from "../names.js";
import type { Resource } from "../resource.js";

/**
 * The Regions of the account. Those that are not opted in are told as such where they are listed.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
 */
export const regions: Resource = {
  service: "ec2",
  operation: "DescribeRegions",
  list: "Regions",
  actions: ["ec2:DescribeRegions"],
  kinds: ["region"],
  types: ["aws.region"],
  scope: "account",
  normalize({ items, draft }) {
    const { account } = draft.place;
    for (const item of items) {
      const name = item.text("RegionName");
      if (name === null || !isRegion(name)) {
        item.gap("unparsed", "ec2:DescribeRegions answered with a Region whose name cannot be read");
        continue;
      }
      if (account === undefined) continue;
      const { pointer, json: native } = item;
      // The answer is of the whole account; its Regions tell the partition.
      const at = { pointer, native, partition: partitionOf(name) };
      addAccount(draft, account, { ...at, native: {} });
      addRegion(draft, { account, region: name, enabled: isEnabled(item.text("OptInStatus")) }, at);
    }
  },
};

/** An answer without the status lists enabled Regions alone. */
export function isEnabled(optIn: string | null): boolean {
  return optIn !== "not-opted-in";
}
