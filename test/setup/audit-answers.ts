/** Services of audit and posture that speak JSON, by what they call themselves in a header. */
export const AUDIT_TARGETS: readonly (readonly [string, string])[] = [
  ["CloudTrail_20131101", "cloudtrail"],
  ["StarlingDoveService", "config"],
  ["Logs_20140328", "logs"],
  ["GraniteServiceVersion20100801", "cloudwatch"],
  ["AmazonSSM", "ssm"],
  ["AWSLicenseManager", "license-manager"],
  ["CertificateManager", "acm"],
  ["AmazonEC2ContainerServiceV20141113", "ecs"],
];

/** Those that are asked by paths. */
const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^\/detector(?:\?|$)/, "guardduty:ListDetectors"],
  [/^\/detector\/[^/]+$/, "guardduty:GetDetector"],
  [/^\/detector\/[^/]+\/administrator$/, "guardduty:GetAdministratorAccount"],
  [/^\/detector\/[^/]+\/admin(?:\?|$)/, "guardduty:DescribeOrganizationConfiguration"],
  [/^\/accounts(?:\?|$)/, "securityhub:DescribeHub"],
  [/^\/standards\/get/, "securityhub:GetEnabledStandards"],
  [/^\/findingAggregator\/list/, "securityhub:ListFindingAggregators"],
  [/^\/findingAggregator\/get\//, "securityhub:GetFindingAggregator"],
  [/^\/status\/batch\/get/, "inspector2:BatchGetAccountStatus"],
  [/^\/macie$/, "macie2:GetMacieSession"],
  [/^\/clusters(?:\?|$)/, "eks:ListClusters"],
  [/^\/clusters\/[^/]+$/, "eks:DescribeCluster"],
  [/^\/2015-03-31\/functions\/?(?:\?|$)/, "lambda:ListFunctions"],
  [/^\/2021-10-31\/functions\/[^/]+\/urls/, "lambda:ListFunctionUrlConfigs"],
];

/** The call behind a path; null for paths of other services. */
export function auditCall(url: string): string | null {
  return PATHS.find(([pattern]) => pattern.test(url))?.[1] ?? null;
}

const HUB = '{"HubArn":"arn:aws:securityhub:eu-west-1:111122223333:hub/default"}';

/** What an account answers in which there is nothing. */
export const AUDIT_EMPTY: Readonly<Record<string, string>> = {
  "cloudtrail:DescribeTrails": '{"trailList":[]}',
  "cloudtrail:ListEventDataStores": '{"EventDataStores":[]}',
  "config:DescribeConfigurationRecorders": '{"ConfigurationRecorders":[]}',
  "config:DescribeConfigurationRecorderStatus": '{"ConfigurationRecordersStatus":[]}',
  "config:DescribeDeliveryChannels": '{"DeliveryChannels":[]}',
  "config:DescribeDeliveryChannelStatus": '{"DeliveryChannelsStatus":[]}',
  "config:DescribeConfigurationAggregators": '{"ConfigurationAggregators":[]}',
  "config:DescribeConformancePacks": '{"ConformancePackDetails":[]}',
  "config:DescribeConformancePackStatus": '{"ConformancePackStatusDetails":[]}',
  "config:DescribeConfigRules": '{"ConfigRules":[]}',
  "config:DescribeComplianceByConfigRule": '{"ComplianceByConfigRules":[]}',
  "logs:DescribeLogGroups": '{"logGroups":[]}',
  "logs:DescribeMetricFilters": '{"metricFilters":[]}',
  "logs:DescribeResourcePolicies": '{"resourcePolicies":[]}',
  "logs:DescribeDestinations": '{"destinations":[]}',
  "cloudwatch:DescribeAlarms": '{"MetricAlarms":[],"CompositeAlarms":[]}',
  "sns:ListTopics": wrapped("ListTopics", "<Topics/>"),
  "sns:ListSubscriptions": wrapped("ListSubscriptions", "<Subscriptions/>"),
  "guardduty:ListDetectors": '{"detectorIds":[]}',
  "securityhub:DescribeHub": HUB,
  "securityhub:GetEnabledStandards": '{"StandardsSubscriptions":[]}',
  "securityhub:ListFindingAggregators": '{"FindingAggregators":[]}',
  "inspector2:BatchGetAccountStatus": '{"accounts":[]}',
  "macie2:GetMacieSession": '{"status":"ENABLED","findingPublishingFrequency":"ONE_HOUR"}',
  "ssm:DescribeInstanceInformation": '{"InstanceInformationList":[]}',
  "ssm:DescribeActivations": '{"ActivationList":[]}',
  "ssm:ListResourceComplianceSummaries": '{"ResourceComplianceSummaryItems":[]}',
  "ssm:GetInventory": '{"Entities":[]}',
  "ssm:GetServiceSetting": '{"ServiceSetting":{"SettingValue":"Disable"}}',
  "ssm:ListDocuments": '{"DocumentIdentifiers":[]}',
  "license-manager:ListLicenseConfigurations": '{"LicenseConfigurations":[]}',
  "acm:ListCertificates": '{"CertificateSummaryList":[]}',
  "eks:ListClusters": '{"clusters":[]}',
  "lambda:ListFunctions": '{"Functions":[]}',
  "ecs:ListClusters": '{"clusterArns":[]}',
};

/** The query protocol's XML: the members of the result, inside it. */
export function wrapped(operation: string, members: string): string {
  return `<${operation}Response><${operation}Result>${members}</${operation}Result></${operation}Response>`;
}
