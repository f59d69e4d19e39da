import { accountId } from "../arn.js";
import { isAccount } from "../names.js";
import type { Resource } from "../resource.js";

/** The account's name, for people. https://docs.aws.amazon.com/accounts/latest/reference/API_GetAccountInformation.html */
export const accountInformation: Resource = {
  service: "account",
  operation: "GetAccountInformation",
  list: "AccountName",
  object: ["AccountId", "AccountName"],
  actions: ["account:GetAccountInformation"],
  kinds: [],
  types: [],
  scope: "account",
  optional: true,
  normalize({ items, draft }) {
    const [item] = items;
    const account = item?.text("AccountId") ?? draft.place.account ?? null;
    if (item === undefined || account === null || !isAccount(account)) return;
    const { place } = draft;
    draft.node({
      id: accountId(place, account),
      kind: "account",
      type: "aws.account",
      label: account,
      aliases: [account],
      scope: { provider: "aws", partition: place.partition, account },
      is: { name: item.text("AccountName") },
      native: item.json,
      pointer: "",
    });
  },
};
