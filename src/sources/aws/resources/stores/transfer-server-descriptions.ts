import { isObject } from "../../../../model/index.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { addData, arnOf, byArn, type Known } from "../../stores/data-node.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedServer.html */
export const transferServerDescriptions: Resource = {
  service: "transfer",
  operation: "DescribeServer",
  list: "Server",
  object: ["Server"],
  recognizes(whole) {
    const server = whole?.["Server"] ?? null;
    return isObject(server) && typeof server["ServerId"] === "string";
  },
  actions: ["transfer:DescribeServer"],
  kinds: ["transfer"],
  types: ["aws.transfer-server"],
  scope: "region",
  each: {
    of: "transfer:ListServers",
    input(server) {
      const id = server.text("ServerId");
      return id === null ? null : { ServerId: id };
    },
    node({ ServerId: id, Server: told }, place) {
      if (typeof id === "string") return arnOf(place, "transfer", `server/${id}`);
      const arn = isObject(told ?? null) ? (told as { Arn?: unknown }).Arn : null;
      return typeof arn === "string" ? arn : null;
    },
  },
  normalize({ items: [whole] }) {
    const server = byArn(whole?.child("Server") ?? whole ?? null, "Arn");
    if (server !== null) addServer(server);
  },
};

function addServer(server: Known): void {
  const { id, item } = server;
  const name = item.text("ServerId") ?? id;
  const details = item.child("EndpointDetails");
  const [logsTo, role] = [sortedTexts(item.texts("StructuredLogDestinations")), item.text("LoggingRole")];
  const protocols = sortedTexts(item.texts("Protocols").map((one) => one.toLowerCase()));
  addData(server, {
    ...{ kind: "transfer", type: "aws.transfer-server", name, tags: tagsOf(item) },
    is: {
      ...{ transferType: "file-server", name, state: item.text("State")?.toLowerCase() ?? null },
      ...{ isPublic: isPublic(item, details), protocols, tlsPolicy: item.text("SecurityPolicyName") },
      destinationTypes: sortedTexts([item.text("Domain")?.toLowerCase() ?? null]),
      ...{ logsTo, logging: logsTo.length > 0 || (role ?? "") !== "" },
    },
    ends: {
      ...{ network: details?.text("VpcId") ?? null, subnets: details?.texts("SubnetIds") ?? [] },
      filters: details?.texts("SecurityGroupIds") ?? [],
    },
  });
}

/** An endpoint in a network is public where it has elastic addresses. https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html */
function isPublic(item: Item, details: Item | null): boolean | null {
  const type = item.text("EndpointType");
  if (type === null) return null;
  return type === "PUBLIC" || (details?.texts("AddressAllocationIds").length ?? 0) > 0;
}
