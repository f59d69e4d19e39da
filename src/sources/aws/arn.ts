import type { Place } from "./place.js";

/**
 * Id of an EC2 resource. Parts that are not known stay empty, as in ARNs that have no such part: the
 * node is there and found by its short id, and a gap says what is missing.
 */
export function ec2Arn(place: Place, resource: string, account = place.account): string {
  return `arn:${place.partition}:ec2:${place.region ?? ""}:${account ?? ""}:${resource}`;
}

export function accountId(partition: string, account: string): string {
  return `arn:${partition}:iam::${account}:root`;
}

export function regionId(account: string, region: string): string {
  return `aws:region:${account}:${region}`;
}

/** Classic load balancers are named, not numbered; the name is unique in account and Region. */
export function classicBalancerArn(place: Place, name: string): string {
  const { partition, region = "", account = "" } = place;
  return `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${name}`;
}
