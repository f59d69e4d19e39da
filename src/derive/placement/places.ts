import type { DataPlace } from "../../model/index.js";
import type { Atlas } from "./atlas.js";
import type { DataClasses } from "./classes.js";
import type { Arrival } from "./follow.js";

/** What is not in a Region itself is steered from there. */
const STEERED: ReadonlySet<string> = new Set(["outpost", "local-zone", "wavelength-zone"]);

/** Arrivals as places, each once for an account and a manner, in a fixed order. */
export function placesOf(
  arrivals: readonly Arrival[],
  classes: readonly string[],
  { judge, atlas }: { readonly judge: DataClasses; readonly atlas: Atlas },
): DataPlace[] {
  const all = [...arrivals, ...steering(arrivals, atlas)];
  const found = new Map<string, DataPlace>();
  for (const { how, where, account, trace } of all) {
    const key = [how, where.placeType, where.name, account ?? ""].join("\n");
    const known = found.get(key);
    if (known === undefined)
      found.set(key, {
        how,
        ...where,
        account,
        copies: 1,
        trace: [...trace],
        ...judge.judge(classes, where),
      });
    else known.copies += 1;
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

/**
 * Of what lies on an Outpost or in a Local Zone the Region keeps names, metrics and how it is set up.
 * https://docs.aws.amazon.com/outposts/latest/userguide/region-connectivity.html
 * https://docs.aws.amazon.com/local-zones/latest/ug/concepts-local-zones.html
 */
function steering(arrivals: readonly Arrival[], atlas: Atlas): Arrival[] {
  return arrivals.flatMap((arrival): Arrival[] => {
    const { region, placeType } = arrival.where;
    if (!STEERED.has(placeType) || region === null) return [];
    return [{ ...arrival, how: "metadata", where: atlas.region(region) }];
  });
}
