import type { FactsByKind } from "../../../../model/index.js";
import { blockOf } from "../../block.js";
import { identify, nodeBase } from "../../identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

const LIST = { scope: "region", optional: true, paging: tokens(1000) } as const;

/** Copies of packets that go elsewhere. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TrafficMirrorSession.html */
export const trafficMirrors: Resource = {
  service: "ec2",
  operation: "DescribeTrafficMirrorSessions",
  list: "TrafficMirrorSessions",
  actions: ["ec2:DescribeTrafficMirrorSessions"],
  kinds: ["traffic-mirror"],
  types: ["aws.traffic-mirror-session"],
  ...LIST,
  normalize({ items, draft }) {
    for (const raw of items) {
      const mirror = identify(raw, "traffic-mirror-session", { idMember: "TrafficMirrorSessionId" });
      if (mirror === null) continue;
      const { id: from, item } = mirror;
      draft.node({
        ...{ ...nodeBase(mirror), kind: "traffic-mirror", type: "aws.traffic-mirror-session" },
        is: {
          ...{ order: item.int("SessionNumber"), bytes: item.int("PacketLength") },
          ...{ vxlan: item.int("VirtualNetworkId"), description: item.text("Description") },
        },
      });
      for (const [relation, member] of ENDS)
        draft.edge({ from, relation, to: item.text(member), pointer: item.pointer });
    }
  },
};

const ENDS = [
  ["interface", "NetworkInterfaceId"],
  ["mirror_target", "TrafficMirrorTargetId"],
  ["mirror_filter", "TrafficMirrorFilterId"],
] as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TrafficMirrorTarget.html */
export const mirrorTargets: Resource = {
  service: "ec2",
  operation: "DescribeTrafficMirrorTargets",
  list: "TrafficMirrorTargets",
  actions: ["ec2:DescribeTrafficMirrorTargets"],
  kinds: ["mirror-target"],
  types: ["aws.traffic-mirror-target"],
  ...LIST,
  neededWith: ["ec2:DescribeTrafficMirrorSessions"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const target = identify(raw, "traffic-mirror-target", { idMember: "TrafficMirrorTargetId" });
      if (target === null) continue;
      const { id: from, item, owner } = target;
      draft.node({
        ...{ ...nodeBase(target), kind: "mirror-target", type: "aws.traffic-mirror-target" },
        is: {
          ...{ targetType: item.text("Type") ?? "unknown", owner: owner ?? null },
          description: item.text("Description"),
        },
      });
      for (const member of ["NetworkInterfaceId", "NetworkLoadBalancerArn", "GatewayLoadBalancerEndpointId"])
        draft.edge({ from, relation: "leads_to", to: item.text(member), pointer: item.pointer });
    }
  },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TrafficMirrorFilter.html */
export const mirrorFilters: Resource = {
  service: "ec2",
  operation: "DescribeTrafficMirrorFilters",
  list: "TrafficMirrorFilters",
  actions: ["ec2:DescribeTrafficMirrorFilters"],
  kinds: ["mirror-filter"],
  types: ["aws.traffic-mirror-filter"],
  ...LIST,
  neededWith: ["ec2:DescribeTrafficMirrorSessions"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const filter = identify(raw, "traffic-mirror-filter", { idMember: "TrafficMirrorFilterId" });
      if (filter === null) continue;
      const { item } = filter;
      draft.node({
        ...{ ...nodeBase(filter), kind: "mirror-filter", type: "aws.traffic-mirror-filter" },
        is: {
          ingress: rulesOf(item, "IngressFilterRules"),
          egress: rulesOf(item, "EgressFilterRules"),
          services: item.texts("NetworkServices").sort(),
        },
      });
    }
  },
};

function rulesOf(item: Item, member: string): FactsByKind["mirror-filter"]["ingress"] {
  const rules = item.list(member).map((rule) => ({
    order: rule.int("RuleNumber"),
    action: rule.text("RuleAction") ?? "unknown",
    protocol: rule.int("Protocol"),
    source: blockOf(rule, "SourceCidrBlock"),
    destination: blockOf(rule, "DestinationCidrBlock"),
  }));
  return rules.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}
