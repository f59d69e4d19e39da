import { addAccount } from "../identity.js";
import { isAccount } from "../names.js";
import type { Resource } from "../resource.js";

/** Whose account it is, and as whom we look at it. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const callerIdentity: Resource = {
  service: "sts",
  operation: "GetCallerIdentity",
  list: "Account",
  object: ["Account", "Arn"],
  actions: ["sts:GetCallerIdentity"],
  kinds: [],
  types: [],
  scope: "account",
  optional: true,
  normalize({ items, draft }) {
    const [item] = items;
    const account = item?.text("Account") ?? null;
    if (item === undefined || account === null || !isAccount(account)) {
      item?.gap("unparsed", "sts:GetCallerIdentity answered without an account id");
      return;
    }
    const [, partition = "aws"] = (item.text("Arn") ?? "").split(":");
    addAccount(draft, account, { pointer: "", native: { Account: account }, partition });
  },
};
