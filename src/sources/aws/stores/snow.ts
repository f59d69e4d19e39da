import type { FactsByKind } from "../../../model/index.js";
import { ownId } from "../audit/thing.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import { addData, type Known, withId } from "./data-node.js";

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

type Ends = Parameters<typeof addData>[1]["ends"];

/** Adds what every answer tells of a job, and what this one tells besides. */
export function addSnowJob(job: Known, is: Partial<FactsByKind["transfer"]>, ends: Ends = {}): void {
  const { id, item } = job;
  const [name, sourceType] = [item.text("JobId") ?? id, item.text("JobType")?.toLowerCase() ?? null];
  addData(job, {
    ...{ kind: "transfer", type: "aws.snow-job", name, aliases: [name], ends },
    is: { transferType: "device", sourceType, state: item.text("JobState"), ...is },
  });
}
