import type { Resource } from "../../resource.js";
import { addData, arnOf, withId } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreams.html */
export const streams: Resource = {
  service: "kinesis",
  operation: "ListStreams",
  list: "StreamNames",
  object: ["StreamNames"],
  actions: ["kinesis:ListStreams"],
  kinds: ["data-store"],
  types: ["aws.stream"],
  scope: "region",
  optional: true,
  paging: { input: "NextToken", output: "NextToken", size: { Limit: 1000 } },
  normalize({ items: [whole], draft }) {
    if (whole === undefined) return;
    for (const name of whole.texts("StreamNames")) {
      const known = withId(whole.inside("StreamNames"), arnOf(draft.place, "kinesis", `stream/${name}`));
      addData(known, { kind: "data-store", type: "aws.stream", name, is: { storeType: "stream", name } });
    }
  },
};
