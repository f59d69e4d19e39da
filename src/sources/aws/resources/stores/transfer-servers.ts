import { type Resource, tokens } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/transfer/latest/APIReference/API_ListServers.html */
export const transferServers: Resource = {
  service: "transfer",
  operation: "ListServers",
  list: "Servers",
  recognizes: (first) => typeof first?.["ServerId"] === "string",
  actions: ["transfer:ListServers"],
  kinds: ["transfer"],
  types: ["aws.transfer-server"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items }) {
    for (const raw of items) {
      const server = byArn(raw, "Arn");
      if (server === null) continue;
      const name = server.item.text("ServerId") ?? server.id;
      addData(server, {
        ...{ kind: "transfer", type: "aws.transfer-server", name },
        is: { transferType: "file-server", name },
      });
    }
  },
};
