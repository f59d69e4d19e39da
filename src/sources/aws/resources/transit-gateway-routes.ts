import { type FactsByKind, isObject, type Json, type JsonObject } from "../../../model/index.js";
import { blockOf, quoted } from "../block.js";
import type { Item } from "../item.js";
import { isNarrowed } from "../paging.js";
import type { Page, Resource } from "../resource.js";
import { attachmentArn } from "../transit-identity.js";
import { eachTransitTable, tableOf } from "../transit-table.js";

type Route = FactsByKind["route-table"]["routes"][number];

/** A search has to filter; this filter leaves nothing out that forwards or drops. Its page is as large as can be. */
const EVERY_ROUTE = [{ Name: "state", Values: ["active", "blackhole"] }];

/**
 * The routes of one table. A route by several attachments shares its traffic among them. A table's routes
 * are one fact, so that only an answer which holds all of them tells it.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
 */
export const transitGatewayRoutes: Resource = {
  service: "ec2",
  operation: "SearchTransitGatewayRoutes",
  list: "Routes",
  actions: ["ec2:SearchTransitGatewayRoutes"],
  kinds: ["route-table"],
  types: ["aws.transit-gateway-route-table"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  input: { Filters: EVERY_ROUTE },
  each: eachTransitTable(),
  isWhole,
  normalize(page) {
    const { items, input, draft } = page;
    const id = tableOf(page);
    if (id === null) return;
    const short = String(input["TransitGatewayRouteTableId"]);
    const routes = items.flatMap((raw) => readRoute(raw.about(id), id));
    if (isNarrowed(transitGatewayRoutes, input)) {
      // Whether somebody asked for all of them besides, the coverage knows.
      const message = `${short} was searched for some of its routes alone, which do not make a table`;
      draft.gap("truncated", message, { pointer: "", touches: {} });
      return;
    }
    const part = partOf(page);
    if (part !== null) draft.gap("truncated", `${short} ${part}`, { pointer: "", touches: { nodes: [id] } });
    draft.node({
      id,
      kind: "route-table",
      type: "aws.transit-gateway-route-table",
      label: short,
      aliases: [short],
      is: part === null ? { routes } : {},
      native: {},
      pointer: "",
    });
  },
};

/** Why an answer does not hold every route; null where it does. The longest prefix may be among the others. */
function partOf({ input, output }: Page): string | null {
  if (output["AdditionalRoutesAvailable"] === true || typeof output["NextToken"] === "string")
    return "has more routes than one search gives";
  return typeof input["NextToken"] === "string" ? "was read in pages, which are not put together" : null;
}

/** Whether an input leaves no route out. */
function isWhole({ Filters: filters }: JsonObject): boolean {
  if (filters === undefined || filters === null) return true;
  return Array.isArray(filters) && filters.every(leavesNothingOut);
}

function leavesNothingOut(filter: Json): boolean {
  if (!isObject(filter)) return false;
  const { Name: name, Values: values } = filter;
  const wanted = typeof name === "string" ? ALL_VALUES.get(name) : undefined;
  return wanted !== undefined && Array.isArray(values) && wanted.every((value) => values.includes(value));
}

const ALL_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ["state", ["active", "blackhole"]],
  ["type", ["static", "propagated"]],
]);

function readRoute(route: Item, table: string): Route[] {
  const { draft, pointer } = route;
  const state = stateOf(route.text("State"));
  if (state === null) return [];
  const destination = blockOf(route, "DestinationCidrBlock");
  const prefixList = route.text("PrefixListId");
  if (destination === null && prefixList === null)
    route.gap("unparsed", "A route of a transit gateway has no destination that can be read");
  if (prefixList !== null) draft.edge({ from: table, relation: "prefix_lists", to: prefixList, pointer });
  const base = { destination, prefixList, state, origin: originOf(route) } as const;
  const targets = route.list("TransitGatewayAttachments");
  for (const one of targets)
    if (state !== "blackhole") beyond(one, { table, named: destination ?? prefixList ?? "" });
  const attachments = targets.flatMap((one) => one.text("TransitGatewayAttachmentId") ?? []);
  if (attachments.length === 0 && state !== "blackhole")
    route.gap("unmodelled", "A route of a transit gateway goes to a target that is not known here");
  if (attachments.length === 0)
    return [{ ...base, via: { type: state === "blackhole" ? "blackhole" : "unknown", id: null } }];
  return attachments.map((short) => {
    const id = attachmentArn(route, short);
    if (state === "active") draft.edge({ from: table, relation: "targets", to: id, pointer });
    return { ...base, via: { type: "attachment", id } };
  });
}

/** What stands behind a Connect attachment and others tells its peers alone where it leads. */
function beyond(target: Item, { table, named }: { table: string; named: string }): void {
  const type = target.text("ResourceType");
  if (type === null || FOLLOWED.has(type)) return;
  const where = { pointer: target.pointer, touches: { nodes: [table], relations: ["targets"] } };
  const message = `The route of ${named} leads to an attachment of type ${quoted(type)}, which is not modelled`;
  target.draft.gap("unmodelled", message, where);
}

const FOLLOWED: ReadonlySet<string> = new Set([
  "vpc",
  "vpn",
  "direct-connect-gateway",
  "peering",
  "tgw-peering",
]);

function originOf(route: Item): Route["origin"] {
  const type = route.text("Type");
  if (type !== null && type !== "static" && type !== "propagated")
    route.gap("unmodelled", `Before which others a route of type ${quoted(type)} goes is not known here`);
  return type === "propagated" ? "propagated" : "static";
}

/** Null for routes that are on their way in or out of being none. */
function stateOf(text: string | null): Route["state"] | null {
  if (text === "deleted" || text === "deleting") return null;
  return text === "active" || text === "blackhole" ? text : "unknown";
}
