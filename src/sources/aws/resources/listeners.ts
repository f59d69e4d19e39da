import { certificateEdges } from "../audit/certificate-key.js";
import { byArn } from "../balancer-identity.js";
import { sortedTexts } from "../block.js";
import { forwardsOf, redirectOf } from "../listener-actions.js";
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
      const forwards = forwardsOf(actions);
      const certificates = sortedTexts(item.list("Certificates").map((one) => one.text("CertificateArn")));
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
          certificates,
          redirectsTo: redirectOf(actions, protocol),
          forwards,
        },
        native: item.json,
        pointer,
      });
      certificateEdges(item, from, certificates);
      draft.edge({ from, relation: "load_balancer", to: item.text("LoadBalancerArn"), pointer });
      for (const to of sortedTexts(forwards.map(({ group }) => group)))
        draft.edge({ from, relation: "target_groups", to, pointer: `${pointer}/DefaultActions` });
    }
  },
};
