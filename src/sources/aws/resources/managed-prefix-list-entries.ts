import { ec2Arn } from "../arn.js";
import { blockOf } from "../block.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export const managedPrefixListEntries: Resource = {
  service: "ec2",
  operation: "GetManagedPrefixListEntries",
  list: "Entries",
  actions: ["ec2:GetManagedPrefixListEntries"],
  kinds: ["prefix-set"],
  types: ["aws.prefix-list-entries"],
  scope: "region",
  paging: tokens(100),
  needsEnvelope: true,
  each: {
    of: "ec2:DescribeManagedPrefixLists",
    input(list) {
      const id = list.text("PrefixListId");
      return id === null ? null : { PrefixListId: id };
    },
    node: ({ PrefixListId: id }) => (typeof id === "string" ? id : null),
  },
  normalize({ items, input, draft }) {
    const list = input["PrefixListId"];
    if (typeof list !== "string") return;
    const { place } = draft;
    const entries = items.flatMap((raw) => {
      const item = raw.about(list);
      const cidr = blockOf(item, "Cidr");
      if (cidr === null && item.text("Cidr") === null)
        item.gap("unparsed", `An entry of the prefix list ${list} has no Cidr`);
      return cidr === null ? [] : [{ cidr, description: item.text("Description") }];
    });
    // Pages of one list are parts: each is a node of its own, found from the list by its edge.
    const first = entries[0]?.cidr ?? "";
    const base = ec2Arn(place, `prefix-list/${list}`);
    const id = draft.node({
      id: input["NextToken"] === undefined ? `${base}#entries` : `${base}#entries/${first}`,
      kind: "prefix-set",
      type: "aws.prefix-list-entries",
      label: `entries of ${list}`,
      is: { entries },
      native: {},
      pointer: "",
    });
    draft.edge({ from: id, relation: "prefix_list", to: list, pointer: "" });
  },
};
