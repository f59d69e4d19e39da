import type { FactsByKind } from "../../../../model/index.js";
import { sortedTexts } from "../../block.js";
import { arnIn, askBy } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

/** Racks and servers of the provider in somebody's own building. https://docs.aws.amazon.com/outposts/latest/APIReference/API_Outpost.html */
export const outposts: Resource = {
  service: "outposts",
  operation: "ListOutposts",
  list: "Outposts",
  recognizes: (first) =>
    first === undefined || Object.hasOwn(first, "SiteId") || !Object.hasOwn(first, "S3OutpostArn"),
  actions: ["outposts:ListOutposts"],
  kinds: ["outpost"],
  types: ["aws.outpost"],
  scope: "region",
  optional: true,
  neededWith: ["outposts:ListSites"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const outpost = named(raw, { arn: "OutpostArn", id: "OutpostId", name: "Name" });
      if (outpost === null) continue;
      const { id: from, item, name, base } = outpost;
      draft.node({
        ...{ ...base, kind: "outpost", type: "aws.outpost" },
        is: {
          ...{ name, description: item.text("Description"), owner: item.text("OwnerId") },
          state: (item.text("LifeCycleStatus") ?? "unknown").toLowerCase(),
          zone: item.text("AvailabilityZone"),
          hardware: item.text("SupportedHardwareType")?.toLowerCase() ?? null,
          generation: item.text("Generation")?.toLowerCase() ?? null,
          racks: item.text("RackScalingType")?.toLowerCase() ?? null,
        },
      });
      const to = item.text("SiteArn") ?? item.text("SiteId");
      draft.edge({ from, relation: "site", to, pointer: item.pointer });
    }
  },
};

const whose = arnIn("OutpostId");
const assetsOf = arnIn("OutpostIdentifier");

/** https://docs.aws.amazon.com/outposts/latest/APIReference/API_GetOutpostInstanceTypes.html */
export const outpostInstanceTypes: Resource = {
  service: "outposts",
  operation: "GetOutpostInstanceTypes",
  list: "InstanceTypes",
  actions: ["outposts:GetOutpostInstanceTypes"],
  kinds: ["outpost"],
  types: ["aws.outpost"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(1000),
  each: { of: "outposts:ListOutposts", input: askBy("OutpostArn", "OutpostId"), node: whose },
  normalize({ items, input, draft }) {
    const id = whose(input);
    if (id === null) return;
    const instanceTypes = sortedTexts(items.map((raw) => raw.about(id).text("InstanceType")));
    addPart(draft, id, { instanceTypes });
  },
};

/** What stands in its racks. https://docs.aws.amazon.com/outposts/latest/APIReference/API_AssetInfo.html */
export const outpostAssets: Resource = {
  service: "outposts",
  operation: "ListAssets",
  list: "Assets",
  actions: ["outposts:ListAssets"],
  kinds: ["outpost"],
  types: ["aws.outpost"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(1000),
  each: { of: "outposts:ListOutposts", input: askBy("OutpostArn", "OutpostIdentifier"), node: assetsOf },
  normalize({ items, input, draft }) {
    const id = assetsOf(input);
    if (id === null) return;
    const assets = items.map((raw) => assetOf(raw.about(id)));
    addPart(draft, id, { assets: assets.sort((a, b) => (a.id < b.id ? -1 : 1)) });
  },
};

type Facts = FactsByKind["outpost"];

function assetOf(item: Item): NonNullable<Facts["assets"]>[number] {
  const compute = item.child("ComputeAttributes");
  const capacities = compute?.list("InstanceTypeCapacities") ?? [];
  return {
    id: item.text("AssetId") ?? "",
    rack: item.text("RackId"),
    type: (item.text("AssetType") ?? "unknown").toLowerCase(),
    state: compute?.text("State")?.toLowerCase() ?? null,
    host: compute?.text("HostId") ?? null,
    families: sortedTexts(compute?.texts("InstanceFamilies") ?? []),
    capacities: capacities.map((one) => ({ type: one.text("InstanceType") ?? "", count: one.int("Count") })),
  };
}

function addPart(draft: Item["draft"], id: string, is: Partial<Facts>): void {
  const label = id.split("/").at(-1) ?? id;
  draft.node({
    id,
    kind: "outpost",
    type: "aws.outpost",
    label,
    aliases: [label],
    is,
    native: {},
    pointer: "",
  });
}
