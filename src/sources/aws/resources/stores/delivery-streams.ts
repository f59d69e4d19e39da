import type { Resource } from "../../resource.js";
import { addData, arnOf, withId } from "../../stores/data-node.js";

/** Named in pages whose token is the last name. https://docs.aws.amazon.com/firehose/latest/APIReference/API_ListDeliveryStreams.html */
export const deliveryStreams: Resource = {
  service: "firehose",
  operation: "ListDeliveryStreams",
  list: "DeliveryStreamNames",
  object: ["DeliveryStreamNames"],
  actions: ["firehose:ListDeliveryStreams"],
  kinds: ["transfer"],
  types: ["aws.delivery-stream"],
  scope: "region",
  optional: true,
  paging: {
    ...{ input: "ExclusiveStartDeliveryStreamName", output: "DeliveryStreamNames" },
    ...{ more: "HasMoreDeliveryStreams", size: { Limit: 1000 } },
  },
  normalize({ items: [whole], draft }) {
    if (whole === undefined) return;
    for (const name of whole.texts("DeliveryStreamNames")) {
      const known = withId(
        whole.inside("DeliveryStreamNames"),
        arnOf(draft.place, "firehose", `deliverystream/${name}`),
      );
      addData(known, {
        ...{ kind: "transfer", type: "aws.delivery-stream", name, is: { transferType: "delivery", name } },
      });
    }
  },
};
