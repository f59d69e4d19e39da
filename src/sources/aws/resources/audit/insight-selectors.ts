import { EACH_HOME_TRAIL } from "../../audit/home-trail.js";
import { askedTrail, trailBase } from "../../audit/trail.js";
import { worded } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import type { Resource } from "../../resource.js";

/** What unusual activity a trail looks for. https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetInsightSelectors.html */
export const insightSelectors: Resource = {
  service: "cloudtrail",
  operation: "GetInsightSelectors",
  list: "InsightSelectors",
  object: ["InsightSelectors"],
  actions: ["cloudtrail:GetInsightSelectors"],
  kinds: ["trail"],
  types: ["aws.cloudtrail-trail"],
  scope: "region",
  none: ["InsightNotEnabledException"],
  each: EACH_HOME_TRAIL,
  normalize(page) {
    const asked = askedTrail(page);
    if (asked === null) return;
    const { id, item } = asked;
    const insights = item?.list("InsightSelectors").map((one) => worded(one.text("InsightType"))) ?? [];
    page.draft.node({
      ...{ ...trailBase(id), is: { insights: sortedTexts(insights) } },
      ...{ native: item?.json ?? {}, pointer: "" },
    });
  },
};
