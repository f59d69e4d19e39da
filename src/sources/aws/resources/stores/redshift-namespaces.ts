import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import { nextTokens, type Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { namespaceAlias } from "../../stores/warehouse.js";

/** What Redshift Serverless stores. https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ListNamespaces.html */
export const redshiftNamespaces: Resource = {
  service: "redshift-serverless",
  operation: "ListNamespaces",
  list: "namespaces",
  actions: ["redshift-serverless:ListNamespaces"],
  kinds: ["data-store"],
  types: ["aws.redshift-namespace"],
  scope: "region",
  optional: true,
  neededWith: ["redshift-serverless:ListWorkgroups"],
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const namespace = byArn(raw, "namespaceArn");
      if (namespace === null) continue;
      const { id, item } = namespace;
      const name = item.text("namespaceName") ?? id;
      const told = item.text("kmsKeyId");
      // It says so where the key is one that the service owns.
      const key = told === "AWS_OWNED_KMS_KEY" ? null : told;
      addData(namespace, {
        ...{ kind: "data-store", type: "aws.redshift-namespace", name },
        aliases: [namespaceAlias(draft.place, name)],
        is: {
          ...{ storeType: "database", name, state: item.text("status"), engine: "redshift", key },
          // Always: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-security.html
          ...{ created: momentOf(item, "creationDate"), encrypted: true },
          exportedLogs: sortedTexts(item.texts("logExports")),
        },
        ends: { key },
      });
    }
  },
};
