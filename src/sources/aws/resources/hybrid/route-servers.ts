import { addressOf } from "../../block.js";
import { identify, nodeBase } from "../../identity.js";
import { type Resource, tokens } from "../../resource.js";

const LIST = { scope: "region", optional: true, paging: tokens(1000) } as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteServer.html */
export const routeServers: Resource = {
  service: "ec2",
  operation: "DescribeRouteServers",
  list: "RouteServers",
  actions: ["ec2:DescribeRouteServers"],
  kinds: ["route-server"],
  types: ["aws.route-server"],
  ...LIST,
  neededWith: ["ec2:DescribeRouteServerPeers"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const server = identify(raw, "route-server", { idMember: "RouteServerId" });
      if (server === null) continue;
      const { item } = server;
      draft.node({
        ...{ ...nodeBase(server), kind: "route-server", type: "aws.route-server" },
        is: {
          state: item.text("State") ?? "unknown",
          asn: item.int("AmazonSideAsn"),
          persistRoutes: item.text("PersistRoutesState"),
          persistMinutes: item.int("PersistRoutesDuration"),
        },
      });
    }
  },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteServerEndpoint.html */
export const routeServerEndpoints: Resource = {
  service: "ec2",
  operation: "DescribeRouteServerEndpoints",
  list: "RouteServerEndpoints",
  actions: ["ec2:DescribeRouteServerEndpoints"],
  kinds: ["route-server-end"],
  types: ["aws.route-server-endpoint"],
  ...LIST,
  neededWith: ["ec2:DescribeRouteServers"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const end = identify(raw, "route-server-endpoint", { idMember: "RouteServerEndpointId" });
      if (end === null) continue;
      const { id: from, item } = end;
      const address = addressOf(item, "EniAddress");
      draft.node({
        ...{ ...nodeBase(end), kind: "route-server-end", type: "aws.route-server-endpoint" },
        is: { endType: "endpoint", state: item.text("State") ?? "unknown", address },
      });
      for (const [relation, member] of [...ENDS, ["interface", "EniId"]] as const)
        draft.edge({ from, relation, to: item.text(member), pointer: item.pointer });
    }
  },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteServerPeer.html */
export const routeServerPeers: Resource = {
  service: "ec2",
  operation: "DescribeRouteServerPeers",
  list: "RouteServerPeers",
  actions: ["ec2:DescribeRouteServerPeers"],
  kinds: ["route-server-end"],
  types: ["aws.route-server-peer"],
  ...LIST,
  neededWith: ["ec2:DescribeRouteServers"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const end = identify(raw, "route-server-peer", { idMember: "RouteServerPeerId" });
      if (end === null) continue;
      const { id: from, item } = end;
      const options = item.child("BgpOptions");
      draft.node({
        ...{ ...nodeBase(end), kind: "route-server-end", type: "aws.route-server-peer" },
        is: {
          ...{
            endType: "peer",
            state: item.text("State") ?? "unknown",
            address: addressOf(item, "PeerAddress"),
          },
          endpoint: item.text("RouteServerEndpointId"),
          asn: options?.int("PeerAsn") ?? null,
          liveness: options?.text("PeerLivenessDetection") ?? null,
          bgp: item.child("BgpStatus")?.text("Status") ?? null,
          bfd: item.child("BfdStatus")?.text("Status") ?? null,
        },
      });
      for (const [relation, member] of ENDS)
        draft.edge({ from, relation, to: item.text(member), pointer: item.pointer });
    }
  },
};

const ENDS = [
  ["route_server", "RouteServerId"],
  ["network", "VpcId"],
  ["subnets", "SubnetId"],
] as const;
