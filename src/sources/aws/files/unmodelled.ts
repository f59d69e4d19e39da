/**
 * Top-level members of answers to calls that are not modelled, so that a folder which holds them is
 * told what of it was not judged. From the public API models of the services.
 */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  "ec2:DescribeVpcEndpointServices": ["ServiceDetails"],
  "ec2:DescribeVolumes": ["Volumes"],
  "ec2:DescribeSnapshots": ["Snapshots"],
  "ec2:DescribeImages": ["Images"],
  "ec2:DescribeKeyPairs": ["KeyPairs"],
  "ec2:DescribeLaunchTemplates": ["LaunchTemplates"],
  "ec2:DescribeLaunchTemplateVersions": ["LaunchTemplateVersions"],
  "ec2:DescribeInstanceStatus": ["InstanceStatuses"],
  "ec2:DescribeHosts": ["Hosts"],
  "ec2:DescribeIpams": ["Ipams"],
  "ec2:DescribeNetworkInsightsPaths": ["NetworkInsightsPaths"],
  "elbv2:DescribeTags": ["TagDescriptions"],
  "elbv2:DescribeSSLPolicies": ["SslPolicies"],
  "elbv2:DescribeListenerCertificates": ["Certificates"],
  "autoscaling:DescribeAutoScalingGroups": ["AutoScalingGroups"],
  "autoscaling:DescribeLaunchConfigurations": ["LaunchConfigurations"],
  "s3:ListBuckets": ["Buckets"],
  "iam:ListGroups": ["Groups"],
  "iam:ListPolicies": ["Policies"],
  "iam:ListInstanceProfiles": ["InstanceProfiles"],
  "sts:AssumeRole": ["AssumedRoleUser"],
  "rds:DescribeDBInstances": ["DBInstances"],
  "rds:DescribeDBClusters": ["DBClusters"],
  "rds:DescribeDBSubnetGroups": ["DBSubnetGroups"],
  "redshift:DescribeClusters": ["Clusters"],
  "elasticache:DescribeCacheClusters": ["CacheClusters"],
  "lambda:ListFunctions": ["Functions"],
  "kms:ListKeys": ["Keys"],
  "secretsmanager:ListSecrets": ["SecretList"],
  "cloudtrail:DescribeTrails": ["trailList"],
  "acm:ListCertificates": ["CertificateSummaryList"],
  "network-firewall:DescribeTLSInspectionConfiguration": ["TLSInspectionConfigurationResponse"],
  "network-firewall:ListFirewallPoliciesV2": ["FirewallPoliciesV2"],
  "ecs:ListClusters": ["clusterArns"],
  "eks:ListClusters": ["clusters"],
  "dynamodb:ListTables": ["TableNames"],
  "sns:ListTopics": ["Topics"],
  "sqs:ListQueues": ["QueueUrls"],
  "logs:DescribeLogGroups": ["logGroups"],
  "ssm:DescribeInstanceInformation": ["InstanceInformationList"],
  "resourcegroupstaggingapi:GetResources": ["ResourceTagMappingList"],
};

const BY_MEMBER = new Map(
  Object.entries(CALLS).flatMap(([call, members]) => members.map((member) => [member, call])),
);

/** The call that answers with this top-level member; undefined where none is known. */
export function unmodelledCall(member: string): string | undefined {
  return BY_MEMBER.get(member);
}
