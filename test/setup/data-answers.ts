/** Empty answers of the services of storage, keys and secrets that are asked by paths. */
export const DATA_PATHS: readonly {
  readonly start: string;
  readonly call: string;
  readonly empty: string;
}[] = [
  {
    start: "/?",
    call: "s3:ListBuckets",
    empty: "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>",
  },
  {
    start: "/v20180820/configuration/publicAccessBlock",
    call: "s3control:GetPublicAccessBlock",
    empty:
      "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>",
  },
  {
    start: "/v20180820/accesspoint?",
    call: "s3control:ListAccessPoints",
    empty: "<ListAccessPointsResult><AccessPointList/></ListAccessPointsResult>",
  },
  {
    start: "/v20180820/mrap/instances?",
    call: "s3control:ListMultiRegionAccessPoints",
    empty: "<ListMultiRegionAccessPointsResult><AccessPoints/></ListMultiRegionAccessPointsResult>",
  },
  { start: "/policies", call: "dlm:GetLifecyclePolicies", empty: '{"Policies":[]}' },
  {
    start: "/2015-02-01/file-systems/replication-configurations",
    call: "efs:DescribeReplicationConfigurations",
    empty: '{"Replications":[]}',
  },
  { start: "/2015-02-01/file-systems?", call: "efs:DescribeFileSystems", empty: '{"FileSystems":[]}' },
  { start: "/2015-02-01/access-points", call: "efs:DescribeAccessPoints", empty: '{"AccessPoints":[]}' },
];

/** The same of those that name what they are asked. */
export const EMPTY_DATA: Readonly<Record<string, string>> = {
  "kms:ListKeys": '{"Keys":[]}',
  "kms:ListAliases": '{"Aliases":[]}',
  "secretsmanager:ListSecrets": '{"SecretList":[]}',
  "ecr:DescribeRepositories": '{"repositories":[]}',
  "ecr:DescribeRegistry": '{"registryId":"111122223333","replicationConfiguration":{"rules":[]}}',
  "ecr:GetRegistryScanningConfiguration":
    '{"registryId":"111122223333","scanningConfiguration":{"scanType":"BASIC","rules":[]}}',
  "fsx:DescribeFileSystems": '{"FileSystems":[]}',
  "fsx:DescribeVolumes": '{"Volumes":[]}',
  "fsx:DescribeBackups": '{"Backups":[]}',
};
