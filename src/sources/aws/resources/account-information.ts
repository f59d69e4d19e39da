import { addAccount } from "../identity.js";
import { isAccount } from "../names.js";
import type { Resource } from "../resource.js";

/**
 * The account's name, for people. Asked in the commercial partition alone, as the answer does not tell its own.
 * https://docs.aws.amazon.com/accounts/latest/reference/API_GetAccountInformation.html
 */
export const accountInformation: Resource = {
  service: "account",
  operation: "GetAccountInformation",
  list: "AccountName",
  object: ["AccountId", "AccountName"],
  actions: ["account:GetAccountInformation"],
  kinds: [],
  types: [],
  scope: "account",
  partitions: ["aws"],
  optional: true,
  normalize({ items, draft }) {
    const [item] = items;
    const account = item?.text("AccountId") ?? draft.place.account ?? null;
    if (item === undefined || account === null || !isAccount(account)) return;
    const { partition } = draft.place;
    addAccount(draft, account, { pointer: "", native: item.json, partition, name: item.text("AccountName") });
  },
};
