import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { addSnowJob, snowJob } from "../../stores/snow.js";

/** https://docs.aws.amazon.com/snowball/latest/api-reference/API_ListJobs.html */
export const snowJobs: Resource = {
  service: "snowball",
  operation: "ListJobs",
  list: "JobListEntries",
  recognizes: (first) => typeof first?.["JobId"] === "string",
  actions: ["snowball:ListJobs"],
  kinds: ["transfer"],
  types: ["aws.snow-job"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items }) {
    for (const raw of items) {
      const job = snowJob(raw);
      if (job !== null) addSnowJob(job, { created: momentOf(job.item, "CreationDate") });
    }
  },
};
