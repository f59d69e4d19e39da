/**
 * Top-level members of answers to calls that are not modelled, so that a folder which holds them is
 * told what of it was not judged. From the public API models of the services.
 */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  "ec2:DescribeVpcEndpointServices": ["ServiceDetails"],
  "ec2:DescribeKeyPairs": ["KeyPairs"],
  "ec2:DescribeLaunchTemplates": ["LaunchTemplates"],
  "ec2:DescribeLaunchTemplateVersions": ["LaunchTemplateVersions"],
  "ec2:DescribeInstanceStatus": ["InstanceStatuses"],
  "ec2:DescribeIpams": ["Ipams"],
  "ec2:DescribeNetworkInsightsPaths": ["NetworkInsightsPaths"],
  "elbv2:DescribeTags": ["TagDescriptions"],
  "elbv2:DescribeSSLPolicies": ["SslPolicies"],
  "elbv2:DescribeListenerCertificates": ["Certificates"],
  "resourcegroupstaggingapi:GetResources": ["ResourceTagMappingList"],
  "autoscaling:DescribeAutoScalingGroups": ["AutoScalingGroups"],
  "autoscaling:DescribeLaunchConfigurations": ["LaunchConfigurations"],
  "iam:ListGroups": ["Groups"],
  "iam:ListPolicies": ["Policies"],
  "iam:ListInstanceProfiles": ["InstanceProfiles"],
  "sts:AssumeRole": ["AssumedRoleUser"],
  "rds:DescribeDBSubnetGroups": ["DBSubnetGroups"],
  // A saved one that does not tell its call: the shape of both queries of AWS Config is one.
  "config:SelectAggregateResourceConfig": ["Results"],
  "network-firewall:DescribeTLSInspectionConfiguration": ["TLSInspectionConfigurationResponse"],
  "network-firewall:ListFirewallPoliciesV2": ["FirewallPoliciesV2"],
  "sqs:ListQueues": ["QueueUrls"],
};

const BY_MEMBER = new Map(
  Object.entries(CALLS).flatMap(([call, members]) => members.map((member) => [member, call])),
);

/** The call that answers with this top-level member; undefined where none is known. */
export function unmodelledCall(member: string): string | undefined {
  return BY_MEMBER.get(member);
}
