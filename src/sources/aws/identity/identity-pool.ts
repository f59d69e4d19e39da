import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import type { Each, Page } from "../resource.js";

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

/** The answer about one pool, with its ids. Null, with a gap, where it tells none. */
export function poolAnswered({
  items: [whole],
  draft,
}: Page): { id: string; short: string; item: Item } | null {
  const short = whole?.text("IdentityPoolId") ?? null;
  if (whole === undefined || short === null) {
    whole?.gap("unparsed", `${draft.place.call} answered without an id`);
    return null;
  }
  const id = poolId(draft.place, short);
  return { id, short, item: whole.about(id) };
}
