import { askBy } from "../../hybrid/asked.js";
import { named } from "../../hybrid/named.js";
import { WIDE_AREA } from "../../hybrid/wide-area.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_DescribeGlobalNetworks.html */
export const globalNetworks: Resource = {
  ...WIDE_AREA,
  operation: "DescribeGlobalNetworks",
  list: "GlobalNetworks",
  actions: ["networkmanager:DescribeGlobalNetworks"],
  kinds: ["global-network"],
  types: ["aws.global-network"],
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const network = named(raw, { arn: "GlobalNetworkArn", id: "GlobalNetworkId", name: "Description" });
      if (network === null) continue;
      const is = { name: network.name, state: (network.item.text("State") ?? "unknown").toLowerCase() };
      draft.node({ ...network.base, kind: "global-network", type: "aws.global-network", is });
    }
  },
};

/** Transit gateways that a global network shows. https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_TransitGatewayRegistration.html */
export const transitGatewayRegistrations: Resource = {
  ...WIDE_AREA,
  operation: "GetTransitGatewayRegistrations",
  list: "TransitGatewayRegistrations",
  actions: ["networkmanager:GetTransitGatewayRegistrations"],
  kinds: ["global-network"],
  types: ["aws.global-network"],
  each: {
    of: "networkmanager:DescribeGlobalNetworks",
    input: askBy("GlobalNetworkId"),
    node: ({ GlobalNetworkId: id }) => (typeof id === "string" ? id : null),
    relations: ["members"],
  },
  normalize({ items, draft }) {
    for (const item of items) {
      const from = item.text("TransitGatewayArn") ?? "";
      const parts = partsOfArn(from);
      if (parts === null) {
        item.gap(
          "unparsed",
          `${draft.place.call} answered with a registration that names no transit gateway`,
        );
        continue;
      }
      const state = item.child("State")?.text("Code") ?? "AVAILABLE";
      if (state === "DELETED" || state === "FAILED") continue;
      // It lives in a Region that may not have been asked: the registration tells that it is there.
      const short = parts.resource.split("/").at(-1) ?? from;
      const { account, region } = parts;
      draft.node({
        ...{ id: from, kind: "gateway", type: "aws.transit-gateway", label: short, aliases: [short] },
        scope: {
          ...{ provider: "aws", partition: draft.place.partition },
          ...(account === undefined ? {} : { account }),
          ...(region === undefined ? {} : { region }),
        },
        ...{ is: {}, native: {}, pointer: item.pointer },
      });
      draft.edge({
        from,
        relation: "global_network",
        to: item.text("GlobalNetworkId"),
        pointer: item.pointer,
      });
    }
  },
};

/** https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_ListCoreNetworks.html */
export const coreNetworks: Resource = {
  ...WIDE_AREA,
  operation: "ListCoreNetworks",
  list: "CoreNetworks",
  actions: ["networkmanager:ListCoreNetworks"],
  kinds: ["gateway"],
  types: ["aws.core-network"],
  optional: true,
  neededWith: ["networkmanager:DescribeGlobalNetworks"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const core = named(raw, { arn: "CoreNetworkArn", id: "CoreNetworkId", name: "Description" });
      if (core === null) continue;
      const { id: from, item, base } = core;
      draft.node({
        ...{ ...base, kind: "gateway", type: "aws.core-network" },
        is: {
          ...{ gatewayType: "core-network", connectivity: null, addresses: [], publicAddresses: [] },
          state: (item.text("State") ?? "unknown").toLowerCase(),
        },
      });
      const to = item.text("GlobalNetworkId");
      draft.edge({ from, relation: "global_network", to, pointer: item.pointer });
    }
  },
};

/** https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_CoreNetwork.html */
export const coreNetworkDescriptions: Resource = {
  service: "networkmanager",
  operation: "GetCoreNetwork",
  list: "CoreNetwork",
  object: ["CoreNetwork"],
  actions: ["networkmanager:GetCoreNetwork"],
  kinds: ["gateway"],
  types: ["aws.core-network"],
  scope: "account",
  partitions: WIDE_AREA.partitions,
  each: {
    of: "networkmanager:ListCoreNetworks",
    input: askBy("CoreNetworkId"),
    node: ({ CoreNetworkId: id }) => (typeof id === "string" ? id : null),
  },
  normalize({ items: [whole], draft }) {
    const core = named(whole?.child("CoreNetwork") ?? null, {
      arn: "CoreNetworkArn",
      id: "CoreNetworkId",
      name: "Description",
    });
    if (core === null) return;
    const { item, base } = core;
    const segments = item.list("Segments").map((one) => ({
      name: one.text("Name") ?? "",
      regions: one.texts("EdgeLocations").sort(),
      shared: one.texts("SharedSegments").sort(),
    }));
    const edges = item.list("Edges").map((one) => ({
      region: one.text("EdgeLocation") ?? "",
      asn: one.int("Asn"),
      cidrs: one.texts("InsideCidrBlocks").sort(),
    }));
    if (item.list("NetworkFunctionGroups").length > 0)
      item.gap(
        "unmodelled",
        "A core network sends traffic through network functions, which are not modelled",
      );
    draft.node({ ...base, kind: "gateway", type: "aws.core-network", is: { core: { segments, edges } } });
  },
};
