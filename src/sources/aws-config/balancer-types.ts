import { isObject, type Json, type JsonObject } from "../../model/index.js";
import type { ItemType } from "./item-type.js";

/** Load balancers and their listeners. */
export const BALANCER_TYPES: readonly ItemType[] = [
  {
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    call: "elbv2:DescribeLoadBalancers",
    list: "LoadBalancers",
    needs: ["scheme", "state", "type", "vpcId", "ipAddressType", "availabilityZones", "securityGroups"],
  },
  {
    type: "AWS::ElasticLoadBalancingV2::Listener",
    call: "elbv2:DescribeListeners",
    list: "Listeners",
    needs: ["DefaultActions", "LoadBalancerArn", "Port", "Protocol"],
    shape: (listener) => ({ ...listener, DefaultActions: actionsOf(listener["DefaultActions"]) }),
    about: ({ LoadBalancerArn: arn }) => (typeof arn === "string" ? { LoadBalancerArn: arn } : null),
    of: "elbv2:DescribeLoadBalancers",
  },
  {
    type: "AWS::ElasticLoadBalancing::LoadBalancer",
    call: "elb:DescribeLoadBalancers",
    list: "LoadBalancerDescriptions",
    lacks: "which instances are registered now",
  },
];

/**
 * A forward to one group is recorded by its group alone; the API answers with its weight too, which is then 1.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 */
function actionsOf(actions: Json | undefined): Json[] {
  if (!Array.isArray(actions)) return [];
  return actions.map((action) => (isObject(action) ? actionOf(action) : action));
}

function actionOf(action: JsonObject): JsonObject {
  const { TargetGroupArn: arn, ForwardConfig: config } = action;
  if (typeof arn !== "string" || config !== undefined) return action;
  return { ...action, ForwardConfig: { TargetGroups: [{ TargetGroupArn: arn, Weight: 1 }] } };
}
