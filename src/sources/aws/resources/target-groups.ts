import { byArn, nameInArn } from "../balancer-identity.js";
import { MARKERS, type Resource } from "../resource.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html */
export const targetGroups: Resource = {
  service: "elbv2",
  operation: "DescribeTargetGroups",
  list: "TargetGroups",
  actions: ["elasticloadbalancing:DescribeTargetGroups"],
  kinds: ["target-group"],
  types: ["aws.target-group"],
  scope: "region",
  paging: MARKERS,
  normalize({ items, draft }) {
    for (const raw of items) {
      const group = byArn(raw, "TargetGroupArn");
      if (group === null) continue;
      const { id: from, item, scope } = group;
      const { pointer } = item;
      const name = item.text("TargetGroupName") ?? nameInArn(group.resource);
      draft.node({
        id: from,
        kind: "target-group",
        type: "aws.target-group",
        label: name,
        scope,
        is: {
          name,
          protocol: item.text("Protocol"),
          port: item.int("Port"),
          targetType: item.text("TargetType") ?? "instance",
          healthCheck: {
            enabled: item.flag("HealthCheckEnabled") ?? true,
            protocol: item.text("HealthCheckProtocol"),
            path: item.text("HealthCheckPath"),
          },
        },
        native: item.json,
        pointer,
      });
      draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
      for (const to of item.texts("LoadBalancerArns"))
        draft.edge({ from, relation: "load_balancers", to, pointer: `${pointer}/LoadBalancerArns` });
    }
  },
};
