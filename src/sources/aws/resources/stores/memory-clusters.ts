import { type Resource, tokens } from "../../resource.js";
import { addData, byArn, type Known, partOf } from "../../stores/data-node.js";
import { securityGroups } from "../../stores/database.js";

/** https://docs.aws.amazon.com/memorydb/latest/APIReference/API_DescribeClusters.html */
export const memoryClusters: Resource = {
  service: "memorydb",
  operation: "DescribeClusters",
  list: "Clusters",
  recognizes: (first) => typeof first?.["ARN"] === "string" && "ACLName" in first,
  actions: ["memorydb:DescribeClusters"],
  kinds: ["data-store", "copy-rule"],
  types: ["aws.memory-cluster", "aws.memory-multi-region"],
  scope: "region",
  optional: true,
  paging: tokens(50),
  normalize({ items }) {
    for (const raw of items) {
      const cluster = byArn(raw, "ARN");
      if (cluster !== null) addCluster(cluster);
    }
  },
};

function addCluster(cluster: Known): void {
  const { id, item } = cluster;
  const [name, key, acl] = [item.text("Name") ?? id, item.text("KmsKeyId"), item.text("ACLName")];
  const mode = item.text("AvailabilityMode");
  addData(cluster, {
    ...{ kind: "data-store", type: "aws.memory-cluster", name },
    is: {
      ...{ storeType: "database", name, state: item.text("Status"), engine: item.text("Engine") },
      // At rest always: https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html
      ...{ engineVersion: item.text("EngineVersion"), encrypted: true, key },
      ...{ encryptedInTransit: item.flag("TLSEnabled"), backupDays: item.int("SnapshotRetentionLimit") },
      multiZone: mode === null ? null : mode.toLowerCase() === "multiaz",
      autoUpgrades: item.flag("AutoMinorVersionUpgrade"),
      authenticated: acl === null ? null : acl !== "open-access",
    },
    ends: { key, filters: securityGroups(item, "SecurityGroups", "SecurityGroupId") },
  });
  addMultiRegion(cluster);
}

/** Such a cluster writes into its likes in other Regions, which it does not name. */
function addMultiRegion(cluster: Known): void {
  const name = cluster.item.text("MultiRegionClusterName");
  if (name === null) return;
  const part = partOf(cluster, "multi-region");
  part.item.gap("unmodelled", `${name} keeps copies in Regions that are not told with its clusters`);
  addData(part, {
    ...{ kind: "copy-rule", type: "aws.memory-multi-region", name },
    is: { ruleType: "replication", name, enabled: true, sources: [cluster.id] },
    ends: { more: [["sources", cluster.id]] },
  });
}
