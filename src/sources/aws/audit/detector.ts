import type { Item } from "../item.js";
import type { Place } from "../place.js";
import { scopeOf } from "../place.js";
import type { Page } from "../resource.js";
import { ofEachName } from "./each.js";
import { arnIn } from "./thing.js";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonguardduty.html */
export function detectorId(place: Place, short: string): string {
  return arnIn(place, "guardduty", `detector/${short}`);
}

const KIND = { kind: "detector", type: "aws.guardduty-detector" } as const;

/** What is asked about each detector; GuardDuty lists them by bare ids. */
export const EACH_DETECTOR = ofEachName("guardduty:ListDetectors", ["DetectorIds", "DetectorId"], {
  node: detectorId,
});

/** The detector that a call was asked about, what its node has, and the answer, where there is one. */
export function askedDetector({ items: [whole], input, draft }: Page) {
  const short = input["DetectorId"];
  if (typeof short !== "string") return null;
  const id = detectorId(draft.place, short);
  const item: Item | null = whole?.about(id) ?? null;
  const base = detectorBase(draft.place, short);
  return { id, item, base: { ...base, native: item?.json ?? {}, pointer: item?.pointer ?? "" } };
}

/** What the node of a detector has. */
export function detectorBase(place: Place, short: string) {
  return {
    ...KIND,
    ...{ id: detectorId(place, short), label: `detector ${short}`, aliases: [short], scope: scopeOf(place) },
  };
}
