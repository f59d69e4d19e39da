import type { Place } from "../place.js";
import { arnOf } from "./data-node.js";

/** Clusters do not tell their own ARN. https://docs.aws.amazon.com/redshift/latest/mgmt/generating-iam-credentials-role-permissions.html */
export function warehouseArn(place: Place, name: string): string {
  return arnOf(place, "redshift", `cluster:${name}`);
}

/** Workgroups name their namespace, whose ARN is numbered. */
export function namespaceAlias(place: Place, name: string): string {
  return `${arnOf(place, "redshift-serverless", "namespace-named")}/${name}`;
}
