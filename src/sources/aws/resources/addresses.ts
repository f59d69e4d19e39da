import { accountId } from "../arn.js";
import { addressOf } from "../block.js";
import { ground, identify, nodeBase } from "../identity.js";
import { isAccount } from "../names.js";
import type { Resource } from "../resource.js";
import { nameTag } from "../tags.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html */
export const addresses: Resource = {
  service: "ec2",
  operation: "DescribeAddresses",
  list: "Addresses",
  actions: ["ec2:DescribeAddresses"],
  kinds: ["address"],
  types: ["aws.elastic-ip"],
  scope: "region",
  normalize({ items, draft }) {
    for (const raw of items) {
      // Addresses from before VPCs have no allocation id; their text is their name.
      const idMember = raw.text("AllocationId") === null ? "PublicIp" : "AllocationId";
      const address = identify(raw, "elastic-ip", { idMember });
      if (address === null) continue;
      const { id: from, item, owner } = address;
      const { pointer } = item;
      const publicAddress = addressOf(item, "PublicIp") ?? addressOf(item, "CarrierIp");
      // Of an Outpost's pool: the data centre knows it, the internet does not.
      const customerOwnedAddress = addressOf(item, "CustomerOwnedIp");
      const holder = item.text("NetworkInterfaceOwnerId");
      const instance = item.text("InstanceId") || null;
      const card = item.text("NetworkInterfaceId") || null;
      draft.node({
        ...nodeBase(address, nameTag(address.tags) ?? publicAddress ?? customerOwnedAddress),
        kind: "address",
        type: "aws.elastic-ip",
        is: {
          publicAddress,
          privateAddress: addressOf(item, "PrivateIpAddress"),
          associated: (item.text("AssociationId") || instance || card) !== null,
          ...(customerOwnedAddress === null ? {} : { customerOwnedAddress }),
        },
      });
      ground(address);
      if (owner !== undefined)
        draft.edge({ from, relation: "account", to: accountId(draft.place.partition, owner), pointer });
      const account = holder !== null && isAccount(holder) ? holder : null;
      draft.edge({ from, relation: "interface", to: card, pointer, account });
      draft.edge({ from, relation: "host", to: instance, pointer, account });
    }
  },
};
