import { scopeOf } from "../../place.js";
import type { Resource } from "../../resource.js";
import { withoutSecrets } from "../../secrets.js";

/**
 * Who is told by topics. Addresses of people, and of pages that whoever knows them may call, are not kept.
 * https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html
 */
export const topicSubscriptions: Resource = {
  service: "sns",
  operation: "ListSubscriptions",
  list: "Subscriptions",
  recognizes: (first) => first === undefined || typeof first["SubscriptionArn"] === "string",
  actions: ["sns:ListSubscriptions"],
  kinds: ["topic-subscription"],
  types: ["aws.sns-subscription"],
  scope: "region",
  optional: true,
  neededWith: ["sns:ListTopics"],
  paging: { input: "NextToken", output: "NextToken", size: {} },
  normalize({ items, draft }) {
    for (const raw of items) {
      const [arn, topic] = [raw.text("SubscriptionArn"), raw.text("TopicArn")];
      if (arn === null || topic === null) {
        raw.gap(
          "unparsed",
          `${draft.place.call} answered with an item that has no SubscriptionArn and TopicArn`,
        );
        continue;
      }
      // What nobody confirmed has no ARN yet.
      const confirmed = arn.startsWith("arn:");
      const protocol = raw.text("Protocol") ?? "unknown";
      const id = confirmed ? arn : `${topic}#${arn}/${protocol}`;
      const item = raw.about(id);
      const endpoint = item.text("Endpoint");
      draft.node({
        ...{ id, kind: "topic-subscription", type: "aws.sns-subscription", scope: scopeOf(draft.place) },
        ...{ label: `${protocol} of ${topic.replace(/^.*:/s, "")}`, pointer: item.pointer },
        native: withoutSecrets(item.json),
        is: {
          ...{ protocol, confirmed, owner: item.text("Owner") },
          endpoint: endpoint?.startsWith("arn:") === true && MACHINES.has(protocol) ? endpoint : null,
        },
      });
      draft.edge({ from: id, relation: "topic", to: topic, pointer: item.pointer });
    }
  },
};

const MACHINES = new Set(["sqs", "lambda", "firehose"]);
