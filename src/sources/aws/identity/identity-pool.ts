import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import type { Each } from "../resource.js";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html */
export function poolId({ partition, region = "", account = "" }: Place, short: string): string {
  return `arn:${partition}:cognito-identity:${region}:${account}:identitypool/${short}`;
}

/** Asks about every identity pool. */
export const EACH_POOL: Each = {
  of: "cognito-identity:ListIdentityPools",
  input(pool: Item): JsonObject | null {
    const id = pool.text("IdentityPoolId");
    return id === null ? null : { IdentityPoolId: id };
  },
  node: ({ IdentityPoolId: id }, place) => (typeof id === "string" ? poolId(place, id) : null),
};
