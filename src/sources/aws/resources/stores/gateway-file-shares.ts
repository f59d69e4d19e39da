import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_ListFileShares.html */
export const gatewayFileShares: Resource = {
  service: "storagegateway",
  operation: "ListFileShares",
  list: "FileShareInfoList",
  actions: ["storagegateway:ListFileShares"],
  kinds: ["transfer"],
  types: ["aws.file-share"],
  scope: "region",
  optional: true,
  neededWith: ["storagegateway:ListGateways"],
  paging: { input: "Marker", output: "NextMarker", size: { Limit: 100 } },
  normalize({ items }) {
    for (const raw of items) {
      const share = byArn(raw, "FileShareARN");
      if (share === null) continue;
      const { item } = share;
      const protocol = item.text("FileShareType")?.toLowerCase() ?? "";
      // What is asked further is told by the type.
      if (protocol !== "nfs" && protocol !== "smb")
        item.gap("unmodelled", "A file share is of a type that is not known here");
      addData(share, {
        ...{ kind: "transfer", type: "aws.file-share", name: item.text("FileShareId") ?? share.id },
        is: { transferType: "file-gateway", state: item.text("FileShareStatus")?.toLowerCase() ?? null },
        ends: { more: [["mover", item.text("GatewayARN")]] },
      });
    }
  },
};
