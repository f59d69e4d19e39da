import { identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { isAccount, partsOfArn } from "../names.js";
import { type Resource, tokens } from "../resource.js";

/**
 * The account's prefix lists, those shared with it and the provider's own.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedPrefixList.html
 */
export const managedPrefixLists: Resource = {
  service: "ec2",
  operation: "DescribeManagedPrefixLists",
  list: "PrefixLists",
  // DescribePrefixLists answers under the same name, with the blocks themselves.
  recognizes: (first) => first === undefined || !Object.hasOwn(first, "Cidrs"),
  actions: ["ec2:DescribeManagedPrefixLists"],
  kinds: ["prefix-list"],
  types: ["aws.prefix-list"],
  scope: "region",
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const list = identify(raw, "prefix-list", { idMember: "PrefixListId" });
      if (list === null) continue;
      const { item, short } = list;
      const owner = item.text("OwnerId");
      const name = item.text("PrefixListName") ?? short;
      const base = nodeBase(list, name);
      draft.node({
        ...base,
        ...named(item, base),
        kind: "prefix-list",
        type: "aws.prefix-list",
        is: {
          name,
          owner: owner ?? list.owner ?? "",
          family: item.text("AddressFamily") === "IPv6" ? "ipv6" : "ipv4",
          providerManaged: owner !== null && !isAccount(owner),
        },
      });
    }
  },
};

/**
 * The provider's lists belong to no account: their ARN says `aws` there. The id under which the entries
 * are asked for has the caller's account, so it stays an alias.
 */
function named(item: Item, base: { id: string; aliases: string[]; scope: object }) {
  const arn = item.text("PrefixListArn");
  if (arn === null || partsOfArn(arn) === null || arn === base.id) return {};
  return { id: arn, aliases: [...base.aliases, base.id] };
}
