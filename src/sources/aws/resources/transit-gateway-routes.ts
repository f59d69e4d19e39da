import type { FactsByKind, JsonObject } from "../../../model/index.js";
import { blockOf } from "../block.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";
import { attachmentArn } from "../transit-identity.js";
import { eachTransitTable, tableOf } from "../transit-table.js";

type Route = FactsByKind["route-table"]["routes"][number];

/** A search has to filter; this filter leaves nothing out that forwards or drops. */
const EVERY_ROUTE = [{ Name: "state", Values: ["active", "blackhole"] }];

/**
 * The routes of one table. A route by several attachments shares its traffic among them.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
 */
export const transitGatewayRoutes: Resource = {
  service: "ec2",
  operation: "SearchTransitGatewayRoutes",
  list: "Routes",
  actions: ["ec2:SearchTransitGatewayRoutes"],
  kinds: [],
  types: ["aws.transit-gateway-route-table"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  input: { Filters: EVERY_ROUTE, MaxResults: 1000 },
  each: eachTransitTable(["targets", "prefix_lists"]),
  isWhole,
  normalize(page) {
    const { items, input, draft } = page;
    const id = tableOf(page);
    if (id === null) return;
    const routes = items.flatMap((raw) => readRoute(raw.about(id), id));
    const short = String(input["TransitGatewayRouteTableId"]);
    draft.node({
      id,
      kind: "route-table",
      type: "aws.transit-gateway-route-table",
      label: short,
      aliases: [short],
      is: { routes },
      native: {},
      pointer: "",
    });
    if (page.output["AdditionalRoutesAvailable"] === true)
      draft.gap("truncated", `${short} has more routes than one search gives`, {
        pointer: "",
        touches: { nodes: [id] },
      });
  },
};

/** Whether an input leaves no route out. */
function isWhole({ Filters: filters }: JsonObject): boolean {
  if (filters === undefined || filters === null) return true;
  if (!Array.isArray(filters)) return false;
  return filters.every((filter) => {
    const { Name: name, Values: values } = filter as { Name?: unknown; Values?: unknown };
    const wanted =
      name === "state" ? ["active", "blackhole"] : name === "type" ? ["static", "propagated"] : null;
    return wanted !== null && Array.isArray(values) && wanted.every((value) => values.includes(value));
  });
}

function readRoute(route: Item, table: string): Route[] {
  const { draft, pointer } = route;
  const state = stateOf(route.text("State"));
  if (state === null) return [];
  const destination = blockOf(route, "DestinationCidrBlock");
  const prefixList = route.text("PrefixListId");
  if (destination === null && prefixList === null)
    route.gap("unparsed", "A route has no destination that can be read");
  if (prefixList !== null) draft.edge({ from: table, relation: "prefix_lists", to: prefixList, pointer });
  const base = {
    destination,
    prefixList,
    state,
    origin: route.text("Type") === "propagated" ? "propagated" : "static",
  } as const;
  const attachments = route
    .list("TransitGatewayAttachments")
    .flatMap((one) => one.text("TransitGatewayAttachmentId") ?? []);
  if (attachments.length === 0)
    return [{ ...base, via: { type: state === "blackhole" ? "blackhole" : "unknown", id: null } }];
  return attachments.map((short) => {
    const id = attachmentArn(route, short);
    if (state === "active") draft.edge({ from: table, relation: "targets", to: id, pointer });
    return { ...base, via: { type: "attachment", id } };
  });
}

/** Null for routes that are on their way in or out of being none. */
function stateOf(text: string | null): Route["state"] | null {
  if (text === "deleted" || text === "deleting") return null;
  return text === "active" || text === "blackhole" ? text : "unknown";
}
