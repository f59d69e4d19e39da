import { byArn } from "../../balancer-identity.js";
import { sortedTexts } from "../../block.js";
import { keyOf } from "../../data/key-edge.js";
import { settingsOf } from "../../data/server.js";
import { addStore } from "../../data/store.js";
import { wordOrNull } from "../../data/words.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { nameTag, tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html */
export const fileServers: Resource = {
  service: "fsx",
  operation: "DescribeFileSystems",
  list: "FileSystems",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "FileSystemType"),
  actions: ["fsx:DescribeFileSystems"],
  kinds: ["data-store"],
  types: ["aws.file-server"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items }) {
    for (const raw of items) {
      const server = byArn(raw, "ResourceARN");
      if (server !== null) addServer(server.item, server.id);
    }
  },
};

function addServer(item: Item, id: string): void {
  const { draft, pointer } = item;
  const [short, tags, settings] = [item.text("FileSystemId") ?? id, tagsOf(item), settingsOf(item)];
  const deployment = settings?.text("DeploymentType") ?? null;
  addStore({
    ...{ id, item, type: "aws.file-server", label: nameTag(tags) ?? short, aliases: [short], tags },
    is: {
      ...{ storeType: "file-system", name: nameTag(tags) ?? short },
      ...{
        engine: wordOrNull(item.text("FileSystemType")),
        engineVersion: item.text("FileSystemTypeVersion"),
      },
      ...{ state: wordOrNull(item.text("Lifecycle")), created: momentOf(item, "CreationTime") },
      sizeGib: item.int("StorageCapacity"),
      // All of them are encrypted at rest: https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html
      ...{ encrypted: true, key: keyOf(item, id) },
      multiZone: deployment === null ? null : deployment.startsWith("MULTI_AZ"),
      backupDays: settings?.int("AutomaticBackupRetentionDays") ?? null,
    },
  });
  draft.edge({ from: id, relation: "network", to: item.text("VpcId"), pointer });
  for (const to of sortedTexts(item.texts("SubnetIds")))
    draft.edge({ from: id, relation: "subnets", to, pointer });
  for (const to of sortedTexts(item.texts("NetworkInterfaceIds")))
    draft.edge({ from: id, relation: "interfaces", to, pointer });
}
