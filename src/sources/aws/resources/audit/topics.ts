import { isObject } from "../../../../model/index.js";
import { ofEach } from "../../audit/each.js";
import { thingByArn } from "../../audit/thing.js";
import { keyEdge } from "../../audit/trail.js";
import type { Item } from "../../item.js";
import { documentOf } from "../../policy-document.js";
import type { Paging, Resource } from "../../resource.js";

const KIND = { kind: "topic", type: "aws.sns-topic" } as const;
const PAGES: Paging = { input: "NextToken", output: "NextToken", size: {} };

/** https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html */
export const topics: Resource = {
  service: "sns",
  operation: "ListTopics",
  list: "Topics",
  recognizes: (first) => first === undefined || typeof first["TopicArn"] === "string",
  actions: ["sns:ListTopics"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["sns:ListSubscriptions", "sns:GetTopicAttributes"],
  paging: PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const topic = thingByArn(raw, "TopicArn");
      if (topic !== null) draft.node({ ...topic.base, ...KIND, is: { name: topic.name } });
    }
  },
};

/** Who may use a topic, and what it is encrypted with. https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export const topicAttributes: Resource = {
  service: "sns",
  operation: "GetTopicAttributes",
  list: "Attributes",
  object: ["Attributes"],
  recognizes(whole) {
    const told = whole?.["Attributes"] ?? null;
    return isObject(told) && typeof told["TopicArn"] === "string";
  },
  actions: ["sns:GetTopicAttributes"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  each: {
    ...ofEach("sns:ListTopics", ["TopicArn", "TopicArn"]),
    node({ TopicArn: asked, Attributes: told }) {
      const id = asked ?? (isObject(told ?? null) ? (told as { TopicArn?: unknown }).TopicArn : null);
      return typeof id === "string" ? id : null;
    },
  },
  normalize({ items: [whole] }) {
    const attributes = whole?.child("Attributes") ?? null;
    const topic = attributes === null ? null : thingByArn(attributes, "TopicArn");
    if (topic === null) return;
    const { id, item, name, base } = topic;
    const key = item.text("KmsMasterKeyId") || null;
    item.draft.node({
      ...{ ...base, ...KIND },
      is: {
        ...{ name, key, owner: item.text("Owner"), policy: documentOf(item, "Policy") },
        fifo: item.text("FifoTopic") === "true",
        confirmed: countOf(item, "SubscriptionsConfirmed"),
        pending: countOf(item, "SubscriptionsPending"),
        signatureVersion: item.text("SignatureVersion"),
      },
    });
    keyEdge(item, id, key);
  },
};

/** Attributes are all of them text. */
function countOf(item: Item, member: string): number | null {
  const text = item.text(member);
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  item.gap("unparsed", `${item.draft.place.call} answered with a ${member} that is not a number`);
  return null;
}
