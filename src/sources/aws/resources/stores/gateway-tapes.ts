import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { gibOfBytes } from "../../stores/place-of.js";

/** https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_ListTapes.html */
export const gatewayTapes: Resource = {
  service: "storagegateway",
  operation: "ListTapes",
  list: "TapeInfos",
  actions: ["storagegateway:ListTapes"],
  kinds: ["data-store"],
  types: ["aws.gateway-tape"],
  scope: "region",
  optional: true,
  neededWith: ["storagegateway:ListGateways"],
  paging: { input: "Marker", output: "Marker", size: { Limit: 100 } },
  normalize({ items }) {
    for (const raw of items) {
      const tape = byArn(raw, "TapeARN");
      if (tape === null) continue;
      const { id, item } = tape;
      const name = item.text("TapeBarcode") ?? id;
      addData(tape, {
        ...{ kind: "data-store", type: "aws.gateway-tape", name },
        is: {
          ...{ storeType: "tape", name, state: item.text("TapeStatus")?.toLowerCase() ?? null },
          sizeGib: gibOfBytes(item.int("TapeSizeInBytes")),
        },
      });
    }
  },
};
