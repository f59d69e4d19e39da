import type { Resource } from "../../resource.js";
import { capacityTasks } from "./capacity-tasks.js";
import { linkGroups, linkGroupTables } from "./link-groups.js";
import { outpostBucketPolicies, outpostBuckets } from "./outpost-buckets.js";
import { outpostSiteAddresses, outpostSites } from "./outpost-sites.js";
import { outpostStoreEndpoints, sharedStoreEndpoints } from "./outpost-store-endpoints.js";
import { outpostAssets, outpostInstanceTypes, outposts } from "./outposts.js";
import { poolUses } from "./pool-uses.js";

/** Racks of the provider in somebody's own building, and what joins them to it. */
export const OUTPOSTS: readonly Resource[] = [
  outposts,
  outpostInstanceTypes,
  outpostAssets,
  capacityTasks,
  outpostSites,
  outpostSiteAddresses,
  linkGroups,
  linkGroupTables,
  poolUses,
  outpostBuckets,
  outpostBucketPolicies,
  outpostStoreEndpoints,
  sharedStoreEndpoints,
];
