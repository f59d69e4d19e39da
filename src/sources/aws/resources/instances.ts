import { addressOf, sortedTexts } from "../block.js";
import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";
import { nameTag } from "../tags.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
export const instances: Resource = {
  service: "ec2",
  operation: "DescribeInstances",
  list: "Reservations",
  actions: ["ec2:DescribeInstances"],
  kinds: ["host"],
  types: ["aws.instance"],
  scope: "region",
  paging: tokens(1000),
  // Resources that AWS services run for the account may be hidden from the plain list.
  input: { IncludeManagedResources: true },
  normalize({ items }) {
    for (const reservation of items) {
      const owner = reservation.text("OwnerId");
      for (const raw of reservation.list("Instances")) {
        const instance = identify(raw, "instance", { idMember: "InstanceId", owner });
        if (instance !== null) addInstance(instance);
      }
    }
  },
};

function addInstance(instance: Identity): void {
  const { id: from, short, tags, item } = instance;
  const { draft, pointer } = item;
  const cards = item.list("NetworkInterfaces");
  draft.node({
    ...nodeBase(instance),
    kind: "host",
    type: "aws.instance",
    is: {
      name: nameTag(tags) ?? short,
      state: item.child("State")?.text("Name") ?? "unknown",
      addresses: sortedTexts([
        addressOf(item, "PrivateIpAddress"),
        addressOf(item, "Ipv6Address"),
        ...cards.flatMap(cardAddresses),
      ]),
      publicAddresses: sortedTexts([
        addressOf(item, "PublicIpAddress"),
        ...cards.flatMap(cardPublicAddresses),
      ]),
      image: item.text("ImageId"),
      platform: item.text("PlatformDetails") ?? item.text("Platform"),
      owner: null,
      instanceProfile: item.child("IamInstanceProfile")?.text("Arn") ?? null,
      tokensRequired: tokensRequired(item.child("MetadataOptions")),
      licences: sortedTexts(item.list("Licenses").map((one) => one.text("LicenseConfigurationArn"))),
      outpost: item.text("OutpostArn"),
    },
  });
  draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
  draft.edge({ from, relation: "subnet", to: item.text("SubnetId"), pointer });
  for (const group of item.list("SecurityGroups"))
    draft.edge({ from, relation: "filters", to: group.text("GroupId"), pointer: group.pointer });
}

function cardAddresses(card: Item): (string | null)[] {
  return [
    addressOf(card, "PrivateIpAddress"),
    ...card.list("PrivateIpAddresses").map((address) => addressOf(address, "PrivateIpAddress")),
    ...card.list("Ipv6Addresses").map((address) => addressOf(address, "Ipv6Address")),
  ];
}

function cardPublicAddresses(card: Item): (string | null)[] {
  return [card, ...card.list("PrivateIpAddresses")].flatMap((holder) => {
    const association = holder.child("Association");
    return association === null
      ? []
      : [addressOf(association, "PublicIp"), addressOf(association, "CarrierIp")];
  });
}

/** With the metadata service off there is no session that could go without a token. */
function tokensRequired(options: Item | null): boolean | null {
  if (options === null) return null;
  if (options.text("HttpEndpoint") === "disabled") return true;
  const tokens = options.text("HttpTokens");
  return tokens === null ? null : tokens === "required";
}
