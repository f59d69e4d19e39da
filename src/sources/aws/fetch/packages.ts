import { createRequire } from "node:module";
import type { Service } from "../resource.js";
import { signedModule } from "./signed-client.js";
import { SIGNED } from "./signed-services.js";

/** The SDK package of a service. */
export interface SdkPackage {
  readonly client: string;
  load(): object;
  /** The one Region that answers for the service. */
  readonly region?: string;
}

/** The packages are CommonJS: `import` would read and parse each of them twice to find its exports, in as much time again. */
const require = createRequire(import.meta.url);

/** The SDK packages load in up to a second: only when a call is made, and each once. */
export const PACKAGES: Readonly<Record<Service, SdkPackage>> = {
  accessanalyzer: { client: "AccessAnalyzerClient", load: () => require("@aws-sdk/client-accessanalyzer") },
  account: { client: "AccountClient", load: () => require("@aws-sdk/client-account") },
  acm: { client: "ACMClient", load: () => require("@aws-sdk/client-acm") },
  apigateway: { client: "APIGatewayClient", load: () => require("@aws-sdk/client-api-gateway") },
  apigatewayv2: { client: "ApiGatewayV2Client", load: () => require("@aws-sdk/client-apigatewayv2") },
  apprunner: { client: "AppRunnerClient", load: () => require("@aws-sdk/client-apprunner") },
  appsync: { client: "AppSyncClient", load: () => require("@aws-sdk/client-appsync") },
  backup: { client: "BackupClient", load: () => require("@aws-sdk/client-backup") },
  cloudfront: { client: "CloudFrontClient", load: () => require("@aws-sdk/client-cloudfront") },
  cloudtrail: { client: "CloudTrailClient", load: () => require("@aws-sdk/client-cloudtrail") },
  cloudwatch: { client: "CloudWatchClient", load: () => require("@aws-sdk/client-cloudwatch") },
  "cognito-identity": {
    client: "CognitoIdentityClient",
    load: () => require("@aws-sdk/client-cognito-identity"),
  },
  "cognito-idp": {
    client: "CognitoIdentityProviderClient",
    load: () => require("@aws-sdk/client-cognito-identity-provider"),
  },
  config: { client: "ConfigServiceClient", load: () => require("@aws-sdk/client-config-service") },
  datasync: { client: "DataSyncClient", load: () => require("@aws-sdk/client-datasync") },
  directconnect: { client: "DirectConnectClient", load: () => require("@aws-sdk/client-direct-connect") },
  dlm: { client: "DLMClient", load: () => require("@aws-sdk/client-dlm") },
  dms: {
    client: "DatabaseMigrationServiceClient",
    load: () => require("@aws-sdk/client-database-migration-service"),
  },
  drs: { client: "DrsClient", load: () => require("@aws-sdk/client-drs") },
  ds: { client: "DirectoryServiceClient", load: () => require("@aws-sdk/client-directory-service") },
  dynamodb: { client: "DynamoDBClient", load: () => require("@aws-sdk/client-dynamodb") },
  ec2: { client: "EC2Client", load: () => require("@aws-sdk/client-ec2") },
  ecr: { client: "ECRClient", load: () => require("@aws-sdk/client-ecr") },
  ecs: { client: "ECSClient", load: () => require("@aws-sdk/client-ecs") },
  efs: { client: "EFSClient", load: () => require("@aws-sdk/client-efs") },
  eks: { client: "EKSClient", load: () => require("@aws-sdk/client-eks") },
  elasticache: { client: "ElastiCacheClient", load: () => require("@aws-sdk/client-elasticache") },
  elb: {
    client: "ElasticLoadBalancingClient",
    load: () => require("@aws-sdk/client-elastic-load-balancing"),
  },
  elbv2: {
    client: "ElasticLoadBalancingV2Client",
    load: () => require("@aws-sdk/client-elastic-load-balancing-v2"),
  },
  firehose: { client: "FirehoseClient", load: () => require("@aws-sdk/client-firehose") },
  fms: { client: "FMSClient", load: () => require("@aws-sdk/client-fms") },
  fsx: { client: "FSxClient", load: () => require("@aws-sdk/client-fsx") },
  // It answers in this Region alone: https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html
  globalaccelerator: {
    client: "GlobalAcceleratorClient",
    load: () => require("@aws-sdk/client-global-accelerator"),
    region: "us-west-2",
  },
  guardduty: { client: "GuardDutyClient", load: () => require("@aws-sdk/client-guardduty") },
  iam: { client: "IAMClient", load: () => require("@aws-sdk/client-iam") },
  inspector2: { client: "Inspector2Client", load: () => require("@aws-sdk/client-inspector2") },
  kafka: { client: "KafkaClient", load: () => require("@aws-sdk/client-kafka") },
  kinesis: { client: "KinesisClient", load: () => require("@aws-sdk/client-kinesis") },
  kms: { client: "KMSClient", load: () => require("@aws-sdk/client-kms") },
  lambda: { client: "LambdaClient", load: () => require("@aws-sdk/client-lambda") },
  "license-manager": {
    client: "LicenseManagerClient",
    load: () => require("@aws-sdk/client-license-manager"),
  },
  logs: { client: "CloudWatchLogsClient", load: () => require("@aws-sdk/client-cloudwatch-logs") },
  macie2: { client: "Macie2Client", load: () => require("@aws-sdk/client-macie2") },
  memorydb: { client: "MemoryDBClient", load: () => require("@aws-sdk/client-memorydb") },
  "network-firewall": {
    client: "NetworkFirewallClient",
    load: () => require("@aws-sdk/client-network-firewall"),
  },
  // It answers in this Region alone: https://docs.aws.amazon.com/general/latest/gr/networkmanager.html
  networkmanager: {
    client: "NetworkManagerClient",
    load: () => require("@aws-sdk/client-networkmanager"),
    region: "us-west-2",
  },
  opensearch: { client: "OpenSearchClient", load: () => require("@aws-sdk/client-opensearch") },
  organizations: { client: "OrganizationsClient", load: () => require("@aws-sdk/client-organizations") },
  outposts: { client: "OutpostsClient", load: () => require("@aws-sdk/client-outposts") },
  ram: { client: "RAMClient", load: () => require("@aws-sdk/client-ram") },
  rds: { client: "RDSClient", load: () => require("@aws-sdk/client-rds") },
  redshift: { client: "RedshiftClient", load: () => require("@aws-sdk/client-redshift") },
  "redshift-serverless": {
    client: "RedshiftServerlessClient",
    load: () => require("@aws-sdk/client-redshift-serverless"),
  },
  route53: { client: "Route53Client", load: () => require("@aws-sdk/client-route-53") },
  rolesanywhere: { client: "SignedClient", load: () => signedModule(SIGNED.rolesanywhere) },
  // It answers in this Region alone: https://docs.aws.amazon.com/general/latest/gr/r53.html
  route53domains: {
    client: "Route53DomainsClient",
    load: () => require("@aws-sdk/client-route-53-domains"),
    region: "us-east-1",
  },
  route53profiles: { client: "SignedClient", load: () => signedModule(SIGNED.route53profiles) },
  route53resolver: {
    client: "Route53ResolverClient",
    load: () => require("@aws-sdk/client-route53resolver"),
  },
  s3: { client: "S3Client", load: () => require("@aws-sdk/client-s3") },
  s3control: { client: "S3ControlClient", load: () => require("@aws-sdk/client-s3-control") },
  s3outposts: { client: "SignedClient", load: () => signedModule(SIGNED.s3outposts) },
  secretsmanager: { client: "SecretsManagerClient", load: () => require("@aws-sdk/client-secrets-manager") },
  securityhub: { client: "SecurityHubClient", load: () => require("@aws-sdk/client-securityhub") },
  servicediscovery: {
    client: "ServiceDiscoveryClient",
    load: () => require("@aws-sdk/client-servicediscovery"),
  },
  shield: { client: "ShieldClient", load: () => require("@aws-sdk/client-shield") },
  snowball: { client: "SignedClient", load: () => signedModule(SIGNED.snowball) },
  sns: { client: "SNSClient", load: () => require("@aws-sdk/client-sns") },
  ssm: { client: "SSMClient", load: () => require("@aws-sdk/client-ssm") },
  "sso-admin": { client: "SSOAdminClient", load: () => require("@aws-sdk/client-sso-admin") },
  storagegateway: { client: "StorageGatewayClient", load: () => require("@aws-sdk/client-storage-gateway") },
  sts: { client: "STSClient", load: () => require("@aws-sdk/client-sts") },
  transfer: { client: "TransferClient", load: () => require("@aws-sdk/client-transfer") },
  "vpc-lattice": { client: "VPCLatticeClient", load: () => require("@aws-sdk/client-vpc-lattice") },
  // WAF Classic for content delivery answers in this Region alone.
  waf: { client: "SignedClient", load: () => signedModule(SIGNED.waf), region: "us-east-1" },
  "waf-regional": { client: "SignedClient", load: () => signedModule(SIGNED["waf-regional"]) },
  wafv2: { client: "WAFV2Client", load: () => require("@aws-sdk/client-wafv2") },
};
