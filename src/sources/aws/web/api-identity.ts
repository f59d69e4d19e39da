import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";

/** What an API of the older and of the newer kind is called in ARNs, which name no account. */
export type ApiWord = "restapis" | "apis";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
export function apiId(place: Place, kind: ApiWord, short: string): string {
  return `arn:${place.partition}:apigateway:${place.region ?? ""}::/${kind}/${short}`;
}

/** How something is asked of each API of a list. */
export function ofEachApi(kind: ApiWord, more: JsonObject = {}) {
  const [listed, asked] =
    kind === "restapis" ? (["id", "restApiId"] as const) : (["ApiId", "ApiId"] as const);
  return {
    of: kind === "restapis" ? "apigateway:GetRestApis" : "apigatewayv2:GetApis",
    input(api: Item): JsonObject | null {
      const short = api.text(listed);
      return short === null ? null : { [asked]: short, ...more };
    },
    node(input: JsonObject, place: Place): string | null {
      const short = input[asked];
      return typeof short === "string" ? apiId(place, kind, short) : null;
    },
  };
}
