import { accountId } from "../arn.js";
import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import { isAccount } from "../names.js";
import { labelOf } from "../tags.js";
import { organizationIn } from "./organization-identity.js";

/** An account as its organization lists it; gives its id. https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html */
export function addOrganizationAccount(raw: Item): string | null {
  const [account, arn] = [raw.text("Id") ?? "", raw.text("Arn") ?? ""];
  const to = organizationIn(arn);
  if (!isAccount(account) || to === null) {
    raw.gap("unparsed", `${raw.draft.place.call} answered with an account that has no Id and Arn`);
    return null;
  }
  const [, partition = "aws"] = arn.split(":");
  const id = accountId(partition, account);
  const item = raw.about(id);
  const { draft, pointer } = item;
  const name = item.text("Name");
  draft.node({
    ...{ id, kind: "account", type: "aws.account", label: labelOf(account, name), aliases: [account] },
    scope: { provider: "aws", partition, account },
    is: {
      name,
      // `Status` is on its way out. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_account_state.html
      status: (item.text("State") ?? item.text("Status") ?? "unknown").toLowerCase(),
      joined: momentOf(item, "JoinedTimestamp"),
      invited: joinedBy(item.text("JoinedMethod")),
    },
    native: item.json,
    pointer,
  });
  draft.edge({ from: id, relation: "organization", to, pointer });
  return id;
}

function joinedBy(method: string | null): boolean | null {
  return method === "INVITED" ? true : method === "CREATED" ? false : null;
}
