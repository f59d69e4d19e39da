import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** Doors to databases. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBProxies.html */
export const dbProxies: Resource = {
  service: "rds",
  operation: "DescribeDBProxies",
  list: "DBProxies",
  actions: ["rds:DescribeDBProxies"],
  kinds: ["data-store"],
  types: ["aws.db-proxy"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBInstances"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const proxy = byArn(raw, "DBProxyArn");
      if (proxy === null) continue;
      const { id, item } = proxy;
      const name = item.text("DBProxyName") ?? id;
      const ways = item.list("Auth").map((way) => way.text("IAMAuth"));
      addData(proxy, {
        ...{ kind: "data-store", type: "aws.db-proxy", name },
        is: {
          ...{ storeType: "proxy", name, state: item.text("Status"), engine: item.text("EngineFamily") },
          created: momentOf(item, "CreatedDate"),
          encryptedInTransit: item.flag("RequireTLS"),
          iamAuthentication: ways.length === 0 ? null : ways.every((way) => way === "REQUIRED"),
        },
        ends: {
          ...{ network: item.text("VpcId"), subnets: item.texts("VpcSubnetIds") },
          filters: item.texts("VpcSecurityGroupIds"),
        },
      });
    }
  },
};
