import { byArn, nameInArn } from "../balancer-identity.js";
import { MARKERS, type Resource } from "../resource.js";

/**
 * Application, network and gateway load balancers.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html
 */
export const loadBalancers: Resource = {
  service: "elbv2",
  operation: "DescribeLoadBalancers",
  list: "LoadBalancers",
  actions: ["elasticloadbalancing:DescribeLoadBalancers"],
  kinds: ["load-balancer"],
  types: ["aws.load-balancer"],
  scope: "region",
  paging: MARKERS,
  normalize({ items, draft }) {
    for (const raw of items) {
      const balancer = byArn(raw, "LoadBalancerArn");
      if (balancer === null) continue;
      const { id: from, item, scope } = balancer;
      const { pointer } = item;
      const name = item.text("LoadBalancerName") ?? nameInArn(balancer.resource);
      draft.node({
        id: from,
        kind: "load-balancer",
        type: "aws.load-balancer",
        label: name,
        scope,
        is: {
          name,
          balancerType: item.text("Type") ?? "application",
          scheme: item.text("Scheme") ?? "unknown",
          state: item.child("State")?.text("Code") ?? "unknown",
          addressFamily: item.text("IpAddressType") ?? "ipv4",
          ...(item.text("DNSName") === null ? {} : { dnsNames: [item.text("DNSName") ?? ""] }),
        },
        native: item.json,
        pointer,
      });
      draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
      for (const zone of item.list("AvailabilityZones"))
        draft.edge({ from, relation: "subnets", to: zone.text("SubnetId"), pointer: zone.pointer });
      for (const group of item.texts("SecurityGroups"))
        draft.edge({ from, relation: "filters", to: group, pointer: `${pointer}/SecurityGroups` });
    }
  },
};
