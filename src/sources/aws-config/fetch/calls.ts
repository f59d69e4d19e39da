import type { Resource } from "../../aws/index.js";

const call = (operation: string, list: string, most: number): Resource => ({
  service: "config",
  operation,
  list,
  actions: [`config:${operation}`],
  kinds: [],
  types: [],
  // What the aggregator says of an account is filed under that account.
  scope: "account",
  paging: { input: "NextToken", output: "NextToken", size: { Limit: most } },
  normalize: () => undefined,
});

/** https://docs.aws.amazon.com/config/latest/APIReference/API_SelectAggregateResourceConfig.html */
export const selectItems = call("SelectAggregateResourceConfig", "Results", 100);

/** Which accounts and Regions the aggregator copies, and when it last could. */
export const sourcesStatus = call(
  "DescribeConfigurationAggregatorSourcesStatus",
  "AggregatedSourceStatusList",
  100,
);

/** How many there are of each type: what a query leaves out shows. */
export const resourceCounts = call("GetAggregateDiscoveredResourceCounts", "GroupedResourceCounts", 1000);
