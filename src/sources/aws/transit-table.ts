import type { JsonObject } from "../../model/index.js";
import { ec2Arn } from "./arn.js";
import type { Item } from "./item.js";
import type { Place } from "./place.js";
import type { Each, Page } from "./resource.js";
import { attachmentArn, isInForce } from "./transit-identity.js";

const ENDED: ReadonlySet<string | null> = new Set(["deleted", "deleting"]);

/** Route tables of transit gateways are shown to the owner of the gateway alone. */
export function transitTableArn(place: Place, short: string): string {
  return ec2Arn(place, `transit-gateway-route-table/${short}`);
}

/**
 * A call that is made for every route table of a transit gateway that there still is.
 * @param relations path segments that stay unknown without it; none given: the table as a whole
 */
export function eachTransitTable(relations?: readonly string[]): Each {
  return {
    of: "ec2:DescribeTransitGatewayRouteTables",
    input(table) {
      const id = table.text("TransitGatewayRouteTableId");
      return id === null || ENDED.has(table.text("State")) ? null : { TransitGatewayRouteTableId: id };
    },
    node: (input, place) => tableIn(input, place),
    ...(relations === undefined ? {} : { relations }),
  };
}

/** The table that an answer is about. */
export function tableOf({ input, draft }: Page): string | null {
  return tableIn(input, draft.place);
}

/** The short id of the attachment that an item of a table's list names; null, with a gap, where it names none. */
export function attachmentIn(item: Item): string | null {
  const short = item.text("TransitGatewayAttachmentId");
  if (short !== null && short !== "") return short;
  item.gap("unparsed", `${item.draft.place.call} answered with an item that names no attachment`);
  return null;
}

/** What attachments have to do with the table of an answer, where it is in force. */
export function joinAttachments(page: Page, relation: "propagates_to" | "route_table", what: string): void {
  const to = tableOf(page);
  if (to === null) return;
  for (const raw of page.items) {
    const item = raw.about(to);
    const short = attachmentIn(item);
    if (short === null || !isInForce(item, `The ${what} of ${short}`)) continue;
    page.draft.edge({ from: attachmentArn(item, short), relation, to, pointer: item.pointer });
  }
}

function tableIn({ TransitGatewayRouteTableId: id }: JsonObject, place: Place): string | null {
  return typeof id === "string" && id !== "" ? transitTableArn(place, id) : null;
}
