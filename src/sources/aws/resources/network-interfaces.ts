import type { FactsByKind } from "../../../model/index.js";
import { addressOf, blockOf, sortedTexts } from "../block.js";
import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { isAccount } from "../names.js";
import { type Resource, tokens } from "../resource.js";
import { nameTag } from "../tags.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
export const networkInterfaces: Resource = {
  service: "ec2",
  operation: "DescribeNetworkInterfaces",
  list: "NetworkInterfaces",
  actions: ["ec2:DescribeNetworkInterfaces"],
  kinds: ["interface"],
  types: ["aws.network-interface"],
  scope: "region",
  paging: tokens(1000),
  // Resources that AWS services run for the account may be hidden from the plain list.
  input: { IncludeManagedResources: true },
  normalize({ items, draft }) {
    for (const raw of items) {
      const card = identify(raw, "network-interface", {
        idMember: "NetworkInterfaceId",
        tagMember: "TagSet",
      });
      if (card === null) continue;
      const { item } = card;
      const description = item.text("Description") ?? "";
      draft.node({
        ...nodeBase(card, nameTag(card.tags) ?? description),
        kind: "interface",
        type: "aws.network-interface",
        is: {
          addresses: addressesOf(item),
          publicAddresses: publicAddressesOf(item),
          translations: translationsOf(item),
          sourceDestinationCheck: item.flag("SourceDestCheck"),
          interfaceType: item.text("InterfaceType") ?? "interface",
          status: item.text("Status") ?? "unknown",
          providerManaged:
            item.flag("RequesterManaged") === true || item.child("Operator")?.flag("Managed") === true,
          description,
        },
      });
      link(card);
    }
  },
};

function link({ id, item, owner }: Identity): void {
  const { draft, pointer } = item;
  const from = id;
  draft.edge({ from, relation: "subnet", to: item.text("SubnetId"), pointer });
  draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
  for (const group of item.list("Groups"))
    draft.edge({ from, relation: "filters", to: group.text("GroupId"), pointer: group.pointer });
  const attachment = item.child("Attachment");
  if (attachment === null) return;
  // `amazon-elb` and the like own machines that nobody sees.
  const holder = attachment.text("InstanceOwnerId") ?? owner ?? "";
  if (holder !== "" && !isAccount(holder)) return;
  const host = attachment.text("InstanceId");
  draft.edge({ from, relation: "host", to: host, pointer: attachment.pointer, account: holder || null });
}

/** Primary and secondary addresses of both families; delegated prefixes as CIDR blocks. */
function addressesOf(item: Item): string[] {
  const listed = item.list("PrivateIpAddresses");
  return sortedTexts([
    addressOf(item, "PrivateIpAddress"),
    addressOf(item, "Ipv6Address"),
    ...listed.map((address) => addressOf(address, "PrivateIpAddress")),
    ...item.list("Ipv6Addresses").map((address) => addressOf(address, "Ipv6Address")),
    ...item.list("Ipv4Prefixes").map((prefix) => blockOf(prefix, "Ipv4Prefix")),
    ...item.list("Ipv6Prefixes").map((prefix) => blockOf(prefix, "Ipv6Prefix")),
  ]);
}

type Translation = NonNullable<FactsByKind["interface"]["translations"]>[number];

/** Which private address is known by which other one, and to whom: the primary one stands twice in an answer. */
function translationsOf(item: Item): Translation[] {
  const told = [item, ...item.list("PrivateIpAddresses")].flatMap(outsidesOf);
  const known = new Map<string, Translation>();
  for (const { inside, outside, by } of told)
    if (inside !== null) known.set(`${inside} ${outside} ${by}`, { inside, outside, by });
  const translations = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  for (const { outside } of told)
    if (!translations.some((one) => one.outside === outside))
      item.gap("unparsed", `To which private address ${outside} belongs cannot be read`);
  return translations;
}

function outsidesOf(holder: Item) {
  const association = holder.child("Association");
  if (association === null) return [];
  const inside = addressOf(holder, "PrivateIpAddress");
  return ASSOCIATIONS.flatMap(([member, by]) => {
    const outside = addressOf(association, member);
    return outside === null ? [] : [{ inside, outside, by }];
  });
}

const ASSOCIATIONS = [
  ["PublicIp", "public"],
  ["CarrierIp", "carrier"],
  ["CustomerOwnedIp", "customer-owned"],
] as const;

/** Addresses under which the internet, or a carrier's network, reaches it. */
function publicAddressesOf(item: Item): string[] {
  const associations = [item, ...item.list("PrivateIpAddresses")].flatMap((holder) => {
    const association = holder.child("Association");
    return association === null ? [] : [association];
  });
  return sortedTexts(
    associations.flatMap((one) => [addressOf(one, "PublicIp"), addressOf(one, "CarrierIp")]),
  );
}
