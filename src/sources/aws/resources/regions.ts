import { accountId, regionId } from "../arn.js";
import { isRegion } from "../names.js";
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
    const { place } = draft;
    const { account } = place;
    for (const item of items) {
      const name = item.text("RegionName");
      if (name === null || !isRegion(name)) {
        item.gap("unparsed", "ec2:DescribeRegions answered with a Region whose name cannot be read");
        continue;
      }
      if (account === undefined) continue;
      const id = draft.node({
        id: regionId(account, name),
        kind: "region",
        type: "aws.region",
        label: name,
        scope: { provider: "aws", partition: place.partition, account, region: name },
        is: { enabled: isEnabled(item.text("OptInStatus")) },
        native: item.json,
        pointer: item.pointer,
      });
      draft.edge({ from: id, relation: "account", to: accountId(place, account), pointer: item.pointer });
    }
  },
};

/** An answer without the status lists enabled Regions alone. */
export function isEnabled(optIn: string | null): boolean {
  return optIn !== "not-opted-in";
}
