import { addAttributes } from "../balancer-attributes.js";
import type { Resource } from "../resource.js";

/**
 * Settings of one load balancer, under the API's own keys.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
 */
export const loadBalancerAttributes: Resource = {
  service: "elbv2",
  operation: "DescribeLoadBalancerAttributes",
  list: "Attributes",
  actions: ["elasticloadbalancing:DescribeLoadBalancerAttributes"],
  kinds: ["load-balancer"],
  types: ["aws.load-balancer"],
  scope: "region",
  needsEnvelope: true,
  each: {
    of: "elbv2:DescribeLoadBalancers",
    input(balancer) {
      const arn = balancer.text("LoadBalancerArn");
      return arn === null ? null : { LoadBalancerArn: arn };
    },
    node: ({ LoadBalancerArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize: (page) => addAttributes(page, "LoadBalancerArn"),
};
