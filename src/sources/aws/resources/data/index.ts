import type { Resource } from "../../resource.js";
import { accessPointPolicies } from "./access-point-policies.js";
import { accountPublicBlock } from "./account-public-block.js";
import { bucketAccessPoints } from "./bucket-access-points.js";
import { bucketAcls } from "./bucket-acls.js";
import { bucketEncryption } from "./bucket-encryption.js";
import { bucketLifecycle } from "./bucket-lifecycle.js";
import { bucketLocations } from "./bucket-locations.js";
import { bucketLocks } from "./bucket-locks.js";
import { bucketLogging } from "./bucket-logging.js";
import { bucketNotifications } from "./bucket-notifications.js";
import { bucketOwnership } from "./bucket-ownership.js";
import { bucketPolicies } from "./bucket-policies.js";
import { bucketPolicyStatus } from "./bucket-policy-status.js";
import { bucketPublicBlock } from "./bucket-public-block.js";
import { bucketReplication } from "./bucket-replication.js";
import { bucketTags } from "./bucket-tags.js";
import { bucketVersioning } from "./bucket-versioning.js";
import { buckets } from "./buckets.js";
import { multiRegionAccessPoints } from "./multi-region-access-points.js";

/** Where data lies, what copies it, and what encrypts it: storage, keys, secrets and images. */
export const DATA: readonly Resource[] = [
  buckets,
  bucketLocations,
  bucketReplication,
  bucketEncryption,
  bucketPublicBlock,
  bucketPolicies,
  bucketPolicyStatus,
  bucketLogging,
  bucketVersioning,
  bucketAcls,
  bucketOwnership,
  bucketLifecycle,
  bucketLocks,
  bucketTags,
  bucketNotifications,
  accountPublicBlock,
  bucketAccessPoints,
  accessPointPolicies,
  multiRegionAccessPoints,
];
