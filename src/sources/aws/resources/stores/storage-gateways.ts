import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_ListGateways.html */
export const storageGateways: Resource = {
  service: "storagegateway",
  operation: "ListGateways",
  list: "Gateways",
  recognizes: (first) => typeof first?.["GatewayARN"] === "string",
  actions: ["storagegateway:ListGateways"],
  kinds: ["transfer"],
  types: ["aws.storage-gateway"],
  scope: "region",
  optional: true,
  neededWith: ["storagegateway:ListFileShares", "storagegateway:ListVolumes", "storagegateway:ListTapes"],
  paging: { input: "Marker", output: "Marker", size: { Limit: 100 } },
  normalize({ items }) {
    for (const raw of items) {
      const gateway = byArn(raw, "GatewayARN");
      if (gateway === null) continue;
      const { id, item } = gateway;
      addData(gateway, {
        ...{ kind: "transfer", type: "aws.storage-gateway", name: item.text("GatewayName") ?? id },
        aliases: [item.text("GatewayId")].filter((short) => short !== null),
        is: {
          ...{ transferType: "mover", sourceType: item.text("GatewayType")?.toLowerCase() ?? null },
          host: item.text("HostEnvironment")?.toLowerCase() ?? null,
        },
      });
    }
  },
};
