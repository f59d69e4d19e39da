import { blockOf, sortedTexts } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { isAccount, isRegion, partitionOf } from "../names.js";
import { scopeOf } from "../place.js";
import { type Resource, tokens } from "../resource.js";

/**
 * Peerings. Both sides list them; the requester's account and Region make the id, so that two accounts
 * tell of one node.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html
 */
export const vpcPeeringConnections: Resource = {
  service: "ec2",
  operation: "DescribeVpcPeeringConnections",
  list: "VpcPeeringConnections",
  actions: ["ec2:DescribeVpcPeeringConnections"],
  kinds: ["peering"],
  types: ["aws.vpc-peering"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const requester = sideOf(raw.child("RequesterVpcInfo"));
      const accepter = sideOf(raw.child("AccepterVpcInfo"));
      const owner = requester.account;
      const peering = identify(raw, "vpc-peering-connection", { idMember: "VpcPeeringConnectionId", owner });
      if (peering === null) continue;
      const { item, short } = peering;
      const { place } = draft;
      const region = requester.region ?? place.region;
      const id = `arn:${partitionOf(region)}:ec2:${region ?? ""}:${peering.owner ?? ""}:vpc-peering-connection/${short}`;
      const state = item.child("Status")?.text("Code") ?? "unknown";
      draft.node({
        ...nodeBase(peering),
        id,
        scope: scopeOf(place, peering.owner, region),
        kind: "peering",
        type: "aws.vpc-peering",
        is: { state, requester, accepter },
      });
      // What is over, or never was, joins nothing, and its VPCs may be gone.
      if (ENDED.has(state)) continue;
      for (const [relation, side] of [
        ["requester", requester],
        ["accepter", accepter],
      ] as const) {
        const { account, region: at, network: to } = side;
        draft.edge({ from: id, relation, to, pointer: item.pointer, account, region: at });
      }
    }
  },
};

const ENDED = new Set(["deleted", "deleting", "rejected", "failed", "expired"]);

function sideOf(info: Item | null) {
  if (info === null) return { account: null, region: null, network: null, cidrs: [] };
  const account = info.text("OwnerId");
  const region = info.text("Region");
  return {
    account: account !== null && isAccount(account) ? account : null,
    region: region !== null && isRegion(region) ? region : null,
    network: info.text("VpcId"),
    cidrs: sortedTexts([
      blockOf(info, "CidrBlock"),
      ...info.list("CidrBlockSet").map((block) => blockOf(block, "CidrBlock")),
      ...info.list("Ipv6CidrBlockSet").map((block) => blockOf(block, "Ipv6CidrBlock")),
    ]),
  };
}
