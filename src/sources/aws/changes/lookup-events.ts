import { type Resource, tokens } from "../resource.js";

/**
 * Events of the last 90 days in one Region; those of global services are in us-east-1.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export const lookupEvents: Resource = {
  service: "cloudtrail",
  operation: "LookupEvents",
  list: "Events",
  actions: ["cloudtrail:LookupEvents"],
  kinds: [],
  types: [],
  scope: "region",
  paging: tokens(50),
  normalize: () => undefined,
};
