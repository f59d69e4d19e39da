import { nameIn } from "../../dns/name.js";
import { ownNetwork } from "../../dns/own-network.js";
import { globalBase, globalIdentity } from "../../dns/zone-identity.js";
import { isAccount } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * The private zones that are answered in a network, whoever owns them. Asked in the network's Region, so that
 * the answer tells of it.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByVPC.html
 */
export const networkZones: Resource = {
  service: "route53",
  operation: "ListHostedZonesByVPC",
  list: "HostedZoneSummaries",
  actions: ["route53:ListHostedZonesByVPC"],
  // What is not seen of a network's zones is missing there alone: their owners tell of them too.
  kinds: [],
  types: [],
  scope: "region",
  needsEnvelope: true,
  paging: { ...tokens(100), size: { MaxItems: 100 } },
  each: {
    of: "ec2:DescribeVpcs",
    optional: true,
    input(network) {
      const [id, { region }] = [ownNetwork(network), network.draft.place];
      return id === null || region === undefined ? null : { VPCId: id, VPCRegion: region };
    },
    node: ({ VPCId: id }) => (typeof id === "string" ? id : null),
    relations: ["private_zones"],
  },
  normalize({ items, input, draft }) {
    const { VPCId: to, VPCRegion: region } = input;
    if (typeof to !== "string") return;
    for (const raw of items) {
      const zone = globalIdentity(raw, "hostedzone", "HostedZoneId");
      if (zone === null) continue;
      const { id, item } = zone;
      const name = nameIn(item, "Name");
      const owner = item.child("Owner");
      const account = owner?.text("OwningAccount") ?? null;
      const service = owner?.text("OwningService") ?? null;
      draft.node({
        ...globalBase(item, { id, name, owner: account !== null && isAccount(account) ? account : null }),
        kind: "zone",
        type: "aws.hosted-zone",
        is: { ...(name === null ? {} : { name }), private: true, ...(service === null ? {} : { service }) },
      });
      const where = typeof region === "string" ? { region } : {};
      draft.edge({ from: id, relation: "networks", to, pointer: item.pointer, ...where });
    }
  },
};
