import type { JsonObject } from "../../model/index.js";
import { ec2Arn } from "./arn.js";
import type { Place } from "./place.js";
import type { Each, Page } from "./resource.js";

/** Route tables of transit gateways are shown to the owner of the gateway alone. */
export function transitTableArn(place: Place, short: string): string {
  return ec2Arn(place, `transit-gateway-route-table/${short}`);
}

/** A call that is made for every route table of a transit gateway. */
export function eachTransitTable(relations: readonly string[]): Each {
  return {
    of: "ec2:DescribeTransitGatewayRouteTables",
    input(table) {
      const id = table.text("TransitGatewayRouteTableId");
      return id === null ? null : { TransitGatewayRouteTableId: id };
    },
    node: (input, place) => tableIn(input, place),
    relations,
  };
}

/** The table that an answer is about. */
export function tableOf({ input, draft }: Page): string | null {
  return tableIn(input, draft.place);
}

function tableIn({ TransitGatewayRouteTableId: id }: JsonObject, place: Place): string | null {
  return typeof id === "string" && id !== "" ? transitTableArn(place, id) : null;
}
