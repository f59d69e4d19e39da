import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { readAnswerFiles } from "../../../../src/sources/aws/index.js";
import { withoutSecrets } from "../../../../src/sources/aws/secrets.js";
import { ACCOUNT, arn, arrows, gather, nodeOf, read, told } from "../harness.js";
import { CDN_ACL } from "./waf-answers.js";

const CDN = `arn:aws:cloudfront::${ACCOUNT}:distribution/E1`;
const NOWHERE: object = { region: undefined };
const list = (...Items: unknown[]) => ({ Quantity: Items.length, Items });

const config = {
  Aliases: list("www.example.com", "example.com"),
  Origins: list(
    {
      ...{
        Id: "b",
        DomainName: "b.s3.eu-west-1.amazonaws.com",
        OriginAccessControlId: "OAC1",
        CustomHeaders: list(),
      },
      S3OriginConfig: { OriginAccessIdentity: "" },
    },
    {
      ...{
        Id: "a",
        DomainName: "shop.example.com",
        OriginAccessControlId: "",
        OriginShield: { Enabled: true },
      },
      CustomHeaders: list({ HeaderName: "X-Origin-Verify", HeaderValue: "CANARY-header" }),
      CustomOriginConfig: { OriginProtocolPolicy: "http-only", OriginSslProtocols: list("TLSv1.2", "SSLv3") },
    },
  ),
  DefaultCacheBehavior: {
    ...{
      TargetOriginId: "a",
      ViewerProtocolPolicy: "redirect-to-https",
      AllowedMethods: list("HEAD", "GET"),
    },
    TrustedKeyGroups: { Enabled: false, Quantity: 0 },
  },
  CacheBehaviors: list({
    ...{ PathPattern: "/b/*", TargetOriginId: "b", ViewerProtocolPolicy: "allow-all" },
    TrustedSigners: { Enabled: true, Quantity: 1, Items: ["self"] },
  }),
  ViewerCertificate: {
    ACMCertificateArn: "arn:aws:acm:us-east-1:1:certificate/1",
    MinimumProtocolVersion: "TLSv1.2_2021",
  },
  Restrictions: { GeoRestriction: { RestrictionType: "whitelist", Quantity: 1, Items: ["DE"] } },
  ...{ WebACLId: CDN_ACL, Enabled: true, IsIPV6Enabled: true, Staging: false },
};
const identity = { Id: "E1", ARN: CDN, Status: "Deployed", DomainName: "d1.cloudfront.net" };
const described = (more: object) => ({
  Distribution: { ...identity, DistributionConfig: { ...config, ...more } },
  ETag: "1",
});
const logged = {
  Logging: { Enabled: true, Bucket: "logs.s3.amazonaws.com" },
  DefaultRootObject: "index.html",
};

describe("a distribution", () => {
  it("is told by its list, with what it does with requests, and belongs to no Region", () => {
    const batch = read(
      "cloudfront:ListDistributions",
      withoutSecrets({
        DistributionList: { IsTruncated: false, ...list({ ...identity, ...config }) },
      } as never),
      NOWHERE,
    );
    const node = nodeOf(batch, CDN);
    expect(node).toMatchObject({
      kind: "entry-point",
      type: "aws.cloudfront-distribution",
      label: "example.com",
    });
    expect(node.scope).toEqual({ provider: "aws", partition: "aws", account: ACCOUNT });
    expect(node.is).toMatchObject({
      ...{ entryType: "cdn", public: true, enabled: true, state: "Deployed", tlsMinimum: "TLSv1.2_2021" },
      domains: ["d1.cloudfront.net", "example.com", "www.example.com"],
      cdn: {
        origins: [
          {
            ...{ name: "a", originType: "custom", protocol: "http-only", tlsProtocols: ["SSLv3", "TLSv1.2"] },
            ...{ headers: ["x-origin-verify"], accessControl: null, shielded: true },
          },
          { name: "b", originType: "bucket", accessControl: "OAC1", accessIdentity: null, headers: [] },
        ],
        behaviors: [
          { path: "/b/*", viewerProtocol: "allow-all", signedOnly: true, origin: "b" },
          { path: null, viewerProtocol: "redirect-to-https", signedOnly: false, methods: ["GET", "HEAD"] },
        ],
        geo: { type: "only", countries: ["DE"] },
      },
    });
    expect(JSON.stringify(batch)).not.toContain("CANARY-header");
    expect(arrows(batch)).toEqual([`${CDN} -web_acl-> ${CDN_ACL}`]);
    expect(batch.gaps).toEqual([]);
  });

  it("is told of its log and root object when asked about; both tellings are one distribution", () => {
    const both = [
      read("cloudfront:ListDistributions", { DistributionList: list({ ...identity, ...config }) }, NOWHERE),
      read("cloudfront:GetDistribution", described(logged), { ...NOWHERE, input: { Id: "E1" } }),
    ];
    const graph = assemble(both);
    expect(graph.node(CDN)?.is).toMatchObject({
      accessLogs: { destination: "logs.s3.amazonaws.com", level: null },
      rootObject: "index.html",
    });
    expect(graph.gaps.map(({ reason }) => reason)).toEqual(["dangling"]);
    const off = read(
      "cloudfront:GetDistribution",
      described({ Logging: { Enabled: false, Bucket: "" } }),
      NOWHERE,
    );
    expect(nodeOf(off, CDN).is).toMatchObject({ accessLogs: null, rootObject: null });
  });

  it("with the provider's own certificate speaks TLS 1.0, whatever is set", () => {
    const own = {
      ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: "TLSv1.2_2021" },
    };
    const batch = read("cloudfront:GetDistribution", described(own), NOWHERE);
    expect(nodeOf(batch, CDN).is).toMatchObject({ tlsMinimum: "TLSv1", certificate: null });
  });

  it("behind an ACL of WAF Classic names it by its bare id", () => {
    const batch = read("cloudfront:GetDistribution", described({ WebACLId: "0123-4567" }), NOWHERE);
    expect(batch.edges).toMatchObject([{ from: CDN, relation: "web_acl", to: "0123-4567" }]);
    expect(batch.gaps).toEqual([]);
  });

  it("denied is a gap on it, and its list one on the account's", () => {
    const denied = { Error: { Code: "AccessDenied", Message: "no" } };
    const [one] = read("cloudfront:GetDistribution", denied, { ...NOWHERE, input: { Id: "E1" } }).gaps;
    expect(one?.touches.nodes).toEqual([CDN]);
    const [all] = read("cloudfront:ListDistributions", denied, NOWHERE).gaps;
    expect(all?.touches).toMatchObject({ kinds: ["entry-point"], account: ACCOUNT });
  });

  it("of which the list was not read to its end is a gap", async () => {
    const output = {
      DistributionList: { IsTruncated: true, NextMarker: "E1", ...list({ ...identity, ...config }) },
    };
    const whole = await gather(
      readAnswerFiles([{ path: `accounts/${ACCOUNT}/cf.json`, text: JSON.stringify(output) }]),
    );
    expect(whole.nodes.map(({ id }) => id)).toContain(CDN);
    expect(told(whole.gaps).filter((gap) => gap.includes("cloudfront:"))).toEqual([
      `not-collected: cloudfront:GetDistribution was not asked about ${CDN}`,
      "truncated: cloudfront:ListDistributions was not read to its end: the last page names a further one, which is not there",
    ]);
  });
});

const REST = "arn:aws:apigateway:eu-west-1::/restapis/a1";
const HTTP = "arn:aws:apigateway:eu-west-1::/apis/h1";

describe("an API of API Gateway", () => {
  it("is told with its endpoints and its policy, which is escaped once more than JSON is", () => {
    const policy = String.raw`{\"Version\":\"2012-10-17\",\"Statement\":[]}`;
    const batch = read("apigateway:GetRestApis", {
      items: [
        {
          ...{ id: "a1", name: "shop", apiKeySource: "HEADER", policy, tags: { team: "web" } },
          ...{ endpointConfiguration: { types: ["PRIVATE"] }, disableExecuteApiEndpoint: true },
        },
      ],
    });
    expect(nodeOf(batch, REST)).toMatchObject({
      ...{ kind: "web-api", label: "shop (a1)", tags: { team: "web" } },
      is: {
        ...{ apiType: "rest-api", endpointTypes: ["private"], public: false, defaultDomain: false },
        policy: { Version: "2012-10-17", Statement: [] },
      },
    });
  });

  it("has stages with logs and a web ACL, and keeps no stage variables", () => {
    const acl = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1";
    const stage = {
      ...{ stageName: "prod", webAclArn: acl, tracingEnabled: true, variables: { key: "CANARY-stage" } },
      accessLogSettings: { destinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:api" },
      ...{
        methodSettings: { "*/*": { loggingLevel: "ERROR", cacheDataEncrypted: false } },
        cacheClusterEnabled: true,
      },
    };
    const batch = read("apigateway:GetStages", withoutSecrets({ item: [stage] }), {
      input: { restApiId: "a1" },
    });
    const id = `${REST}/stages/prod`;
    expect(nodeOf(batch, id).is).toMatchObject({
      ...{ entryType: "rest-api", executionLogs: "error", traced: true, encryptedCache: false },
      accessLogs: { destination: "arn:aws:logs:eu-west-1:111122223333:log-group:api" },
    });
    expect(arrows(batch)).toEqual([`${id} -api-> ${REST}`, `${id} -web_acl-> ${acl}`]);
    expect(JSON.stringify(batch)).not.toContain("CANARY-stage");
    expect(told(read("apigateway:GetStages", { item: [stage] }).gaps)[0]).toContain(
      "does not say what was asked about",
    );
  });

  it("tells who is asked who they are, and which methods ask nobody", () => {
    const input = { restApiId: "a1" };
    const authorizers = {
      items: [{ id: "1", name: "pool", type: "COGNITO_USER_POOLS", providerARNs: ["arn:x"] }],
    };
    expect(nodeOf(read("apigateway:GetAuthorizers", authorizers, { input }), REST).is).toEqual({
      authorizers: [{ type: "cognito_user_pools", name: "pool", source: "arn:x" }],
    });
    const method = (authorizationType: string, apiKeyRequired = false) => ({
      authorizationType,
      apiKeyRequired,
    });
    const resourceMethods = {
      GET: method("NONE"),
      POST: method("AWS_IAM"),
      PUT: method("NONE", true),
      OPTIONS: method("NONE"),
    };
    const resources = {
      items: [
        { id: "r", path: "/orders", resourceMethods },
        { id: "s", path: "/" },
      ],
    };
    const asked = { input: { ...input, embed: ["methods"] } };
    expect(nodeOf(read("apigateway:GetResources", resources, asked), REST).is).toEqual({
      openRoutes: ["GET /orders"],
    });
  });

  it("of the newer kind is told alike", () => {
    const api = {
      ApiId: "h1",
      Name: "shop",
      ProtocolType: "HTTP",
      CorsConfiguration: { AllowOrigins: ["*"] },
    };
    expect(nodeOf(read("apigatewayv2:GetApis", { Items: [api] }), HTTP).is).toMatchObject({
      ...{ apiType: "http-api", public: true, defaultDomain: true, origins: ["*"] },
    });
    const input = { ApiId: "h1" };
    const stages = { Items: [{ StageName: "$default", AccessLogSettings: null }] };
    const batch = read("apigatewayv2:GetStages", stages, { input });
    expect(nodeOf(batch, `${HTTP}/stages/$default`).is).toMatchObject({
      entryType: "http-api",
      accessLogs: null,
    });
    const routes = [
      { RouteKey: "GET /open", AuthorizationType: "NONE" },
      { RouteKey: "GET /closed", AuthorizationType: "JWT" },
      { RouteKey: "sendmessage", AuthorizationType: "NONE" },
    ];
    expect(nodeOf(read("apigatewayv2:GetRoutes", { Items: routes }, { input }), HTTP).is).toEqual({
      openRoutes: ["GET /open"],
    });
    const jwt = { Items: [{ AuthorizerType: "JWT", Name: "j", JwtConfiguration: { Issuer: "https://i" } }] };
    expect(nodeOf(read("apigatewayv2:GetAuthorizers", jwt, { input }), HTTP).is).toEqual({
      authorizers: [{ type: "jwt", name: "j", source: "https://i" }],
    });
  });
});

describe("other entry points", () => {
  it("a GraphQL API names its ways to authenticate, its log and its web ACL", () => {
    const id = "arn:aws:appsync:eu-west-1:111122223333:apis/g1";
    const acl = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1";
    const batch = read("appsync:ListGraphqlApis", {
      graphqlApis: [
        {
          ...{ name: "g", apiId: "g1", arn: id, authenticationType: "API_KEY", wafWebAclArn: acl },
          additionalAuthenticationProviders: [
            { authenticationType: "AMAZON_COGNITO_USER_POOLS", userPoolConfig: { userPoolId: "p" } },
          ],
          ...{
            uris: { GRAPHQL: "https://x.appsync-api.eu-west-1.amazonaws.com/graphql" },
            logConfig: { fieldLogLevel: "ALL" },
          },
        },
      ],
    });
    expect(nodeOf(batch, id).is).toMatchObject({
      ...{ entryType: "graphql-api", public: true, executionLogs: "all" },
      domains: ["x.appsync-api.eu-west-1.amazonaws.com"],
      authentication: [
        { type: "api-key", source: null },
        { type: "amazon-cognito-user-pools", source: "p" },
      ],
    });
    expect(arrows(batch)).toEqual([`${id} -web_acl-> ${acl}`]);
  });

  it("a user pool tells how its users sign in", () => {
    const id = "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_1";
    const pool = {
      ...{ Id: "eu-west-1_1", Arn: id, Name: "shop", MfaConfiguration: "OPTIONAL", Domain: "shop" },
      Policies: {
        PasswordPolicy: { MinimumLength: 8, RequireNumbers: true, TemporaryPasswordValidityDays: 7 },
      },
      ...{ UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" }, DeletionProtection: "ACTIVE" },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    };
    const batch = read(
      "cognito-idp:DescribeUserPool",
      { UserPool: pool },
      { input: { UserPoolId: pool.Id } },
    );
    expect(nodeOf(batch, id).is).toMatchObject({
      domains: ["shop.auth.eu-west-1.amazoncognito.com"],
      users: {
        ...{
          mfa: "optional",
          threatProtection: "enforced",
          selfRegistration: false,
          deletionProtection: true,
        },
        password: { length: 8, numbers: true, symbols: false, history: null, temporaryDays: 7 },
      },
    });
    expect(
      read("cognito-idp:ListUserPools", { UserPools: [{ Id: "eu-west-1_1", Name: "shop" }] }).nodes[0]?.id,
    ).toBe(id);
  });

  it("a service of App Runner is public unless it says otherwise, and keeps no environment", () => {
    const id = "arn:aws:apprunner:eu-west-1:111122223333:service/shop/1";
    const service = {
      ...{
        ServiceName: "shop",
        ServiceArn: id,
        ServiceUrl: "x.eu-west-1.awsapprunner.com",
        Status: "RUNNING",
      },
      NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
      SourceConfiguration: {
        ImageRepository: {
          ImageConfiguration: {
            RuntimeEnvironmentVariables: { KEY: "CANARY-env" },
            StartCommand: "CANARY-env",
          },
        },
      },
    };
    const about = (Service: object) =>
      read("apprunner:DescribeService", withoutSecrets({ Service } as never));
    expect(nodeOf(about(service), id).is).toMatchObject({ public: false, state: "running", enabled: true });
    expect(nodeOf(about({ ...service, NetworkConfiguration: {} }), id).is).toMatchObject({ public: true });
    expect(JSON.stringify(about(service))).not.toContain("CANARY-env");
  });

  it("an instance of Verified Access tells whom it trusts, and its log", () => {
    const VerifiedAccessInstanceId = "vai-1";
    const told = [
      read("ec2:DescribeVerifiedAccessInstances", {
        VerifiedAccessInstances: [
          {
            VerifiedAccessInstanceId,
            VerifiedAccessTrustProviders: [
              { VerifiedAccessTrustProviderId: "vatp-1", UserTrustProviderType: "oidc" },
            ],
          },
        ],
      }),
      read("ec2:DescribeVerifiedAccessInstanceLoggingConfigurations", {
        LoggingConfigurations: [
          { VerifiedAccessInstanceId, AccessLogs: { S3: { Enabled: true, BucketName: "logs" } } },
        ],
      }),
    ];
    expect(assemble(told).node(arn("verified-access-instance/vai-1"))?.is).toMatchObject({
      accessLogs: { destination: "logs" },
      authentication: [{ type: "oidc", name: "vatp-1" }],
    });
  });
});
