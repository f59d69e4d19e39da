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
import { copyPolicies } from "./copy-policies.js";
import { copyPolicyDescriptions } from "./copy-policy-descriptions.js";
import { dedicatedHosts } from "./dedicated-hosts.js";
import { fileServerBackups } from "./file-server-backups.js";
import { fileServerVolumes } from "./file-server-volumes.js";
import { fileServers } from "./file-servers.js";
import { fileSystemAccessPoints } from "./file-system-access-points.js";
import { fileSystemBackups } from "./file-system-backups.js";
import { fileSystemPolicies } from "./file-system-policies.js";
import { fileSystemReplications } from "./file-system-replications.js";
import { fileSystems } from "./file-systems.js";
import { imagePermissions } from "./image-permissions.js";
import { imageRepositories } from "./image-repositories.js";
import { imageScanning } from "./image-scanning.js";
import { imageSharing } from "./image-sharing.js";
import { images } from "./images.js";
import { instanceImages } from "./instance-images.js";
import { keyAliases } from "./key-aliases.js";
import { keyDescriptions } from "./key-descriptions.js";
import { keyGrants } from "./key-grants.js";
import { keyPolicies } from "./key-policies.js";
import { keyRotation } from "./key-rotation.js";
import { keys } from "./keys.js";
import { mountTargets } from "./mount-targets.js";
import { multiRegionAccessPoints } from "./multi-region-access-points.js";
import { registryReplication } from "./registry-replication.js";
import { repositoryExpiry } from "./repository-expiry.js";
import { repositoryPolicies } from "./repository-policies.js";
import { secretPolicies } from "./secret-policies.js";
import { secretReplicas } from "./secret-replicas.js";
import { secrets } from "./secrets.js";
import { snapshotPermissions } from "./snapshot-permissions.js";
import { snapshotSharing } from "./snapshot-sharing.js";
import { snapshots } from "./snapshots.js";
import { volumeEncryption } from "./volume-encryption.js";
import { volumeKey } from "./volume-key.js";
import { volumes } from "./volumes.js";

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
  volumes,
  snapshots,
  snapshotPermissions,
  images,
  imagePermissions,
  instanceImages,
  volumeEncryption,
  volumeKey,
  snapshotSharing,
  imageSharing,
  dedicatedHosts,
  copyPolicies,
  copyPolicyDescriptions,
  fileSystems,
  fileSystemPolicies,
  fileSystemBackups,
  mountTargets,
  fileSystemReplications,
  fileSystemAccessPoints,
  fileServers,
  fileServerVolumes,
  fileServerBackups,
  keys,
  keyDescriptions,
  keyPolicies,
  keyRotation,
  keyGrants,
  keyAliases,
  secrets,
  secretPolicies,
  secretReplicas,
  imageRepositories,
  repositoryPolicies,
  repositoryExpiry,
  registryReplication,
  imageScanning,
];
