import { type Gap, gapOf, isObject, type RawAnswer } from "../../../model/index.js";
import { placeAt, withoutPointer } from "../missing-gap.js";
import { REGISTRY } from "../registry.js";
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

/** No Region of this name is known: what may lie in others hides nothing of those that were read. */
const UNKNOWN_REGION = "unknown";

/** Where nobody told which Regions are enabled: those that configuration leaves out, and all that nobody named. */
export function unlisted(regions: readonly string[], account: string | undefined): Gap[] {
  const where = account === undefined ? {} : { account };
  const at = withoutPointer(placeAt(where, regionsCall).at(""));
  const regional = REGISTRY.filter(({ scope }) => scope === "region");
  const kinds = [...new Set(regional.flatMap((resource) => resource.kinds))];
  const inside = `account ${account ?? "unknown"}`;
  const gap = (region: string, message: string) =>
    gapOf({ reason: "not-collected", message, at, touches: { kinds, ...where, region } });
  return [
    gap(
      UNKNOWN_REGION,
      `Which Regions are enabled in ${inside} is not known, so others may hold what was not read`,
    ),
    ...regions.map((region) => gap(region, `${region} of ${inside} was left out by configuration`)),
  ];
}
