import { ec2Arn } from "../../arn.js";
import { ec2In } from "../../hybrid/asked.js";
import { type Resource, tokens } from "../../resource.js";

const whose = ec2In("PoolId", "coip-pool");

/** Customer-owned addresses that are in use. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CoipAddressUsage.html */
export const poolUses: Resource = {
  service: "ec2",
  operation: "GetCoipPoolUsage",
  list: "CoipAddressUsages",
  actions: ["ec2:GetCoipPoolUsage"],
  kinds: ["address-pool"],
  types: ["aws.coip-pool"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  paging: tokens(1000),
  each: {
    of: "ec2:DescribeCoipPools",
    input(pool) {
      const id = pool.text("PoolId");
      return id === null ? null : { PoolId: id };
    },
    node: whose,
    optional: true,
  },
  normalize({ items, input, output, draft }) {
    const told = output["CoipPoolId"];
    const id =
      whose(input, draft.place) ??
      (typeof told === "string" ? ec2Arn(draft.place, `coip-pool/${told}`) : null);
    if (id === null) return;
    const uses = items.flatMap((raw) => {
      const item = raw.about(id);
      const address = item.text("CoIp");
      if (address === null)
        item.gap("unparsed", "A customer-owned pool has an address in use that is not told");
      if (address === null) return [];
      const [account, service] = [item.text("AwsAccountId"), item.text("AwsService")];
      return [{ address, account, service, allocation: item.text("AllocationId") }];
    });
    const label = id.split("/").at(-1) ?? id;
    draft.node({
      ...{
        id,
        kind: "address-pool",
        type: "aws.coip-pool",
        label,
        aliases: [label],
        native: {},
        pointer: "",
      },
      is: { uses: uses.sort((a, b) => (a.address < b.address ? -1 : 1)) },
    });
  },
};
