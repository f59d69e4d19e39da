import type { Service } from "../resource.js";

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
  apigateway: { client: "APIGatewayClient", load: () => import("@aws-sdk/client-api-gateway") },
  apigatewayv2: { client: "ApiGatewayV2Client", load: () => import("@aws-sdk/client-apigatewayv2") },
  apprunner: { client: "AppRunnerClient", load: () => import("@aws-sdk/client-apprunner") },
  appsync: { client: "AppSyncClient", load: () => import("@aws-sdk/client-appsync") },
  cloudfront: { client: "CloudFrontClient", load: () => import("@aws-sdk/client-cloudfront") },
  "cognito-idp": {
    client: "CognitoIdentityProviderClient",
    load: () => import("@aws-sdk/client-cognito-identity-provider"),
  },
  "cognito-identity": {
    client: "CognitoIdentityClient",
    load: () => import("@aws-sdk/client-cognito-identity"),
  },
  directconnect: { client: "DirectConnectClient", load: () => import("@aws-sdk/client-direct-connect") },
  ds: { client: "DirectoryServiceClient", load: () => import("@aws-sdk/client-directory-service") },
  ec2: { client: "EC2Client", load: () => import("@aws-sdk/client-ec2") },
  elb: {
    client: "ElasticLoadBalancingClient",
    load: () => import("@aws-sdk/client-elastic-load-balancing"),
  },
  elbv2: {
    client: "ElasticLoadBalancingV2Client",
    load: () => import("@aws-sdk/client-elastic-load-balancing-v2"),
  },
  fms: { client: "FMSClient", load: () => import("@aws-sdk/client-fms") },
  iam: { client: "IAMClient", load: () => import("@aws-sdk/client-iam") },
  "network-firewall": {
    client: "NetworkFirewallClient",
    load: () => import("@aws-sdk/client-network-firewall"),
  },
  organizations: { client: "OrganizationsClient", load: () => import("@aws-sdk/client-organizations") },
  route53: { client: "Route53Client", load: () => import("@aws-sdk/client-route-53") },
  // It answers in this Region alone: https://docs.aws.amazon.com/general/latest/gr/r53.html
  route53domains: {
    client: "Route53DomainsClient",
    load: () => import("@aws-sdk/client-route-53-domains"),
    region: "us-east-1",
  },
  route53resolver: {
    client: "Route53ResolverClient",
    load: () => import("@aws-sdk/client-route53resolver"),
  },
  servicediscovery: {
    client: "ServiceDiscoveryClient",
    load: () => import("@aws-sdk/client-servicediscovery"),
  },
  shield: { client: "ShieldClient", load: () => import("@aws-sdk/client-shield") },
  "sso-admin": { client: "SSOAdminClient", load: () => import("@aws-sdk/client-sso-admin") },
  sts: { client: "STSClient", load: () => import("@aws-sdk/client-sts") },
  wafv2: { client: "WAFV2Client", load: () => import("@aws-sdk/client-wafv2") },
};
