import type { Place } from "../place.js";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondatalifecyclemanager.html */
export function policyArn({ partition, region = "", account = "" }: Place, short: string): string {
  return `arn:${partition}:dlm:${region}:${account}:policy/${short}`;
}
