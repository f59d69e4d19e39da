import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { nextTokens, type Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { namespaceAlias } from "../../stores/warehouse.js";

/** What computes on namespaces, and how it is reached. https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ListWorkgroups.html */
export const redshiftWorkgroups: Resource = {
  service: "redshift-serverless",
  operation: "ListWorkgroups",
  list: "workgroups",
  actions: ["redshift-serverless:ListWorkgroups"],
  kinds: ["data-store"],
  types: ["aws.redshift-workgroup"],
  scope: "region",
  optional: true,
  neededWith: ["redshift-serverless:ListNamespaces"],
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const workgroup = byArn(raw, "workgroupArn");
      if (workgroup === null) continue;
      const { id, item } = workgroup;
      const [name, namespace] = [item.text("workgroupName") ?? id, item.text("namespaceName")];
      addData(workgroup, {
        ...{ kind: "data-store", type: "aws.redshift-workgroup", name },
        is: {
          ...{ storeType: "cluster", name, state: item.text("status"), engine: "redshift" },
          ...{ created: momentOf(item, "creationDate"), isPublic: item.flag("publiclyAccessible") },
          encryptedInTransit: wantsTls(item),
        },
        ends: {
          ...{ subnets: item.texts("subnetIds"), filters: item.texts("securityGroupIds") },
          more: [["cluster", namespace === null ? null : namespaceAlias(draft.place, namespace)]],
        },
      });
    }
  },
};

function wantsTls(item: Item): boolean | null {
  const parameter = item
    .list("configParameters")
    .find((one) => one.text("parameterKey")?.toLowerCase() === "require_ssl");
  const value = parameter?.text("parameterValue")?.toLowerCase();
  return value === "true" ? true : value === "false" ? false : null;
}
