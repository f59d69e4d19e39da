import { askBy } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import { WIDE_AREA } from "../../hybrid/wide-area.js";
import type { Each, Resource } from "../../resource.js";

const EACH: Each = {
  of: "networkmanager:DescribeGlobalNetworks",
  input: askBy("GlobalNetworkId"),
  node: ({ GlobalNetworkId: id }) => (typeof id === "string" ? id : null),
  hides: true,
};

/** Data centres and branches that somebody wrote down. https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_Site.html */
export const wideAreaSites: Resource = {
  ...WIDE_AREA,
  operation: "GetSites",
  list: "Sites",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "GlobalNetworkId"),
  actions: ["networkmanager:GetSites"],
  kinds: ["site"],
  types: ["aws.network-manager-site"],
  each: EACH,
  normalize({ items, draft }) {
    for (const raw of items) {
      const site = named(raw, { arn: "SiteArn", id: "SiteId", name: "Description" });
      if (site === null) continue;
      const { item, name, base } = site;
      const place = item.child("Location");
      draft.node({
        ...{ ...base, kind: "site", type: "aws.network-manager-site" },
        is: {
          ...{ name, siteType: "written-down", owner: null },
          ...{ latitude: place?.text("Latitude") ?? null, longitude: place?.text("Longitude") ?? null },
        },
      });
    }
  },
};

/** https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_Device.html */
export const wideAreaDevices: Resource = {
  ...WIDE_AREA,
  operation: "GetDevices",
  list: "Devices",
  actions: ["networkmanager:GetDevices"],
  kinds: ["network-device"],
  types: ["aws.network-manager-device"],
  each: EACH,
  normalize({ items, draft }) {
    for (const raw of items) {
      const device = named(raw, { arn: "DeviceArn", id: "DeviceId", name: "Description" });
      if (device === null) continue;
      const { id: from, item, name, base } = device;
      draft.node({
        ...{ ...base, kind: "network-device", type: "aws.network-manager-device" },
        is: {
          ...{ name, deviceType: item.text("Type"), vendor: item.text("Vendor"), model: item.text("Model") },
          state: (item.text("State") ?? "unknown").toLowerCase(),
        },
      });
      for (const [relation, member] of ENDS)
        draft.edge({ from, relation, to: item.text(member) || null, pointer: item.pointer });
    }
  },
};

/** Lines of a site, as somebody wrote them down. https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_Link.html */
export const wideAreaLinks: Resource = {
  ...WIDE_AREA,
  operation: "GetLinks",
  list: "Links",
  actions: ["networkmanager:GetLinks"],
  kinds: ["circuit"],
  types: ["aws.network-manager-link"],
  each: EACH,
  normalize({ items, draft }) {
    for (const raw of items) {
      const line = named(raw, { arn: "LinkArn", id: "LinkId", name: "Description" });
      if (line === null) continue;
      const { id: from, item, name, base } = line;
      draft.node({
        ...{ ...base, kind: "circuit", type: "aws.network-manager-link" },
        is: {
          ...{ name, circuitType: "uplink", state: (item.text("State") ?? "unknown").toLowerCase() },
          mbps: item.child("Bandwidth")?.int("DownloadSpeed") ?? null,
          ...{ location: item.text("SiteId"), provider: item.text("Provider"), device: null },
        },
      });
      for (const [relation, member] of ENDS)
        draft.edge({ from, relation, to: item.text(member) || null, pointer: item.pointer });
    }
  },
};

const ENDS = [
  ["global_network", "GlobalNetworkId"],
  ["site", "SiteId"],
] as const;
