import { ownId } from "../audit/thing.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import { type Known, withId } from "./data-node.js";

/** Jobs have no ARN: what may be done to them is allowed for all of them alone. */
export function snowJobId(place: Place, job: string): string {
  return ownId("snow-job", place, job);
}

/** Null, with a gap, where the answer does not name the job. */
export function snowJob(raw: Item): Known | null {
  const job = raw.text("JobId");
  if (job !== null && job !== "") return withId(raw, snowJobId(raw.draft.place, job));
  raw.gap("unparsed", `${raw.draft.place.call} answered with a job that has no JobId`);
  return null;
}
