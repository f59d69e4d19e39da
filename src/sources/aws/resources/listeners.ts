import { byArn } from "../balancer-identity.js";
import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";
import { MARKERS, type Resource } from "../resource.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html */
export const listeners: Resource = {
  service: "elbv2",
  operation: "DescribeListeners",
  list: "Listeners",
  actions: ["elasticloadbalancing:DescribeListeners"],
  kinds: ["listener"],
  types: ["aws.listener"],
  scope: "region",
  paging: MARKERS,
  each: {
    of: "elbv2:DescribeLoadBalancers",
    input(balancer) {
      const arn = balancer.text("LoadBalancerArn");
      return arn === null ? null : { LoadBalancerArn: arn };
    },
    node: ({ LoadBalancerArn: arn }) => (typeof arn === "string" ? arn : null),
    relations: ["listeners"],
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const listener = byArn(raw, "ListenerArn");
      if (listener === null) continue;
      const { id: from, item, scope } = listener;
      const { pointer } = item;
      const protocol = item.text("Protocol") ?? "unknown";
      const port = item.int("Port");
      const actions = item.list("DefaultActions");
      draft.node({
        id: from,
        kind: "listener",
        type: "aws.listener",
        label: port === null ? protocol : `${protocol}:${port}`,
        scope,
        is: {
          protocol,
          port,
          tlsPolicy: item.text("SslPolicy"),
          certificates: sortedTexts(item.list("Certificates").map((one) => one.text("CertificateArn"))),
          redirectsTo: redirectOf(actions, protocol),
        },
        native: item.json,
        pointer,
      });
      draft.edge({ from, relation: "load_balancer", to: item.text("LoadBalancerArn"), pointer });
      for (const to of sortedTexts(actions.flatMap(groupsOf)))
        draft.edge({ from, relation: "target_groups", to, pointer: `${pointer}/DefaultActions` });
    }
  },
};

/** `#{protocol}`, and no protocol at all, keep the one that the request came with. */
function redirectOf(actions: readonly Item[], protocol: string): string | null {
  const redirect = actions.map((action) => action.child("RedirectConfig")).find((config) => config !== null);
  if (redirect == null) return null;
  const target = redirect.text("Protocol");
  return target === null || target === "#{protocol}" ? protocol : target;
}

function groupsOf(action: Item): (string | null)[] {
  const weighted = action.child("ForwardConfig")?.list("TargetGroups") ?? [];
  return [action.text("TargetGroupArn"), ...weighted.map((group) => group.text("TargetGroupArn"))];
}
