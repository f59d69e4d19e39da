import { arnIn, askBy } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import type { Item } from "../../item.js";
import { scopeOf } from "../../place.js";
import { type Resource, tokens } from "../../resource.js";

/** Buildings that Outposts stand in, and the country that they lie in. https://docs.aws.amazon.com/outposts/latest/APIReference/API_Site.html */
export const outpostSites: Resource = {
  service: "outposts",
  operation: "ListSites",
  list: "Sites",
  actions: ["outposts:ListSites"],
  kinds: ["site"],
  types: ["aws.outpost-site"],
  scope: "region",
  optional: true,
  neededWith: ["outposts:ListOutposts"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const site = named(raw, { arn: "SiteArn", id: "SiteId", name: "Name" });
      if (site === null) continue;
      const { item, name, base } = site;
      const rack = item.child("RackPhysicalProperties");
      draft.node({
        ...{ ...base, kind: "site", type: "aws.outpost-site" },
        is: {
          ...{ name, siteType: "outpost-site", owner: item.text("AccountId") },
          ...whereOf(item, "OperatingAddress"),
          uplinkGbps: numberIn(rack, "UplinkGbps"),
          uplinks: numberIn(rack, "UplinkCount"),
        },
      });
    }
  },
};

/** Country, area and city where they are told: what one answer leaves out the other may have. */
function whereOf(item: Item, prefix: "OperatingAddress" | "") {
  const told = (member: string) => item.text(`${prefix}${member}`) || null;
  const [country, area, city] = [told("CountryCode"), told("StateOrRegion"), told("City")];
  return {
    ...(country === null ? {} : { country: country.toUpperCase() }),
    ...(area === null ? {} : { area }),
    ...(city === null ? {} : { city }),
  };
}

/** `UPLINK_10G` and `UPLINK_COUNT_2` hold their number at the end. */
function numberIn(rack: Item | null, member: string): number | null {
  const text = rack?.text(member) ?? null;
  const [, number] = /_(\d{1,4})G?$/.exec(text ?? "") ?? [];
  if (text !== null && number === undefined)
    rack?.gap("unparsed", `An Outpost site has a ${member} without a number`);
  return number === undefined ? null : Number(number);
}

/**
 * The address that it works at: of it the country, state and city alone are kept.
 * https://docs.aws.amazon.com/outposts/latest/APIReference/API_GetSiteAddress.html
 */
export const outpostSiteAddresses: Resource = {
  service: "outposts",
  operation: "GetSiteAddress",
  list: "Address",
  object: ["Address", "SiteId"],
  actions: ["outposts:GetSiteAddress"],
  kinds: ["site"],
  types: ["aws.outpost-site"],
  scope: "region",
  needsEnvelope: true,
  each: {
    of: "outposts:ListSites",
    input(site) {
      const asked = askBy("SiteArn", "SiteId")(site);
      return asked === null ? null : { ...asked, AddressType: "OPERATING_ADDRESS" };
    },
    node: arnIn("SiteId"),
  },
  // A site may have no address yet.
  none: ["NotFoundException"],
  normalize({ items: [whole], input, draft }) {
    const id = arnIn("SiteId")(input);
    const told = id === null ? null : (whole?.about(id).child("Address") ?? null);
    if (id === null || told === null || input["AddressType"] === "SHIPPING_ADDRESS") return;
    const [, , , region, account] = id.split(":");
    const label = id.split("/").at(-1) ?? id;
    draft.node({
      ...{ id, kind: "site", type: "aws.outpost-site", label, aliases: [label] },
      ...{ scope: scopeOf(draft.place, account, region), native: {}, pointer: told.pointer },
      is: whereOf(told, ""),
    });
  },
};
