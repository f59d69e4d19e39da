import { sortedTexts } from "../../block.js";
import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_DescribeGatewayInformation.html */
export const storageGatewayDescriptions: Resource = {
  service: "storagegateway",
  operation: "DescribeGatewayInformation",
  list: "GatewayARN",
  object: ["GatewayARN", "GatewayState"],
  actions: ["storagegateway:DescribeGatewayInformation"],
  kinds: ["transfer"],
  types: ["aws.storage-gateway"],
  scope: "region",
  each: {
    of: "storagegateway:ListGateways",
    input(gateway) {
      const arn = gateway.text("GatewayARN");
      return arn === null ? null : { GatewayARN: arn };
    },
    node: ({ GatewayARN: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole] }) {
    const gateway = byArn(whole ?? null, "GatewayARN");
    if (gateway === null) return;
    const { id, item } = gateway;
    const name = item.text("GatewayName") ?? id;
    const logsTo = sortedTexts([item.text("CloudWatchLogGroupARN")]).filter((arn) => arn !== "");
    addData(gateway, {
      ...{ kind: "transfer", type: "aws.storage-gateway", name, tags: tagsOf(item) },
      is: {
        ...{ name, state: item.text("GatewayState")?.toLowerCase() ?? null, logsTo },
        ...{ logging: logsTo.length > 0, privatePath: (item.text("VPCEndpoint") ?? "") !== "" },
      },
    });
  },
};
