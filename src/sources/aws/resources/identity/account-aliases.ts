import { accountId } from "../../arn.js";
import { IAM_MARKERS, type Resource } from "../../resource.js";

/**
 * What people call the account where they sign in. Asked in the commercial partition alone, as the answer does
 * not tell its own. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html
 */
export const accountAliases: Resource = {
  service: "iam",
  operation: "ListAccountAliases",
  list: "AccountAliases",
  object: ["AccountAliases"],
  actions: ["iam:ListAccountAliases"],
  kinds: [],
  types: [],
  scope: "account",
  partitions: ["aws"],
  optional: true,
  paging: IAM_MARKERS,
  normalize({ items: [whole], draft }) {
    const { account, partition } = draft.place;
    if (whole === undefined || account === undefined) return;
    const aliases = whole.texts("AccountAliases");
    // An account has one at most.
    if (aliases.length === 0) return;
    draft.node({
      ...{ id: accountId(partition, account), kind: "account", type: "aws.account", label: account },
      aliases: [account],
      scope: { provider: "aws", partition, account },
      is: { signInAliases: aliases.sort() },
      native: whole.json,
      pointer: "/AccountAliases",
    });
  },
};
