import { ofEach } from "../../audit/each.js";
import { inRegion } from "../../audit/thing.js";
import { askedTrail, isOwn, loggingFacts, trailBase } from "../../audit/trail.js";
import { scopeOf } from "../../place.js";
import type { Resource } from "../../resource.js";

/** How a trail fares in the Region that is asked. https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html */
export const trailStatuses: Resource = {
  service: "cloudtrail",
  operation: "GetTrailStatus",
  list: "IsLogging",
  object: ["IsLogging"],
  actions: ["cloudtrail:GetTrailStatus"],
  kinds: ["trail", "trail-status"],
  types: ["aws.cloudtrail-trail", "aws.cloudtrail-status"],
  scope: "region",
  needsEnvelope: true,
  each: ofEach("cloudtrail:DescribeTrails", ["TrailARN", "Name"]),
  normalize(page) {
    const asked = askedTrail(page);
    if (asked === null || asked.item === null) return;
    const { draft } = page;
    const { id: trail } = asked;
    const { region } = draft.place;
    const id = `${trail}@${draft.place.account ?? ""}:${region ?? ""}`;
    const item = asked.item.about(id);
    const is = loggingFacts(item);
    const base = trailBase(trail);
    const told = { native: item.json, pointer: "" };
    draft.node({
      ...{
        id,
        kind: "trail-status",
        type: "aws.cloudtrail-status",
        label: `${base.label} in ${region ?? "?"}`,
      },
      ...{ scope: scopeOf(draft.place), is, ...told },
    });
    draft.edge({ from: id, relation: "trail", to: trail, pointer: "" });
    inRegion({ id, item });
    if (isOwn(trail, draft.place)) draft.node({ ...base, is, ...told });
  },
};
