import { configThing, deliveryOf } from "../../audit/config-service.js";
import { inRegion } from "../../audit/thing.js";
import { bucketArn } from "../../audit/trail.js";
import { secondsOf } from "../../audit/wording.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

const KIND = { kind: "delivery-channel", type: "aws.config-delivery-channel" } as const;

/** https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html */
export const deliveryChannels: Resource = {
  service: "config",
  operation: "DescribeDeliveryChannels",
  list: "DeliveryChannels",
  actions: ["config:DescribeDeliveryChannels"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConfigurationRecorders", "config:DescribeDeliveryChannelStatus"],
  normalize({ items }) {
    for (const raw of items) addChannel(raw);
  },
};

function addChannel(raw: Item): void {
  const channel = configThing(raw, KIND.kind, "name");
  if (channel === null) return;
  const { id, item, base, name } = channel;
  const { draft, pointer } = item;
  const bucket = bucketArn(draft.place, item.text("s3BucketName"));
  const topic = item.text("snsTopicARN") || null;
  const settings = item.child("configSnapshotDeliveryProperties");
  draft.node({
    ...{ ...base, ...KIND },
    is: {
      ...{ name, bucket, topic },
      prefix: item.text("s3KeyPrefix") || null,
      key: item.text("s3KmsKeyArn") || null,
      everySeconds: settings === null ? null : secondsOf(settings, "deliveryFrequency"),
    },
  });
  draft.edge({ from: id, relation: "bucket", to: bucket, pointer });
  draft.edge({ from: id, relation: "topics", to: topic, pointer });
  inRegion(channel);
}

/** https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannelStatus.html */
export const deliveryChannelStatuses: Resource = {
  service: "config",
  operation: "DescribeDeliveryChannelStatus",
  list: "DeliveryChannelsStatus",
  actions: ["config:DescribeDeliveryChannelStatus"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeDeliveryChannels"],
  normalize({ items }) {
    for (const raw of items) {
      const channel = configThing(raw, KIND.kind, "name");
      if (channel === null) continue;
      const { item, base, name } = channel;
      item.draft.node({
        ...{ ...base, ...KIND },
        is: {
          name,
          snapshot: deliveryOf(item, "configSnapshotDeliveryInfo"),
          history: deliveryOf(item, "configHistoryDeliveryInfo"),
          stream: deliveryOf(item, "configStreamDeliveryInfo"),
        },
      });
    }
  },
};
