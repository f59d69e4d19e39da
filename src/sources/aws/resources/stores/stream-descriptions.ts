import { isObject } from "../../../../model/index.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";
import { addData, arnOf, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamSummary.html */
export const streamDescriptions: Resource = {
  service: "kinesis",
  operation: "DescribeStreamSummary",
  list: "StreamDescriptionSummary",
  object: ["StreamDescriptionSummary"],
  actions: ["kinesis:DescribeStreamSummary"],
  kinds: ["data-store"],
  types: ["aws.stream"],
  scope: "region",
  each: {
    of: "kinesis:ListStreams",
    input: (whole) => whole.texts("StreamNames").map((name) => ({ StreamName: name })),
    node({ StreamName: name, StreamDescriptionSummary: told }, place) {
      if (typeof name === "string") return arnOf(place, "kinesis", `stream/${name}`);
      const arn = isObject(told ?? null) ? (told as { StreamARN?: unknown }).StreamARN : null;
      return typeof arn === "string" ? arn : null;
    },
  },
  normalize({ items: [whole] }) {
    const stream = byArn(whole?.child("StreamDescriptionSummary") ?? whole ?? null, "StreamARN");
    if (stream === null) return;
    const { id, item } = stream;
    const name = item.text("StreamName") ?? id;
    const encryption = item.text("EncryptionType");
    const key = encryption === "KMS" ? item.text("KeyId") : null;
    addData(stream, {
      ...{ kind: "data-store", type: "aws.stream", name },
      is: {
        ...{ storeType: "stream", name, state: item.text("StreamStatus"), engine: "kinesis", key },
        created: momentOf(item, "StreamCreationTimestamp"),
        encrypted: encryption === null ? null : encryption === "KMS",
      },
      ends: { key },
    });
  },
};
