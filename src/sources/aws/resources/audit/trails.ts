import { inAccount, thingByArn } from "../../audit/thing.js";
import { bucketArn, keyEdge, logGroupArn, trailBase } from "../../audit/trail.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/**
 * Trails of the Region, and those of other Regions and of the organization that write down what is done in it.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
export const trails: Resource = {
  service: "cloudtrail",
  operation: "DescribeTrails",
  list: "trailList",
  actions: ["cloudtrail:DescribeTrails"],
  kinds: ["trail"],
  types: ["aws.cloudtrail-trail"],
  scope: "region",
  optional: true,
  neededWith: ["cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"],
  normalize({ items }) {
    for (const raw of items) addTrail(raw);
  },
};

function addTrail(raw: Item): void {
  const trail = thingByArn(raw, "TrailARN", "Name");
  if (trail === null) return;
  const { id, item, name, base } = trail;
  const { draft, pointer } = item;
  const key = item.text("KmsKeyId") || null;
  const bucket = bucketArn(
    { ...draft.place, partition: trailBase(id).scope.partition },
    item.text("S3BucketName"),
  );
  const logGroup = logGroupArn(item.text("CloudWatchLogsLogGroupArn"));
  const topic = item.text("SnsTopicARN") || null;
  draft.node({
    ...{ ...base, ...trailBase(id, name) },
    is: {
      ...{ name, key, bucket, logGroup, topic },
      home: item.text("HomeRegion"),
      multiRegion: item.flag("IsMultiRegionTrail"),
      organization: item.flag("IsOrganizationTrail"),
      globalServices: item.flag("IncludeGlobalServiceEvents"),
      validated: item.flag("LogFileValidationEnabled"),
      prefix: item.text("S3KeyPrefix") || null,
      logRole: item.text("CloudWatchLogsRoleArn") || null,
    },
  });
  inAccount(trail, "accounts");
  keyEdge(item, id, key);
  draft.edge({ from: id, relation: "bucket", to: bucket, pointer });
  draft.edge({ from: id, relation: "log_group", to: logGroup, pointer });
  draft.edge({ from: id, relation: "topics", to: topic, pointer });
}
