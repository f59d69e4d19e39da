import type { Service } from "../resource.js";
import { signedModule } from "./signed-client.js";
import { SIGNED } from "./signed-services.js";

/** The SDK package of a service. */
export interface SdkPackage {
  readonly client: string;
  load(): Promise<object>;
  /** The one Region that answers for the service. */
  readonly region?: string;
}

/** The SDK packages load in up to a second: only when a call is made, and each once. */
export const PACKAGES: Readonly<Record<Service, SdkPackage>> = {
  accessanalyzer: { client: "AccessAnalyzerClient", load: () => import("@aws-sdk/client-accessanalyzer") },
  account: { client: "AccountClient", load: () => import("@aws-sdk/client-account") },
  acm: { client: "ACMClient", load: () => import("@aws-sdk/client-acm") },
  apigateway: { client: "APIGatewayClient", load: () => import("@aws-sdk/client-api-gateway") },
  apigatewayv2: { client: "ApiGatewayV2Client", load: () => import("@aws-sdk/client-apigatewayv2") },
  apprunner: { client: "AppRunnerClient", load: () => import("@aws-sdk/client-apprunner") },
  appsync: { client: "AppSyncClient", load: () => import("@aws-sdk/client-appsync") },
  backup: { client: "BackupClient", load: () => import("@aws-sdk/client-backup") },
  cloudfront: { client: "CloudFrontClient", load: () => import("@aws-sdk/client-cloudfront") },
  cloudtrail: { client: "CloudTrailClient", load: () => import("@aws-sdk/client-cloudtrail") },
  cloudwatch: { client: "CloudWatchClient", load: () => import("@aws-sdk/client-cloudwatch") },
  "cognito-identity": {
    client: "CognitoIdentityClient",
    load: () => import("@aws-sdk/client-cognito-identity"),
  },
  "cognito-idp": {
    client: "CognitoIdentityProviderClient",
    load: () => import("@aws-sdk/client-cognito-identity-provider"),
  },
  config: { client: "ConfigServiceClient", load: () => import("@aws-sdk/client-config-service") },
  datasync: { client: "DataSyncClient", load: () => import("@aws-sdk/client-datasync") },
  directconnect: { client: "DirectConnectClient", load: () => import("@aws-sdk/client-direct-connect") },
  dlm: { client: "DLMClient", load: () => import("@aws-sdk/client-dlm") },
  dms: {
    client: "DatabaseMigrationServiceClient",
    load: () => import("@aws-sdk/client-database-migration-service"),
  },
  drs: { client: "DrsClient", load: () => import("@aws-sdk/client-drs") },
  ds: { client: "DirectoryServiceClient", load: () => import("@aws-sdk/client-directory-service") },
  dynamodb: { client: "DynamoDBClient", load: () => import("@aws-sdk/client-dynamodb") },
  ec2: { client: "EC2Client", load: () => import("@aws-sdk/client-ec2") },
  ecr: { client: "ECRClient", load: () => import("@aws-sdk/client-ecr") },
  ecs: { client: "ECSClient", load: () => import("@aws-sdk/client-ecs") },
  efs: { client: "EFSClient", load: () => import("@aws-sdk/client-efs") },
  eks: { client: "EKSClient", load: () => import("@aws-sdk/client-eks") },
  elasticache: { client: "ElastiCacheClient", load: () => import("@aws-sdk/client-elasticache") },
  elb: { client: "ElasticLoadBalancingClient", load: () => import("@aws-sdk/client-elastic-load-balancing") },
  elbv2: {
    client: "ElasticLoadBalancingV2Client",
    load: () => import("@aws-sdk/client-elastic-load-balancing-v2"),
  },
  firehose: { client: "FirehoseClient", load: () => import("@aws-sdk/client-firehose") },
  fms: { client: "FMSClient", load: () => import("@aws-sdk/client-fms") },
  fsx: { client: "FSxClient", load: () => import("@aws-sdk/client-fsx") },
  // It answers in this Region alone: https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html
  globalaccelerator: {
    client: "GlobalAcceleratorClient",
    load: () => import("@aws-sdk/client-global-accelerator"),
    region: "us-west-2",
  },
  guardduty: { client: "GuardDutyClient", load: () => import("@aws-sdk/client-guardduty") },
  iam: { client: "IAMClient", load: () => import("@aws-sdk/client-iam") },
  inspector2: { client: "Inspector2Client", load: () => import("@aws-sdk/client-inspector2") },
  kafka: { client: "KafkaClient", load: () => import("@aws-sdk/client-kafka") },
  kinesis: { client: "KinesisClient", load: () => import("@aws-sdk/client-kinesis") },
  kms: { client: "KMSClient", load: () => import("@aws-sdk/client-kms") },
  lambda: { client: "LambdaClient", load: () => import("@aws-sdk/client-lambda") },
  "license-manager": {
    client: "LicenseManagerClient",
    load: () => import("@aws-sdk/client-license-manager"),
  },
  logs: { client: "CloudWatchLogsClient", load: () => import("@aws-sdk/client-cloudwatch-logs") },
  macie2: { client: "Macie2Client", load: () => import("@aws-sdk/client-macie2") },
  memorydb: { client: "MemoryDBClient", load: () => import("@aws-sdk/client-memorydb") },
  "network-firewall": {
    client: "NetworkFirewallClient",
    load: () => import("@aws-sdk/client-network-firewall"),
  },
  // It answers in this Region alone: https://docs.aws.amazon.com/general/latest/gr/networkmanager.html
  networkmanager: {
    client: "NetworkManagerClient",
    load: () => import("@aws-sdk/client-networkmanager"),
    region: "us-west-2",
  },
  opensearch: { client: "OpenSearchClient", load: () => import("@aws-sdk/client-opensearch") },
  organizations: { client: "OrganizationsClient", load: () => import("@aws-sdk/client-organizations") },
  outposts: { client: "OutpostsClient", load: () => import("@aws-sdk/client-outposts") },
  ram: { client: "RAMClient", load: () => import("@aws-sdk/client-ram") },
  rds: { client: "RDSClient", load: () => import("@aws-sdk/client-rds") },
  redshift: { client: "RedshiftClient", load: () => import("@aws-sdk/client-redshift") },
  "redshift-serverless": {
    client: "RedshiftServerlessClient",
    load: () => import("@aws-sdk/client-redshift-serverless"),
  },
  route53: { client: "Route53Client", load: () => import("@aws-sdk/client-route-53") },
  rolesanywhere: { client: "SignedClient", load: () => signedModule(SIGNED.rolesanywhere) },
  // It answers in this Region alone: https://docs.aws.amazon.com/general/latest/gr/r53.html
  route53domains: {
    client: "Route53DomainsClient",
    load: () => import("@aws-sdk/client-route-53-domains"),
    region: "us-east-1",
  },
  route53profiles: { client: "SignedClient", load: () => signedModule(SIGNED.route53profiles) },
  route53resolver: { client: "Route53ResolverClient", load: () => import("@aws-sdk/client-route53resolver") },
  s3: { client: "S3Client", load: () => import("@aws-sdk/client-s3") },
  s3control: { client: "S3ControlClient", load: () => import("@aws-sdk/client-s3-control") },
  s3outposts: { client: "SignedClient", load: () => signedModule(SIGNED.s3outposts) },
  secretsmanager: { client: "SecretsManagerClient", load: () => import("@aws-sdk/client-secrets-manager") },
  securityhub: { client: "SecurityHubClient", load: () => import("@aws-sdk/client-securityhub") },
  servicediscovery: {
    client: "ServiceDiscoveryClient",
    load: () => import("@aws-sdk/client-servicediscovery"),
  },
  shield: { client: "ShieldClient", load: () => import("@aws-sdk/client-shield") },
  sns: { client: "SNSClient", load: () => import("@aws-sdk/client-sns") },
  ssm: { client: "SSMClient", load: () => import("@aws-sdk/client-ssm") },
  "sso-admin": { client: "SSOAdminClient", load: () => import("@aws-sdk/client-sso-admin") },
  storagegateway: { client: "StorageGatewayClient", load: () => import("@aws-sdk/client-storage-gateway") },
  sts: { client: "STSClient", load: () => import("@aws-sdk/client-sts") },
  transfer: { client: "TransferClient", load: () => import("@aws-sdk/client-transfer") },
  "vpc-lattice": { client: "VPCLatticeClient", load: () => import("@aws-sdk/client-vpc-lattice") },
  // WAF Classic for content delivery answers in this Region alone.
  waf: { client: "SignedClient", load: () => signedModule(SIGNED.waf), region: "us-east-1" },
  "waf-regional": { client: "SignedClient", load: () => signedModule(SIGNED["waf-regional"]) },
  wafv2: { client: "WAFV2Client", load: () => import("@aws-sdk/client-wafv2") },
};
