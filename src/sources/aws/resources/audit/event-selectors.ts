import { recordedBy } from "../../audit/events.js";
import { EACH_HOME_TRAIL } from "../../audit/home-trail.js";
import { askedTrail, trailBase } from "../../audit/trail.js";
import type { Resource } from "../../resource.js";

/** Which events a trail writes down. https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html */
export const eventSelectors: Resource = {
  service: "cloudtrail",
  operation: "GetEventSelectors",
  list: "TrailARN",
  object: ["TrailARN"],
  recognizes: (whole) =>
    whole?.["EventSelectors"] !== undefined || whole?.["AdvancedEventSelectors"] !== undefined,
  actions: ["cloudtrail:GetEventSelectors"],
  kinds: ["trail"],
  types: ["aws.cloudtrail-trail"],
  scope: "region",
  each: EACH_HOME_TRAIL,
  normalize(page) {
    const asked = askedTrail(page);
    if (asked?.item == null) return;
    page.draft.node({
      ...{ ...trailBase(asked.id), is: recordedBy(asked.item) },
      ...{ native: asked.item.json, pointer: "" },
    });
  },
};
