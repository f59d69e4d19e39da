import type { FactsByKind, JsonObject } from "../../../model/index.js";
import { ec2Arn } from "../arn.js";
import { blockOf } from "../block.js";
import type { Item } from "../item.js";
import { isAccount } from "../names.js";
import type { Place } from "../place.js";
import { type Resource, tokens } from "../resource.js";

type Route = FactsByKind["route-table"]["routes"][number];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchLocalGatewayRoutes.html */
export const localGatewayRoutes: Resource = {
  service: "ec2",
  operation: "SearchLocalGatewayRoutes",
  list: "Routes",
  actions: ["ec2:SearchLocalGatewayRoutes"],
  kinds: [],
  types: ["aws.local-gateway-route-table"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  paging: tokens(1000),
  each: {
    of: "ec2:DescribeLocalGatewayRouteTables",
    input(table) {
      const id = table.text("LocalGatewayRouteTableId");
      return id === null ? null : { LocalGatewayRouteTableId: id };
    },
    node: (input, place) => tableArn(input, place),
    relations: ["targets"],
  },
  isWhole: ({ Filters: filters }) =>
    filters === undefined || (Array.isArray(filters) && filters.length === 0),
  normalize({ items, input, draft }) {
    const owner = items.map((item) => item.text("OwnerId")).find((text) => text !== null && isAccount(text));
    const id = tableArn(input, draft.place, owner ?? undefined);
    if (id === null) return;
    const short = String(input["LocalGatewayRouteTableId"]);
    draft.node({
      ...{ id, kind: "route-table", type: "aws.local-gateway-route-table", label: short, aliases: [short] },
      is: { routes: items.flatMap((raw) => readRoute(raw.about(id))) },
      native: {},
      pointer: "",
    });
  },
};

function tableArn(
  { LocalGatewayRouteTableId: id }: JsonObject,
  place: Place,
  owner = place.account,
): string | null {
  return typeof id === "string" && id !== "" ? ec2Arn(place, `local-gateway-route-table/${id}`, owner) : null;
}

function readRoute(route: Item): Route[] {
  const state = route.text("State");
  if (state === "deleted" || state === "deleting") return [];
  const destination = blockOf(route, "DestinationCidrBlock");
  const prefixList = route.text("DestinationPrefixListId");
  const via = viaOf(route);
  return [
    {
      ...{ destination, prefixList, via },
      state: state === "active" || state === "blackhole" ? state : "unknown",
      origin: route.text("Type") === "propagated" ? "propagated" : "static",
    },
  ];
}

function viaOf(route: Item): Route["via"] {
  for (const [member, type] of TARGETS) {
    const id = route.text(member);
    if (id !== null && id !== "") return { type, id };
  }
  return { type: "unknown", id: null };
}

const TARGETS = [
  ["LocalGatewayVirtualInterfaceGroupId", "vif-group"],
  ["NetworkInterfaceId", "interface"],
  ["SubnetId", "subnet"],
  ["CoipPoolId", "address-pool"],
] as const;
