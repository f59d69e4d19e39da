import { accountId } from "../../arn.js";
import { publicBlockOf } from "../../data/public-block.js";
import type { Resource } from "../../resource.js";

/** What holds for all buckets of the account. https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html */
export const accountPublicBlock: Resource = {
  service: "s3control",
  operation: "GetPublicAccessBlock",
  list: "PublicAccessBlockConfiguration",
  object: ["PublicAccessBlockConfiguration"],
  // Bare, it may as well be a bucket's.
  recognizes: () => false,
  actions: ["s3:GetAccountPublicAccessBlock"],
  kinds: ["account"],
  types: ["aws.account"],
  scope: "account",
  optional: true,
  names: { account: "AccountId" },
  none: ["NoSuchPublicAccessBlockConfiguration"],
  normalize({ items: [whole], draft }) {
    const { account, partition } = draft.place;
    if (account === undefined) return;
    const id = accountId(partition, account);
    const config = whole?.about(id).child("PublicAccessBlockConfiguration") ?? null;
    draft.node({
      ...{ id, kind: "account", type: "aws.account", label: account, aliases: [account] },
      ...{ scope: { provider: "aws", partition, account }, is: { publicBlock: publicBlockOf(config) } },
      ...{ native: config === null ? {} : { PublicAccessBlockConfiguration: config.json } },
      pointer: config?.pointer ?? "",
    });
  },
};
