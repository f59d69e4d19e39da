import { type Gap, gapOf, isObject, type RawAnswer } from "../../../model/index.js";
import { placeAt, withoutPointer } from "../missing-gap.js";
import { isEnabled, regions as regionsCall } from "../resources/regions.js";

/** Names of the Regions that an answer lists as enabled. */
export function enabledIn(output: RawAnswer["output"]): string[] {
  const list = output["Regions"];
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).flatMap(({ RegionName: name, OptInStatus: status }) => {
    const told = typeof status === "string" ? status : null;
    return typeof name === "string" && isEnabled(told) ? [name] : [];
  });
}

/** Regions that were asked for and are switched off for the account: what may be left in them cannot be asked about. */
export function disabled(
  asked: readonly string[] | undefined,
  enabled: readonly string[],
  account: string | undefined,
): Gap[] {
  if (asked === undefined || enabled.length === 0) return [];
  const where = account === undefined ? {} : { account };
  const at = withoutPointer(placeAt(where, regionsCall).at(""));
  const left = asked.filter((region) => !enabled.includes(region));
  return [...new Set(left)].sort().map((region) => {
    const message = `${region} is not enabled in account ${account ?? "unknown"}, so it was not read`;
    return gapOf({ reason: "not-collected", message, at, touches: { kinds: ["network"], ...where, region } });
  });
}
