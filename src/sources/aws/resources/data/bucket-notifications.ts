import { sortedTexts } from "../../block.js";
import { bucketDetail } from "../../data/bucket.js";

const TOLD = [
  ["TopicConfigurations", "TopicArn"],
  ["QueueConfigurations", "QueueArn"],
  ["LambdaFunctionConfigurations", "LambdaFunctionArn"],
] as const;

/** A bucket that tells nobody answers with nothing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html */
export const bucketNotifications = bucketDetail({
  operation: "GetBucketNotificationConfiguration",
  action: "GetBucketNotification",
  list: "TopicConfigurations",
  mayBeEmpty: true,
  recognizes: (answer) =>
    answer !== undefined &&
    [...TOLD.map(([list]) => list), "EventBridgeConfiguration"].some((list) => Object.hasOwn(answer, list)),
  facts(answer) {
    const told = TOLD.flatMap(([list, member]) => answer?.list(list).map((one) => one.text(member)) ?? []);
    const bus = answer?.child("EventBridgeConfiguration") ?? null;
    return { notifies: sortedTexts([...told, bus === null ? null : "eventbridge"]) };
  },
});
