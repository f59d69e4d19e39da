import { nameInArn } from "../balancer-identity.js";
import { partsOfArn } from "../names.js";
import { scopeOf } from "../place.js";
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
  normalize({ items, input, draft }) {
    const id = input["LoadBalancerArn"];
    const parts = typeof id === "string" ? partsOfArn(id) : null;
    if (typeof id !== "string" || parts === null) return;
    const attributes = items.flatMap((raw) => {
      const item = raw.about(id);
      const key = item.text("Key");
      if (key === null) item.gap("unparsed", `An attribute of ${id} has no Key`);
      const value = item.text("Value");
      // A value that cannot be read is none, as if nobody had told it.
      if (key === null || (value === null && item.json["Value"] != null)) return [];
      return [[key, value ?? ""] as const];
    });
    draft.node({
      id,
      kind: "load-balancer",
      type: "aws.load-balancer",
      label: nameInArn(parts.resource),
      scope: scopeOf(draft.place, parts.account, parts.region),
      is: { attributes: Object.fromEntries(attributes) },
      native: {},
      pointer: "",
    });
  },
};
