import { formatCidr, parseCidr } from "../../../net/index.js";
import { ec2Arn } from "../arn.js";
import { sortedTexts } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/**
 * Pools of customer-owned addresses, under which an Outpost's instances are known at its site.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CoipPool.html
 */
export const coipPools: Resource = {
  service: "ec2",
  operation: "DescribeCoipPools",
  list: "CoipPools",
  actions: ["ec2:DescribeCoipPools"],
  kinds: ["address-pool"],
  types: ["aws.coip-pool"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const pool = identify(raw, "coip-pool", { idMember: "PoolId" });
      if (pool === null) continue;
      const { id: from, item } = pool;
      const cidrs = item.texts("PoolCidrs").map((text) => {
        const cidr = parseCidr(text);
        if (cidr === null) item.gap("unparsed", "A customer-owned pool has a block that cannot be read");
        return cidr === null ? null : formatCidr(cidr);
      });
      draft.node({
        ...nodeBase(pool),
        kind: "address-pool",
        type: "aws.coip-pool",
        is: { cidrs: sortedTexts(cidrs), poolType: "customer-owned" },
      });
      const table = item.text("LocalGatewayRouteTableId");
      const to = table === null ? null : ec2Arn(draft.place, `local-gateway-route-table/${table}`);
      draft.edge({ from, relation: "route_table", to, pointer: item.pointer });
    }
  },
};
