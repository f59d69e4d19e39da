import { ACCOUNT, OTHER, REGION } from "../harness.js";

const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
export const TRAIL = arn("cloudtrail", "trail/all");
export const STORE = arn("cloudtrail", "eventdatastore/e-1");
export const TOPIC = arn("sns", "alarms");
export const ALARM = arn("cloudwatch", "alarm:root");
export const LICENCE = arn("license-manager", "license-configuration:lic-1");
export const CERTIFICATE = arn("acm", "certificate/c-1");
export const CLUSTER = arn("eks", "cluster/shop");
export const CONTAINERS = arn("ecs", "cluster/batch");
export const FUNCTION = arn("lambda", "function:pay");
export const DETECTOR = arn("guardduty", "detector/d1");
export const HUB = arn("securityhub", "hub/default");
const FINDINGS = arn("securityhub", "finding-aggregator/f-1");
const NOW = 1_760_000_000;
const pattern = '{ $.userIdentity.type = "Root" && $.eventType != "AwsServiceEvent" }';
const certificate = { CertificateArn: CERTIFICATE, DomainName: "www.example.com" };

/** What the APIs answer, by call and what is asked about. Calls that are not here answer that there is nothing. */
export const ANSWERS: Readonly<Record<string, object>> = {
  "cloudtrail:DescribeTrails": {
    trailList: [
      {
        ...{
          Name: "all",
          TrailARN: TRAIL,
          HomeRegion: REGION,
          S3BucketName: "logs",
          IsMultiRegionTrail: true,
        },
        CloudWatchLogsLogGroupArn: arn("logs", "log-group:trail:*"),
      },
    ],
  },
  [`cloudtrail:GetTrailStatus ${TRAIL}`]: { IsLogging: true, LatestDeliveryTime: NOW },
  [`cloudtrail:GetEventSelectors ${TRAIL}`]: {
    TrailARN: TRAIL,
    EventSelectors: [{ ReadWriteType: "All", IncludeManagementEvents: true, DataResources: [] }],
  },
  // Not here: what looks for nothing answers with an error.
  "cloudtrail:ListEventDataStores": { EventDataStores: [{ EventDataStoreArn: STORE, Name: "lake" }] },
  [`cloudtrail:GetEventDataStore ${STORE}`]: {
    ...{ EventDataStoreArn: STORE, Name: "lake", Status: "ENABLED", RetentionPeriod: 90 },
    AdvancedEventSelectors: [{ FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }] }],
  },
  "config:DescribeConfigurationRecorders": {
    ConfigurationRecorders: [{ name: "default", recordingGroup: { allSupported: true } }],
  },
  "config:DescribeConfigurationRecorderStatus": {
    ConfigurationRecordersStatus: [{ name: "default", recording: true, lastStatus: "SUCCESS" }],
  },
  "config:DescribeDeliveryChannels": { DeliveryChannels: [{ name: "default", s3BucketName: "config" }] },
  "config:DescribeConfigurationAggregators": {
    ConfigurationAggregators: [{ ConfigurationAggregatorName: "org", OrganizationAggregationSource: {} }],
  },
  "config:DescribeConfigurationAggregatorSourcesStatus org": {
    AggregatedSourceStatusList: [
      { SourceId: "o-1", SourceType: "ORGANIZATION", LastUpdateStatus: "SUCCEEDED" },
    ],
  },
  "logs:DescribeLogGroups": { logGroups: [{ logGroupName: "trail", retentionInDays: 365 }] },
  "logs:DescribeMetricFilters": {
    metricFilters: [
      {
        ...{ filterName: "root", logGroupName: "trail", filterPattern: pattern },
        metricTransformations: [{ metricName: "Root", metricNamespace: "CIS", metricValue: "1" }],
      },
    ],
  },
  "logs:DescribeSubscriptionFilters trail": {
    subscriptionFilters: [
      { filterName: "s", logGroupName: "trail", filterPattern: "", destinationArn: FUNCTION },
    ],
  },
  "cloudwatch:DescribeAlarms": {
    MetricAlarms: [
      {
        ...{
          AlarmName: "root",
          AlarmArn: ALARM,
          Namespace: "CIS",
          MetricName: "Root",
          AlarmActions: [TOPIC],
        },
        ...{ ActionsEnabled: true, Threshold: 1, StateValue: "OK" },
      },
    ],
    CompositeAlarms: [],
  },
  "guardduty:ListDetectors": { detectorIds: ["d1"] },
  "guardduty:GetDetector d1": {
    ...{
      status: "ENABLED",
      serviceRole: "r",
      findingPublishingFrequency: "SIX_HOURS",
      createdAt: "2026-01-01T00:00:00Z",
    },
    features: [
      { name: "S3_DATA_EVENTS", status: "DISABLED" },
      {
        ...{ name: "RUNTIME_MONITORING", status: "ENABLED" },
        additionalConfiguration: [{ name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" }],
      },
    ],
  },
  "guardduty:GetAdministratorAccount d1": {},
  "guardduty:DescribeOrganizationConfiguration d1": {
    ...{ memberAccountLimitReached: false, autoEnableOrganizationMembers: "ALL" },
    features: [{ name: "S3_DATA_EVENTS", autoEnable: "NEW" }],
  },
  "securityhub:DescribeHub": {
    ...{ HubArn: HUB, SubscribedAt: "2026-01-01T00:00:00Z", AutoEnableControls: true },
    ControlFindingGenerator: "SECURITY_CONTROL",
  },
  "securityhub:GetEnabledStandards": {
    StandardsSubscriptions: [
      {
        StandardsSubscriptionArn: arn("securityhub", "subscription/cis-aws-foundations-benchmark/v/3.0.0"),
        StandardsArn: `arn:aws:securityhub:${REGION}::standards/cis-aws-foundations-benchmark/v/3.0.0`,
        ...{ StandardsInput: {}, StandardsStatus: "INCOMPLETE" },
        StandardsStatusReason: { StatusReasonCode: "NO_AVAILABLE_CONFIGURATION_RECORDER" },
      },
    ],
  },
  "securityhub:ListFindingAggregators": { FindingAggregators: [{ FindingAggregatorArn: FINDINGS }] },
  [`securityhub:GetFindingAggregator ${FINDINGS}`]: {
    ...{ FindingAggregatorArn: FINDINGS, FindingAggregationRegion: REGION, RegionLinkingMode: "ALL_REGIONS" },
  },
  "inspector2:BatchGetAccountStatus": {
    accounts: [
      {
        ...{ accountId: ACCOUNT, state: { status: "ENABLED" } },
        resourceState: { ec2: { status: "ENABLED" }, ecr: { status: "DISABLED" } },
      },
    ],
  },
  "ssm:DescribeInstanceInformation": {
    InstanceInformationList: [
      {
        ...{
          InstanceId: "mi-1",
          PingStatus: "ConnectionLost",
          PlatformType: "Linux",
          AgentVersion: "3.3.0.0",
        },
        ...{ ComputerName: "db1.on.example.com", IPAddress: "192.168.0.9", ActivationId: "a-1" },
        ...{ LastPingDateTime: NOW, ResourceType: "ManagedInstance", IsLatestVersion: false },
      },
      { InstanceId: "i-0a", PingStatus: "Online", PlatformType: "Windows" },
    ],
  },
  "ssm:DescribeActivations": {
    ActivationList: [{ ActivationId: "a-1", RegistrationLimit: 5, RegistrationsCount: 1, Expired: true }],
  },
  "ssm:ListResourceComplianceSummaries": {
    ResourceComplianceSummaryItems: [
      {
        ...{
          ComplianceType: "Patch",
          ResourceType: "ManagedInstance",
          ResourceId: "mi-1",
          Status: "NON_COMPLIANT",
        },
        ...{ OverallSeverity: "CRITICAL", ExecutionSummary: { ExecutionTime: NOW } },
        NonCompliantSummary: { NonCompliantCount: 3, SeveritySummary: { CriticalCount: 2, HighCount: 1 } },
      },
    ],
  },
  "ssm:GetInventory": {
    Entities: [{ Data: { "AWS:Application": { Content: [{ Name: "oracle-xe", Count: "4" }] } } }],
  },
  "ssm:ListDocuments": { DocumentIdentifiers: [{ Name: "patch", DocumentType: "Command", Owner: ACCOUNT }] },
  "ssm:DescribeDocumentPermission patch": { AccountIds: ["All", OTHER], AccountSharingInfoList: [] },
  "license-manager:ListLicenseConfigurations": {
    LicenseConfigurations: [
      {
        ...{ LicenseConfigurationArn: LICENCE, LicenseConfigurationId: "lic-1", Name: "oracle" },
        ...{
          LicenseCountingType: "Core",
          LicenseCount: 16,
          LicenseCountHardLimit: true,
          ConsumedLicenses: 8,
        },
        ...{
          LicenseRules: ["#allowedTenancy=EC2-DedicatedHost"],
          Status: "AVAILABLE",
          OwnerAccountId: ACCOUNT,
        },
      },
    ],
  },
  [`license-manager:ListAssociationsForLicenseConfiguration ${LICENCE}`]: {
    LicenseConfigurationAssociations: [
      { ResourceArn: arn("ssm", "managed-instance/mi-1"), ResourceType: "SYSTEMS_MANAGER_MANAGED_INSTANCE" },
    ],
  },
  [`license-manager:ListUsageForLicenseConfiguration ${LICENCE}`]: {
    LicenseConfigurationUsageList: [
      {
        ...{ ResourceArn: arn("ssm", "managed-instance/mi-1"), ConsumedLicenses: 8 },
        ResourceType: "SYSTEMS_MANAGER_MANAGED_INSTANCE",
      },
    ],
  },
  "acm:ListCertificates": { CertificateSummaryList: [certificate] },
  [`acm:DescribeCertificate ${CERTIFICATE}`]: {
    Certificate: {
      ...{ ...certificate, SubjectAlternativeNames: ["example.com", "www.example.com"], Status: "ISSUED" },
      ...{
        Type: "AMAZON_ISSUED",
        KeyAlgorithm: "EC_prime256v1",
        NotAfter: NOW,
        RenewalEligibility: "ELIGIBLE",
      },
      DomainValidationOptions: [
        {
          DomainName: "example.com",
          ValidationMethod: "EMAIL",
          ValidationEmails: ["CANARY-post@example.com"],
        },
      ],
      Options: { CertificateTransparencyLoggingPreference: "ENABLED" },
    },
  },
  "eks:ListClusters": { clusters: ["shop"] },
  "eks:DescribeCluster shop": {
    cluster: {
      ...{
        name: "shop",
        arn: CLUSTER,
        status: "ACTIVE",
        version: "1.33",
        roleArn: `arn:aws:iam::${ACCOUNT}:role/eks`,
      },
      resourcesVpcConfig: {
        ...{
          subnetIds: ["subnet-1"],
          securityGroupIds: ["sg-1"],
          clusterSecurityGroupId: "sg-2",
          vpcId: "vpc-1",
        },
        ...{
          endpointPublicAccess: true,
          endpointPrivateAccess: false,
          publicAccessCidrs: ["198.51.100.0/24"],
        },
      },
      logging: {
        clusterLogging: [
          { types: ["audit", "api"], enabled: true },
          { types: ["scheduler"], enabled: false },
        ],
      },
      identity: { oidc: { issuer: "https://oidc.example.com/id/1" } },
      encryptionConfig: [{ resources: ["secrets"], provider: { keyArn: arn("kms", "key/1") } }],
      remoteNetworkConfig: { remoteNodeNetworks: [{ cidrs: ["10.80.0.0/16"] }] },
      tags: { team: "shop" },
    },
  },
  "ecs:ListClusters": { clusterArns: [CONTAINERS] },
  [`ecs:DescribeClusters ${CONTAINERS}`]: {
    clusters: [
      {
        ...{ clusterArn: CONTAINERS, clusterName: "batch", status: "ACTIVE" },
        settings: [{ name: "containerInsights", value: "enhanced" }],
      },
    ],
    failures: [],
  },
  "lambda:ListFunctions": {
    Functions: [
      {
        ...{
          FunctionName: "pay",
          FunctionArn: FUNCTION,
          Runtime: "python3.9",
          Role: `arn:aws:iam::${ACCOUNT}:role/pay`,
        },
        ...{
          LastModified: "2026-01-01T00:00:00.000+0000",
          Timeout: 3,
          TracingConfig: { Mode: "PassThrough" },
        },
        Environment: { Variables: { PASSWORD: "CANARY-environment" } },
        VpcConfig: { VpcId: "vpc-1", SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] },
      },
    ],
  },
  "lambda:ListFunctionUrlConfigs pay": {
    FunctionUrlConfigs: [
      { FunctionUrl: "https://abc.lambda-url.example.com/", FunctionArn: FUNCTION, AuthType: "NONE" },
    ],
  },
};
