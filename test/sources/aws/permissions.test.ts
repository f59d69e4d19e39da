import * as accessanalyzer from "@aws-sdk/client-accessanalyzer";
import * as account from "@aws-sdk/client-account";
import * as apigateway from "@aws-sdk/client-api-gateway";
import * as apigatewayv2 from "@aws-sdk/client-apigatewayv2";
import * as apprunner from "@aws-sdk/client-apprunner";
import * as appsync from "@aws-sdk/client-appsync";
import * as cloudfront from "@aws-sdk/client-cloudfront";
import * as cognitoIdentity from "@aws-sdk/client-cognito-identity";
import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import * as directconnect from "@aws-sdk/client-direct-connect";
import * as ds from "@aws-sdk/client-directory-service";
import * as ec2 from "@aws-sdk/client-ec2";
import * as elb from "@aws-sdk/client-elastic-load-balancing";
import * as elbv2 from "@aws-sdk/client-elastic-load-balancing-v2";
import * as fms from "@aws-sdk/client-fms";
import * as iam from "@aws-sdk/client-iam";
import * as networkFirewall from "@aws-sdk/client-network-firewall";
import * as organizations from "@aws-sdk/client-organizations";
import * as route53 from "@aws-sdk/client-route-53";
import * as route53domains from "@aws-sdk/client-route-53-domains";
import * as route53resolver from "@aws-sdk/client-route53resolver";
import * as servicediscovery from "@aws-sdk/client-servicediscovery";
import * as shield from "@aws-sdk/client-shield";
import * as ssoAdmin from "@aws-sdk/client-sso-admin";
import * as sts from "@aws-sdk/client-sts";
import * as wafv2 from "@aws-sdk/client-wafv2";
import { describe, expect, it } from "vitest";
import { Clients } from "../../../src/sources/aws/fetch/clients.js";
import { iamActions, iamPolicy, permissionsDocument } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { callOf } from "../../../src/sources/aws/resource.js";

const SDKS: Record<string, object> = {
  ...{ account, directconnect, ec2, elb, elbv2, "network-firewall": networkFirewall, sts, wafv2 },
  ...{ apigateway, apigatewayv2, apprunner, appsync, cloudfront, "cognito-idp": cognito, fms, shield },
  ...{ route53, route53domains, route53resolver, servicediscovery, iam },
  ...{ organizations, "sso-admin": ssoAdmin, "cognito-identity": cognitoIdentity, ds, accessanalyzer },
};
const PREFIXES: Record<string, string> = {
  elb: "elasticloadbalancing",
  elbv2: "elasticloadbalancing",
  "sso-admin": "sso",
  accessanalyzer: "access-analyzer",
};
const limits = { attempts: 1, connectTimeout: 1, answerTimeout: 1 };

describe("the calls we make", () => {
  it("are commands of the SDK, and read only", () => {
    for (const { service, operation } of REGISTRY) {
      expect(SDKS[service], service).toHaveProperty(`${operation}Command`);
      expect(operation).toMatch(/^(Describe|Get|List|Search)[A-Z]/);
    }
  });

  it("cannot be others: a client refuses what may write", async () => {
    const clients = new Clients(limits);
    for (const operation of ["TerminateInstances", "DeleteVpc", "Describe", "GetterOf", "describeVpcs"])
      if (!/^(Describe|Get|List|Search)[A-Z]/.test(operation))
        await expect(clients.send("ec2", operation, { region: "eu-west-1", input: {} })).rejects.toThrow(
          "may not only read",
        );
  });

  it("are each named once", () => {
    expect(new Set(REGISTRY.map(callOf)).size).toBe(REGISTRY.length);
  });

  it("need the action of their own name, and each list of items is a call that we make", () => {
    for (const { service, operation, actions, each } of REGISTRY) {
      // API Gateway's actions are the verbs of its resources.
      const own = `${PREFIXES[service] ?? service}:${operation}`;
      expect(actions).toEqual([service.startsWith("apigateway") ? "apigateway:GET" : own]);
      if (each !== undefined) expect(REGISTRY.map(callOf)).toContain(each.of);
    }
  });
});

describe("the permissions", () => {
  it("are sorted, distinct, without a wildcard, and all of them read", () => {
    const actions = iamActions();
    expect(actions).toEqual([...new Set(actions)].sort());
    for (const action of actions)
      expect(action).toMatch(/^(?:[a-z0-9-]+:(Describe|Get|List|Search)[A-Za-z0-9]+|apigateway:GET)$/);
    expect(iamPolicy()).toMatchObject({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: actions }],
    });
  });

  it("stand in the page for people, as a policy that can be pasted", () => {
    const [, json = ""] = /```json\n([\s\S]*?)\n```/.exec(permissionsDocument()) ?? [];
    expect(JSON.parse(json)).toEqual(iamPolicy());
  });
});
