import { addAttributes } from "../balancer-attributes.js";
import type { Resource } from "../resource.js";

/**
 * Settings of one target group, under the API's own keys: whose address its targets see, and from which zones.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
export const targetGroupAttributes: Resource = {
  service: "elbv2",
  operation: "DescribeTargetGroupAttributes",
  list: "Attributes",
  actions: ["elasticloadbalancing:DescribeTargetGroupAttributes"],
  kinds: [],
  types: ["aws.target-group"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  // Without an envelope these are attributes, of what nobody can say: a load balancer's are as good.
  recognizes: () => false,
  each: {
    of: "elbv2:DescribeTargetGroups",
    input(group) {
      const arn = group.text("TargetGroupArn");
      return arn === null ? null : { TargetGroupArn: arn };
    },
    node: ({ TargetGroupArn: arn }) => (typeof arn === "string" ? arn : null),
    relations: ["attributes"],
  },
  normalize: (page) => addAttributes(page, "TargetGroupArn"),
};
