import { classicBalancerArn } from "../arn.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";

/**
 * Settings of one classic load balancer, under the keys that the newer ones have for the same thing.
 * https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerAttributes.html
 */
export const classicLoadBalancerAttributes: Resource = {
  service: "elb",
  operation: "DescribeLoadBalancerAttributes",
  list: "LoadBalancerAttributes",
  object: ["LoadBalancerAttributes"],
  actions: ["elasticloadbalancing:DescribeLoadBalancerAttributes"],
  kinds: ["load-balancer"],
  types: ["aws.classic-load-balancer"],
  scope: "region",
  needsEnvelope: true,
  each: {
    of: "elb:DescribeLoadBalancers",
    input(balancer) {
      const name = balancer.text("LoadBalancerName");
      return name === null ? null : { LoadBalancerName: name };
    },
    node: ({ LoadBalancerName: name }, place) =>
      typeof name === "string" ? classicBalancerArn(place, name) : null,
  },
  normalize({ items, input, draft }) {
    const name = input["LoadBalancerName"];
    const settings = items[0]?.child("LoadBalancerAttributes") ?? null;
    if (typeof name !== "string" || settings === null) return;
    const id = classicBalancerArn(draft.place, name);
    draft.node({
      id,
      kind: "load-balancer",
      type: "aws.classic-load-balancer",
      label: name,
      is: { attributes: attributesOf(settings.about(id)) },
      native: {},
      pointer: "",
    });
  },
};

const MEMBERS = [
  ["AccessLog", "Enabled", "access_logs.s3.enabled"],
  ["CrossZoneLoadBalancing", "Enabled", "load_balancing.cross_zone.enabled"],
  ["ConnectionDraining", "Enabled", "connection_draining.enabled"],
] as const;

function attributesOf(settings: Item): Record<string, string> {
  const known = MEMBERS.flatMap(([group, member, key]) => {
    const value = settings.child(group)?.flag(member) ?? null;
    return value === null ? [] : [[key, String(value)] as const];
  });
  const more = settings.list("AdditionalAttributes").flatMap((attribute) => {
    const key = attribute.text("Key");
    return key === null ? [] : [[RENAMED.get(key) ?? key, attribute.text("Value") ?? ""] as const];
  });
  return Object.fromEntries([...known, ...more]);
}

const RENAMED = new Map([["elb.http.desyncmitigationmode", "routing.http.desync_mitigation_mode"]]);
