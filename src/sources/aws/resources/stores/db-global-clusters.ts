import { sortedTexts } from "../../block.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { placeOfStore, sortedPlaces } from "../../stores/place-of.js";
import { tagsOf } from "../../tags.js";

/** Clusters that are one across Regions. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeGlobalClusters.html */
export const dbGlobalClusters: Resource = {
  service: "rds",
  operation: "DescribeGlobalClusters",
  list: "GlobalClusters",
  actions: ["rds:DescribeGlobalClusters"],
  kinds: ["copy-rule"],
  types: ["aws.db-global-cluster"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBClusters"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const found = byArn(raw, "GlobalClusterArn");
      if (found === null) continue;
      const { id, item } = found;
      const members = item.list("GlobalClusterMembers").map((member) => ({
        arn: member.text("DBClusterArn"),
        writes: member.flag("IsWriter") === true,
      }));
      const sources = sortedTexts(members.map(({ arn, writes }) => (writes ? arn : null)));
      const copies = sortedTexts(members.map(({ arn, writes }) => (writes ? null : arn)));
      const name = item.text("GlobalClusterIdentifier") ?? id;
      addData(found, {
        ...{ kind: "copy-rule", type: "aws.db-global-cluster", name, tags: tagsOf(item, "TagList") },
        is: {
          ...{ ruleType: "replication", name, enabled: true, sources },
          destinations: sortedPlaces(copies.map((copy) => placeOfStore(copy))),
          encrypted: item.flag("StorageEncrypted"),
        },
        ends: {
          more: [
            ...sources.map((one) => ["sources", one] as const),
            ...copies.map((one) => ["destinations", one] as const),
          ],
        },
      });
    }
  },
};
