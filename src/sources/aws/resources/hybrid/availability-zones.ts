import { regionId } from "../../arn.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/**
 * The zones of a Region, Local and Wavelength Zones that are switched off included: they may lie in other
 * countries. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AvailabilityZone.html
 */
export const availabilityZones: Resource = {
  service: "ec2",
  operation: "DescribeAvailabilityZones",
  list: "AvailabilityZones",
  actions: ["ec2:DescribeAvailabilityZones"],
  kinds: [],
  types: ["aws.region"],
  scope: "region",
  optional: true,
  input: { AllAvailabilityZones: true },
  normalize({ items, draft }) {
    const { account, region } = draft.place;
    if (account === undefined || region === undefined) return;
    const id = regionId(account, region);
    const zones = items.flatMap((raw) => {
      const item = raw.about(id);
      const name = item.text("ZoneName");
      if (name === null) item.gap("unparsed", "A zone of a Region has no name");
      return name === null ? [] : [{ name, ...factsOf(item) }];
    });
    draft.node({
      ...{ id, kind: "region", type: "aws.region", label: region, native: {}, pointer: "" },
      is: { zones: zones.sort((a, b) => (a.name < b.name ? -1 : 1)) },
    });
  },
};

function factsOf(item: Item) {
  return {
    id: item.text("ZoneId"),
    type: item.text("ZoneType") ?? "unknown",
    state: item.text("State"),
    optIn: item.text("OptInStatus"),
    parent: item.text("ParentZoneName"),
    group: item.text("GroupName"),
    borderGroup: item.text("NetworkBorderGroup"),
    longName: item.text("GroupLongName"),
    geographies: item
      .list("Geography")
      .flatMap((one) => one.text("Name") ?? [])
      .sort(),
  };
}
